package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.flow.FlowSolver;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.sampling.method.ProbabilityFlow;

/**
 * After every change of the session the particles shown are none, or bit for bit those of a run of the present session from
 * its start to the shown step.
 */
class ParticlesOfTheSessionTest extends ParticlesFixture {
    @ParameterizedTest
    @EnumSource(SessionChange.class)
    void afterAChangeTheyAreThoseOfARunOfTheSessionAlone(SessionChange change) throws IOException {
        player.seek(STEP);
        rest();
        rest();
        requireOwn();
        assertEquals(STEP, model.analyticParticlesProperty().get().step());
        change.make(this);
        assertEquals(Optional.empty(), model.messageProperty().get().filter(m -> m.tone() == Message.Tone.PROBLEM));
        requireOwn();
        rest();
        requireOwn();
        assertTrue(player.settled());
        int analytic = model.analyticParticlesProperty().get().count();
        int learned = model.learnedParticlesProperty().get().count();
        assertEquals(
                change != SessionChange.OPEN_SESSION, analytic + learned > 0, "the session opened shows no particles");
        if (Math.min(analytic, learned) > 0) {
            assertEquals(
                    model.analyticParticlesProperty().get().step(),
                    model.learnedParticlesProperty().get().step());
        }
    }

    /** Undo restores the picture too: particles and step of before. */
    @ParameterizedTest
    @EnumSource(SessionChange.class)
    void undoRestoresTheParticles(SessionChange change) throws IOException {
        player.seek(STEP);
        rest();
        rest();
        var session = model.session();
        assertEquals(OptionalInt.of(STEP), session.sampler().step());
        var before = model.analyticParticlesProperty().get();
        change.make(this);
        rest();
        player.seek(31);
        rest();
        rest();
        if (model.session().sampler().method().equals(session.sampler().method())) {
            assertEquals(OptionalInt.of(31), model.session().sampler().step());
        }
        boolean deed = model.undoableProperty().get();
        while (model.undoableProperty().get()) {
            model.undo();
        }
        if (!deed) {
            // The change cancelled itself, and a step alone is no undo entry: the run is set back here.
            assertEquals(session, model.session().withSampler(session.sampler()));
            player.seek(STEP);
        }
        rest();
        rest();
        assertEquals(session, model.session());
        var after = model.analyticParticlesProperty().get();
        assertEquals(STEP, after.step());
        assertArrayEquals(before.x(), after.x());
        assertArrayEquals(before.y(), after.y());
        requireOwn();
        assertEquals(change == SessionChange.UNDO, !deed, "which changes leave nothing to undo");
    }

    @Test
    void playingIsNoStepOfUndoAndTheSessionSaysWhereItStopped() {
        player.play();
        for (int i = 0; i < 12; i++) {
            rest();
        }
        player.pause();
        rest();
        rest();
        assertFalse(model.undoableProperty().get());
        int step = model.analyticParticlesProperty().get().step();
        assertTrue(step > 5);
        assertEquals(OptionalInt.of(step), model.session().sampler().step());
        assertTrue(model.session().view().layers().contains("particles"));
    }

    /** The session states the step at the time of the change, so that undo restores it. */
    @Test
    void aChangeWhilePlayingRemembersTheStep() {
        player.play();
        for (int i = 0; i < 12; i++) {
            rest();
        }
        int step = model.analyticParticlesProperty().get().step();
        model.setSigma(1.5);
        assertEquals(OptionalInt.of(step), model.session().sampler().step());
        for (int i = 0; i < 12; i++) {
            rest();
        }
        player.pause();
        rest();
        model.undo();
        assertEquals(OptionalInt.of(step), model.session().sampler().step());
        rest();
        assertEquals(step, model.analyticParticlesProperty().get().step());
        requireOwn();
    }

    /** A session with particles and without a step shows the end of its run, in window and figure. */
    @Test
    void withoutAStepTheEndOfTheRunIsShown() {
        model.edit(s -> s.withView(s.view().withLayers(List.of("density", "particles"))));
        rest();
        assertEquals(500, model.analyticParticlesProperty().get().step());
        requireOwn();
        assertEquals(OptionalInt.empty(), model.session().sampler().step());
    }

    /** If a run becomes shorter than the session's step, it is shown at its end, and the session's step is that. */
    @Test
    void aRunThatHasBecomeShorterStandsAtItsEnd() {
        player.seek(STEP);
        rest();
        rest();
        model.edit(
                s -> s.withSampler(s.sampler().withMethod(s.sampler().method().with(Langevin.STEPS, 8L))));
        rest();
        rest();
        assertEquals(OptionalInt.of(8), model.session().sampler().step());
        requireOwn();
    }

    /** The number of steps of an adaptive run is known only at its end: a later step becomes the last one in the session. */
    @Test
    void anAdaptiveRunThatEndsBeforeTheStepStandsAtItsEndAndSaysSo() {
        model.edit(s -> s.withSampler(s.sampler()
                .withMethod(Choice.of("probability-flow").with(ProbabilityFlow.SOLVER, FlowSolver.DORMAND_PRINCE))
                .at(OptionalInt.of(60))));
        rest();
        rest();
        int end = model.analyticParticlesProperty().get().step();
        assertTrue(end > 0 && end < 60);
        assertEquals(OptionalInt.of(end), model.session().sampler().step());
        var said = model.messageProperty().get().orElseThrow().text();
        assertTrue(said.contains(" " + end + " steps") && said.contains("step 60"), said);
        requireOwn();
    }

    /** All changes one after the other. */
    @Test
    void afterManyChangesTheyAreThoseOfARunOfTheSessionAlone() throws IOException {
        player.seek(STEP);
        rest();
        rest();
        for (var change : SessionChange.values()) {
            change.make(this);
            requireOwn();
            rest();
            requireOwn();
            while (model.undoableProperty().get()) {
                model.undo();
                requireOwn();
                rest();
                requireOwn();
            }
        }
    }

    /** Changes during play. */
    @ParameterizedTest
    @EnumSource(SessionChange.class)
    void whilePlayingTheyAreThoseOfARunOfTheSessionAlone(SessionChange change) throws IOException {
        player.play();
        for (int i = 0; i < 12; i++) {
            rest();
        }
        change.make(this);
        requireOwn();
        for (int i = 0; i < 3; i++) {
            rest();
            requireOwn();
        }
    }
}
