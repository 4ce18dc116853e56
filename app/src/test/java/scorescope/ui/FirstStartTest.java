package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.session.DensitySpec;
import scorescope.session.SessionDefaults;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.stage.OnToolkit;

/** Three ways to begin: offered once, and each leads to something that moves. */
@OnToolkit
class FirstStartTest {
    @TempDir
    private Path folder;

    private static <T> T onFx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    @Test
    void theFirstStartIsFirstOnce() throws Exception {
        var home = folder.resolve("home");
        assertTrue(FirstStart.isFirst(home));
        assertFalse(FirstStart.isFirst(home));
        var used = Files.createDirectories(folder.resolve("used"));
        assertFalse(FirstStart.isFirst(used), "a folder of an earlier version");
        var file = Files.writeString(folder.resolve("file"), "no folder");
        assertFalse(FirstStart.isFirst(file.resolve("home")), "where nothing can be kept");
    }

    @ParameterizedTest
    @CsvSource({"class, three-gaussians, reverse-sde", "try, two-moons, langevin", "figure, swiss-roll, reverse-sde"})
    void aCardOpensASceneThatMoves(String card, String preset, String sampler) throws Exception {
        var context = onFx(() -> AppContext.on(SessionDefaults.opening()));
        var window = onFx(() -> new MainWindow(context, Dialogs.NOBODY, folder.resolve("recovery.scorescope.json")));
        var stage = onFx(Stage::new);
        try {
            onFx(() -> {
                ThemeStyles.loadFonts();
                stage.setScene(window.scene(900, 600));
                stage.setX(0);
                stage.setY(0);
                stage.show();
                window.welcome();
                ((Button) stage.getScene().lookup("#first-" + card)).fire();
                return true;
            });
            var session = onFx(() -> context.model().session());
            assertEquals(new DensitySpec.Preset(preset), session.density());
            assertEquals(sampler, session.sampler().method().kind());
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> card.equals("figure")
                            ? onFx(() -> stage.getScene().lookup("#composer")) != null
                            : onFx(() -> context.model().particles().step()) > 2);
            assertFalse(onFx(() -> stage.getScene().lookup("#first-start").isVisible()));
            assertEquals(card.equals("class"), onFx(window::presenting));
            assertFalse(onFx(() -> context.model().undoableProperty().get()), "to begin is no step of undo");
        } finally {
            onFx(() -> {
                stage.hide();
                window.close();
                return true;
            });
        }
    }
}
