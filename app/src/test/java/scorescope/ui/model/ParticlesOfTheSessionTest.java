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
 * Whatever becomes of the session, the particles shown are those of the session as it is, or there are none: a run that
 * does nothing but the steps of the read-out, from the start, stands at the same places to the last bit.
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

    /** What undo restores is the picture too: the particles of before at the step of before. */
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
            // The change undid itself, and a step alone makes no entry: the run is put back by hand.
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

    /** The session says the step at which the change was made, so that undo goes back to it. */
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

    /** A session that shows particles and says no step shows the end of its run, in the window as in a figure. */
    @Test
    void withoutAStepTheEndOfTheRunIsShown() {
        model.edit(s -> s.withView(s.view().withLayers(List.of("density", "particles"))));
        rest();
        assertEquals(500, model.analyticParticlesProperty().get().step());
        requireOwn();
        assertEquals(OptionalInt.empty(), model.session().sampler().step());
    }

    /** A run is shorter than the step that the session says: it stands at its end, and the session says so. */
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

    /** How many steps an adaptive run takes is known at its end only: a step after it becomes the last one, and is said. */
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

    /** All of it, one change after the other. */
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

    /** Played while the person edits. */
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
