package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.core.quadrature.Estimate;
import scorescope.session.Shown;

/** A run goes on while networks of one training are published, each newer than the one before. */
class RunWhileTrainingTest extends ParticlesFixture {
    private static final int PULSES = 24;

    private void train(TrainingStatus.Phase phase, double strength) {
        model.trained(Optional.of(wind(strength)));
        model.trainingProperty().set(new TrainingStatus(phase, 1, 100, 10, 1, Estimate.UNKNOWN, ""));
    }

    /** The step shown after a pulse in which another network came. */
    private int pulse(int i) {
        train(TrainingStatus.Phase.RUNNING, 1 + 0.01 * i);
        rest();
        return frame().step();
    }

    private ParticleFrame frame() {
        var analytic = model.analyticParticlesProperty().get();
        return analytic.count() > 0
                ? analytic
                : model.learnedParticlesProperty().get();
    }

    @ParameterizedTest
    @EnumSource(Shown.class)
    void aPlayedRunGoesOnUnderNewerNetworks(Shown shown) {
        train(TrainingStatus.Phase.RUNNING, 1);
        model.showScore(shown);
        player.play();
        rest();
        int before = frame().step();
        for (int i = 1; i <= PULSES; i++) {
            int step = pulse(i);
            assertTrue(step >= before, "back from step " + before + " to " + step);
            before = step;
        }
        assertTrue(before > PULSES / 2, "came to step " + before);
        if (model.analyticParticlesProperty().get().count() > 0
                && model.learnedParticlesProperty().get().count() > 0) {
            assertEquals(before, model.learnedParticlesProperty().get().step());
        }
    }

    /** The run along the exact score does not change when a network is published. */
    @Test
    void theExactRunIsLeftAlone() {
        player.seek(STEP);
        rest();
        rest();
        var before = frame();
        assertEquals(STEP, before.step());
        for (int i = 1; i <= 5; i++) {
            pulse(i);
        }
        assertSame(before, frame());
        assertTrue(player.settled());
        requireOwn();
    }

    @Test
    void theExactRunBesideALearnedOneTakesTheStepsOfARunAlone() {
        train(TrainingStatus.Phase.RUNNING, 1);
        model.showScore(Shown.SIDE_BY_SIDE);
        player.play();
        for (int i = 1; i <= PULSES; i++) {
            pulse(i);
        }
        var exact = model.analyticParticlesProperty().get();
        model.showScore(Shown.ANALYTIC);
        player.seek(exact.step());
        rest();
        rest();
        requireOwn();
        assertArrayEquals(exact.x(), frame().x());
    }

    /**
     * During a training the learned run is not a function of the session. Its step is written to the session; when the training
     * pauses, the run to that step along the present network replaces it.
     */
    @Test
    void whenTrainingStandsTheRunIsComputedAgainAlongItsNetwork() {
        train(TrainingStatus.Phase.RUNNING, 1);
        model.showScore(Shown.LEARNED);
        player.play();
        for (int i = 1; i <= PULSES; i++) {
            pulse(i);
        }
        assertFalse(player.settled(), "its steps followed several networks");
        player.pause();
        rest();
        rest();
        int step = frame().step();
        assertEquals(OptionalInt.of(step), model.session().sampler().step());
        train(TrainingStatus.Phase.PAUSED, 1.5);
        rest();
        rest();
        assertTrue(player.settled());
        assertEquals(step, frame().step());
        requireOwn();
    }
}
