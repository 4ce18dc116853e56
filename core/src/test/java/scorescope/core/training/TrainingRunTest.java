package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scorescope.core.network.Weights;
import scorescope.core.training.TrainingState.Status;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TrainingRunTest {
    private static final long ENDLESS = 1_000_000;

    @Test
    void standsPausedBeforeTheFirstStep() {
        try (var run = new TrainingRun(TrainerTest.small(1, ENDLESS), TrainerTest.data())) {
            assertEquals(0, run.latest().step());
            assertEquals(Status.PAUSED, run.latest().status());
            assertTrue(run.latest().history().size() == 0
                    && Double.isNaN(run.latest().loss()));
        }
    }

    @Test
    void everySingleStepIsTakenAndThenItPauses() throws InterruptedException {
        try (var run = new TrainingRun(TrainerTest.small(1, ENDLESS), TrainerTest.data())) {
            run.step();
            run.step();
            run.step();
            var state = run.await(s -> s.step() == 3);
            assertEquals(Status.PAUSED, state.status());
            assertEquals(stepped(3), state.weights());
        }
    }

    @Test
    void runsPausesAndGoesOnWhereItStopped() throws InterruptedException {
        try (var run = new TrainingRun(TrainerTest.small(1, ENDLESS), TrainerTest.data())) {
            run.start();
            var running = run.await(s -> s.status() == Status.RUNNING && s.step() > 20);
            assertTrue(running.stepsPerSecond() > 0);
            run.pause();
            var paused = run.await(s -> s.status() == Status.PAUSED && s.step() > 0);
            assertEquals(0, paused.stepsPerSecond());
            run.step();
            var next = run.await(s -> s.step() > paused.step());
            assertEquals(paused.step() + 1, next.step());
        }
    }

    @Test
    void resetGivesTheSameRunAgain() throws InterruptedException {
        var settings = TrainerTest.small(2, 30);
        try (var run = new TrainingRun(settings, TrainerTest.data())) {
            run.start();
            var first = run.await(s -> s.status() == Status.FINISHED);
            run.reset();
            var fresh = run.await(s -> s.step() == 0);
            assertEquals(Status.PAUSED, fresh.status());
            assertNotEquals(first.weights(), fresh.weights());
            run.start();
            assertEquals(
                    first.weights(),
                    run.await(s -> s.status() == Status.FINISHED).weights());
        }
    }

    @Test
    void yieldingACoreChangesNothingButTheSpeed() throws InterruptedException {
        try (var run = new TrainingRun(TrainerTest.small(1, 40), TrainerTest.data())) {
            run.yieldCore(true);
            run.start();
            assertEquals(
                    stepped(TrainerTest.small(1, 40), 40),
                    run.await(s -> s.status() == Status.FINISHED).weights());
        }
    }

    /** The pace is an upper bound on steps per second; a lower bound would depend on the machine. */
    @Test
    void aPaceIsKeptGivesWayToAPauseAndChangesNothingElse() throws InterruptedException {
        try (var run = new TrainingRun(TrainerTest.small(1, 40), TrainerTest.data())) {
            run.pace(100);
            long startNanos = System.nanoTime();
            run.start();
            var tenth = run.await(s -> s.step() >= 10);
            assertTrue(
                    System.nanoTime() - startNanos >= 90_000_000L,
                    "10 steps in " + (System.nanoTime() - startNanos) + " ns");
            assertTrue(tenth.step() < 40);
            // The next step would come after the test's time limit.
            run.pace(1e-3);
            run.await(s -> s.status() == Status.RUNNING);
            run.pause();
            var paused = run.await(s -> s.status() == Status.PAUSED);
            assertTrue(paused.step() < 40);
            run.start();
            run.pace(Double.POSITIVE_INFINITY);
            assertEquals(
                    stepped(TrainerTest.small(1, 40), 40),
                    run.await(s -> s.status() == Status.FINISHED).weights());
        }
    }

    @Test
    void aRunThatFailsSaysWhy() throws InterruptedException {
        var data = TrainingData.of(new double[] {Double.POSITIVE_INFINITY}, new double[] {0});
        try (var run = new TrainingRun(TrainerTest.small(1, ENDLESS), data)) {
            run.start();
            var state = run.await(s -> s.status() == Status.DIVERGED);
            assertTrue(state.advice().contains("learningRate"), state.advice());
        }
    }

    private static Weights stepped(int steps) {
        return stepped(TrainerTest.small(1, ENDLESS), steps);
    }

    private static Weights stepped(TrainingSettings settings, int steps) {
        try (var trainer = new Trainer(settings, TrainerTest.data())) {
            for (int i = 0; i < steps; i++) {
                trainer.step(1);
            }
            return trainer.state().weights();
        }
    }
}
