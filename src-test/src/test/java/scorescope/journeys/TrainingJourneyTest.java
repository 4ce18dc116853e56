package scorescope.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scorescope.core.score.ScoreField;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.WeightsFile;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.ui.model.Message;
import scorescope.ui.model.TrainingStatus.Phase;
import scorescope.ui.stage.StageView;

/** Training a network in the window. */
final class TrainingJourneyTest extends WindowJourney {
    @Override
    Session opening() {
        return smallTraining(SessionDefaults.opening(), 0);
    }

    @BeforeEach
    void openTheirPage() {
        clickOn("#rail-train");
    }

    @Test
    void trainingHalvesTheLossAndPauses() {
        clickOn("#train-play");
        until(() -> model.training().running());
        until(() -> {
            var losses = context.training().published().lossesProperty().get();
            return losses.size() > 0 && model.training().loss() < losses.get(0) / 2;
        });
        assertTrue(model.learnedScore().isPresent());
        clickOn("#train-play");
        until(() -> model.training().phase() == Phase.PAUSED || model.training().phase() == Phase.FINISHED);
        assertEquals(Phase.PAUSED, model.training().phase());
    }

    @Test
    void aTrainingIsSavedForgottenOpenedAndGoneOnWith() throws Exception {
        clickOn("#train-step");
        clickOn("#train-step");
        until(() -> model.training().step() == 2);
        dialogs.answer(folder.resolve("net"));
        clickOn("#train-save");
        var file = folder.resolve("net.npz");
        until(() -> Files.exists(file));
        clickOn("#train-reset");
        assertTrue(model.learnedScore().isEmpty());
        dialogs.answer(file);
        clickOn("#train-open");
        until(() -> model.training().step() == 2);
        assertTrue(model.learnedScore().isPresent());
        clickOn("#train-step");
        until(() -> context.training().published().lossesProperty().get().size() == 3);

        var before = model.session();
        Files.writeString(file, "not weights");
        clickOn("#train-open");
        until(() -> model.messageProperty().get().stream().anyMatch(m -> m.tone() == Message.Tone.PROBLEM));
        assertTrue(model.messageProperty().get().orElseThrow().text().contains("choose a file"));
        assertSame(before, model.session());
        assertEquals(3, model.training().step());
    }

    @Test
    void whatWasLearnedIsSaidToBelongToAnotherDistribution() {
        clickOn("#train-step");
        until(() -> model.learnedScore().isPresent());
        interact(() -> model.edit(s -> s.withDensity(new DensitySpec.Preset("two-moons"))));
        assertTrue(model.learnedScore().isPresent());
        assertEquals(Phase.ELSEWHERE, model.training().phase());
        clickOn("#train-play");
        until(() -> model.training().step() > 1);
    }

    /** Checked while paused, so that only the check box changes the picture. */
    @Test
    void theBoxShowsAveragedOrNewestWeights() throws Exception {
        interact(() -> model.edit(session -> smallTraining(session, 0.9)));
        type(KeyCode.L);
        clickOn("#train-play");
        until(() -> model.training().step() > 40);
        clickOn("#train-play");
        until(() -> model.training().phase() == Phase.PAUSED);
        var box = lookup("#train-average").queryAs(CheckBox.class);
        assertTrue(box.isVisible() && box.isSelected());
        int[] averaged = learnedPicture();
        clickOn(box);
        until(() -> !Arrays.equals(averaged, learnedPicture()));
        var newest = shownArrows();
        clickOn(box);
        until(() -> Arrays.equals(averaged, learnedPicture()));
        var saved = arrows(savedWeights());
        assertEquals(saved, shownArrows(), "a file holds the averaged weights");
        assertNotEquals(saved, newest);
        interact(() -> model.edit(session -> smallTraining(session, 0)));
        assertFalse(box.isVisible(), "without an average there is nothing to choose");
    }

    private ScoreField savedWeights() throws IOException {
        var file = folder.resolve("averaged.npz");
        dialogs.answer(file);
        clickOn("#train-save");
        until(() -> Files.exists(file));
        return WeightsFile.read(file);
    }

    private List<Double> shownArrows() {
        return arrows(model.learnedScore().orElseThrow());
    }

    /** The score at a few points. */
    private List<Double> arrows(ScoreField score) {
        double[] x = {-2, 0, 1, 2};
        double[] y = {1, -2, 0, 1};
        var outX = new double[x.length];
        var outY = new double[x.length];
        score.score(x, y, 0, x.length, model.level(), outX, outY);
        return DoubleStream.concat(DoubleStream.of(outX), DoubleStream.of(outY))
                .boxed()
                .toList();
    }

    private int[] learnedPicture() {
        interact(() -> lookup(".stage").queryAs(StageView.class).drawNow());
        return picture("#plane-learned");
    }

    /** A session whose training takes one or two seconds. */
    private static Session smallTraining(Session session, double ema) {
        var training = session.training();
        var scalars = training.scalars()
                .with(TrainingParameters.BATCH, 128L)
                .with(TrainingParameters.SAMPLES, 4000L)
                .with(TrainingParameters.STEPS, 1_000_000L)
                .with(TrainingParameters.SCHEDULE, "constant")
                .with(TrainingParameters.EMA, ema);
        return session.withTraining(
                new TrainingSettings(scalars, List.of(32, 32), new TrainingSettings.Levels(4, 4, 0.5)));
    }
}
