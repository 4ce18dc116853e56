package scorescope.journeys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scorescope.cli.Cli;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportFormat;
import scorescope.session.Session;
import scorescope.session.Shown;
import scorescope.ui.model.TrainingStatus.Phase;

/** A file exported from the window gives the same picture on the command line. */
final class ExportJourneyTest extends WindowJourney {
    private static final int STEP = 20;

    @Override
    Session opening() {
        return learningAtOnce();
    }

    /** Langevin to step 20, a briefly trained network, both side by side: the file needs neither window nor weights. */
    @Test
    void theExportDrawsTheSameBytesWithoutWindowAndWeights() throws IOException {
        drawTheSameBytes(List.of("svg", "png"));
    }

    @Tag("exhaustive")
    @Test
    void theExportInEveryFormatDrawsTheSameBytesWithoutWindowAndWeights() throws IOException {
        drawTheSameBytes(
                ExportCatalog.formats().stream().map(ExportFormat::extension).toList());
    }

    private void drawTheSameBytes(List<String> endings) throws IOException {
        for (int i = 0; i < STEP; i++) {
            type(KeyCode.PERIOD);
        }
        until(() -> model.session().sampler().step().equals(OptionalInt.of(STEP)));
        type(KeyCode.T);
        until(() -> model.training().step() > 30);
        type(KeyCode.T);
        until(() -> model.training().phase() == Phase.PAUSED);
        type(KeyCode.DIGIT2);
        until(() -> context.player().settled()
                && model.learnedParticlesProperty().get().step() == STEP
                && model.analyticParticlesProperty().get().step() == STEP);
        assertEquals(Shown.SIDE_BY_SIDE, model.session().shown());
        var weights = folder.resolve("net.npz");
        dialogs.answer(weights);
        clickOn("#rail-train");
        clickOn("#train-save");
        until(() -> Files.exists(weights));
        for (var ending : endings) {
            var exported = folder.resolve("window." + ending);
            dialogs.answer(exported);
            clickOn("#export").clickOn("#composer-save");
            until(() -> said(exported.toString()));
            type(KeyCode.ESCAPE);
            Files.deleteIfExists(weights);
            assertArrayEquals(Files.readAllBytes(exported), Files.readAllBytes(drawnAgain("figure", exported)), ending);
        }
    }

    /** An animation from the menu: progress over the stage; cancelled, no file; finished, the file of the command. */
    @Test
    void anAnimationIsTheCommandsAndCanBeGivenUp() throws IOException {
        var target = folder.resolve("run.gif");
        dialogs.answer(target);
        choose("menu-animate");
        until(() -> lookup("#animation-busy").query().isVisible());
        clickOn("#animation-busy-cancel");
        until(() -> said("cancelled"));
        assertTrue(Files.notExists(target));
        isTheCommands("gif");
    }

    @Tag("exhaustive")
    @Test
    void anAnimatedPngIsTheCommands() throws IOException {
        isTheCommands("png");
    }

    private void isTheCommands(String ending) throws IOException {
        var written = folder.resolve("run." + ending);
        dialogs.answer(written);
        choose("menu-animate");
        until(() -> said(written.toString()));
        assertArrayEquals(Files.readAllBytes(written), Files.readAllBytes(drawnAgain("animate", written)), ending);
    }

    private boolean said(String part) {
        return model.messageProperty()
                .get()
                .filter(message -> message.text().contains(part))
                .isPresent();
    }

    /** Draws an exported file by the command, in another folder. */
    private Path drawnAgain(String command, Path exported) throws IOException {
        var again = Files.createDirectories(folder.resolve("elsewhere")).resolve(exported.getFileName());
        var said = new ByteArrayOutputStream();
        int code = Cli.run(
                new String[] {command, exported.toString(), "-o", again.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertEquals(0, code, () -> said.toString(StandardCharsets.UTF_8));
        assertTrue(Files.size(again) > 1000);
        return again;
    }
}
