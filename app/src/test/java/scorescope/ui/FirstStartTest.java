package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.session.DensitySpec;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.stage.JavaFx;
import scorescope.ui.stage.OnToolkit;

/** The first start offers three beginnings once, and each shows something that moves. */
@OnToolkit
class FirstStartTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstStartIsFirstOnce() throws Exception {
        var home = folder.resolve("home");
        assertTrue(FirstStart.isFirst(home));
        assertFalse(FirstStart.isFirst(home));
        assertTrue(Files.exists(home.resolve("first-start")));
        var made = Files.createDirectories(folder.resolve("made"));
        assertTrue(FirstStart.isFirst(made), "a folder in which nothing is kept");
        var used = Files.createDirectories(folder.resolve("used"));
        Files.createDirectory(used.resolve("recovery"));
        assertFalse(FirstStart.isFirst(used), "a folder of an earlier version");
        var file = Files.writeString(folder.resolve("file"), "no folder");
        assertFalse(FirstStart.isFirst(file.resolve("home")), "where nothing can be kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "try"})
    void withReducedMotionTheSceneStandsUntilItIsPlayed(String card) throws Exception {
        try (var shown = ShownWindow.open(Dialogs.NOBODY, folder, 900, 600)) {
            boolean moves = JavaFx.call(() -> {
                shown.context.model().preferences().switchMotion();
                shown.window.welcome();
                ((Button) shown.stage.getScene().lookup("#first-" + card)).fire();
                return shown.context.player().playingProperty().get();
            });
            assertFalse(moves);
            assertTrue(JavaFx.call(() -> {
                shown.context.player().play();
                return shown.context.player().playingProperty().get();
            }));
        }
    }

    @ParameterizedTest
    @CsvSource({"class, three-gaussians, reverse-sde", "try, two-moons, langevin", "figure, swiss-roll, reverse-sde"})
    void aCardOpensASceneThatMoves(String card, String preset, String sampler) throws Exception {
        try (var shown = ShownWindow.open(Dialogs.NOBODY, folder, 900, 600)) {
            var context = shown.context;
            var stage = shown.stage;
            JavaFx.call(() -> {
                shown.window.welcome();
                ((Button) stage.getScene().lookup("#first-" + card)).fire();
                return true;
            });
            var session = JavaFx.call(() -> context.model().session());
            assertEquals(new DensitySpec.Preset(preset), session.density());
            assertEquals(sampler, session.sampler().method().kind());
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> card.equals("figure")
                            ? JavaFx.call(() -> stage.getScene().lookup("#composer")) != null
                            : JavaFx.call(() -> context.model().particles().step()) > 2);
            assertFalse(
                    JavaFx.call(() -> stage.getScene().lookup("#first-start").isVisible()));
            assertEquals(card.equals("class"), JavaFx.call(shown.window::presenting));
            assertFalse(JavaFx.call(() -> context.model().undoableProperty().get()), "to begin is no step of undo");
        }
    }
}
