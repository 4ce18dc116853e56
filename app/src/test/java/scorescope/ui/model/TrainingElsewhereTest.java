package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.ui.model.TrainingStatus.Phase;

/** A network stays after a change of the distribution, and undo restores every training. */
@Timeout(120)
final class TrainingElsewhereTest {
    private static void train(TrainingFixture window, int steps) {
        for (int i = 0; i < steps; i++) {
            window.training.step();
        }
        window.until(() -> window.model.training().step() == steps);
    }

    private static Session elsewhere(Session session) {
        return session.withDensity(new DensitySpec.Preset("swiss-roll"));
    }

    /** After a change of the distribution the network stays, is marked, and can be trained further. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.99})
    void aNetworkStaysWhenTheDistributionChangesAndGoesOnWithIt(double ema) {
        try (var window = new TrainingFixture(TrainingFixture.small(ema))) {
            train(window, 3);
            float[] before = window.weights();
            double[] losses = window.losses();
            window.model.edit(TrainingElsewhereTest::elsewhere);
            assertEquals(Phase.ELSEWHERE, window.model.training().phase());
            assertArrayEquals(before, window.weights());
            window.until(() -> window.model.messageProperty().get().isPresent());

            window.model
                    .messageProperty()
                    .get()
                    .orElseThrow()
                    .remedy()
                    .orElseThrow()
                    .action()
                    .run();
            window.until(() -> window.model.training().step() > 5);
            window.training.pause();
            assertArrayEquals(losses, Arrays.copyOf(window.losses(), 3), "the losses go on");
            assertFalse(Arrays.equals(before, window.weights()));
            assertEquals(elsewhere(TrainingFixture.small(ema)), window.model.session());
            assertTrue(window.model.messageProperty().get().isEmpty(), window.message());

            window.model.undo();
            assertEquals(Phase.ELSEWHERE, window.model.training().phase());
            assertArrayEquals(before, window.weights());
            window.model.undo();
            window.until(() -> window.model.training().phase() == Phase.PAUSED);
            assertEquals(TrainingFixture.small(ema), window.model.session());
            assertEquals(3, window.model.training().step());
            assertArrayEquals(before, window.weights());
            window.model.redo();
            window.model.redo();
            window.until(() -> window.model.training().step() > 5);
        }
    }

    /** The stated error is that for the present distribution. */
    @Test
    void theErrorOfANetworkOfAnotherDistributionIsMeasuredAgainstThePresentOne() {
        try (var window = new TrainingFixture(TrainingFixture.small(0))) {
            train(window, 3);
            window.until(() -> Double.isFinite(window.model.training().error().value()));
            double own = window.model.training().error().value();
            window.model.edit(TrainingElsewhereTest::elsewhere);
            assertFalse(Double.isFinite(window.model.training().error().value()), "not that of the one before");
            window.until(() -> Double.isFinite(window.model.training().error().value()));
            assertTrue(Math.abs(own - window.model.training().error().value()) > 1e-6);
        }
    }

    @Test
    void aFinishedNetworkGoesOnForAsManyStepsMore() {
        var settings = TrainingFixture.small(0).training();
        var brief = TrainingFixture.small(0)
                .withTraining(new TrainingSettings(
                        settings.scalars().with(TrainingParameters.STEPS, 4L), settings.hidden(), settings.levels()));
        try (var window = new TrainingFixture(brief)) {
            window.finish();
            window.model.edit(TrainingElsewhereTest::elsewhere);
            window.training.start();
            window.until(() -> window.model.training().step() == 8);
            assertEquals(8, window.model.training().steps());
        }
    }

    @Test
    void aResetIsUndoneAndRedone() {
        try (var window = new TrainingFixture(TrainingFixture.small(0))) {
            train(window, 3);
            float[] weights = window.weights();
            window.training.reset();
            window.until(() -> window.model.training().phase() == Phase.IDLE);
            assertTrue(window.model.learnedScore().isEmpty());
            assertEquals(0, window.losses().length);
            assertEquals(List.of("network forgotten"), window.model.edits().done());
            window.model.undo();
            window.until(() -> window.model.learnedScore().isPresent());
            assertArrayEquals(weights, window.weights());
            assertEquals(3, window.losses().length);
            window.model.redo();
            assertTrue(window.model.learnedScore().isEmpty());
        }
    }

    /** Undo of a change before the training keeps the network. */
    @Test
    void undoOfWhatWasDoneBeforeTheTrainingKeepsTheNetwork() {
        try (var window = new TrainingFixture(TrainingFixture.small(0))) {
            window.model.setSigma(1.5);
            train(window, 2);
            window.model.undo();
            window.until(() -> window.model.training().step() == 2);
            assertTrue(window.model.learnedScore().isPresent());
            assertFalse(window.model.undoableProperty().get());
        }
    }

    @Test
    void withOtherSettingsNothingLearnedIsShownUntilUndo() {
        try (var window = new TrainingFixture(TrainingFixture.small(0))) {
            train(window, 2);
            window.model.edit(
                    session -> session.withTraining(TrainingFixture.small(0.5).training()));
            assertEquals(Phase.STALE, window.model.training().phase());
            assertTrue(window.model.learnedScore().isEmpty());
            window.training.step();
            window.until(() -> window.model.training().step() == 1);
            window.model.undo();
            window.model.undo();
            window.until(() -> window.model.training().step() == 2);
            assertTrue(window.model.learnedScore().isPresent());
        }
    }
}
