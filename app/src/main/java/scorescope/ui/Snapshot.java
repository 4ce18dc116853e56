package scorescope.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import scorescope.core.io.AtomicFile;
import scorescope.session.Session;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.preference.Theme;

/** Draws the real window without a display. */
public final class Snapshot {
    private Snapshot() {}

    /** The same under a theme given by its name, {@code light} or {@code dark}. */
    public static void draw(Session session, int width, int height, Path png, String theme) {
        draw(session, width, height, png, Theme.valueOf(theme.toUpperCase(Locale.ROOT)));
    }

    /**
     * Draws the window on {@code session} to a PNG, once all its pictures are complete.
     *
     * @throws scorescope.core.BadInputException if the session cannot be shown, or the folder does not exist
     */
    public static void draw(Session session, int width, int height, Path png, Theme theme) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        ToolkitSettings.leaveNoTraces();
        ToolkitSettings.findPlaceForLibraries();
        var drawn = new CompletableFuture<WritableImage>();
        Runnable draw = () -> {
            ThemeStyles.loadFonts();
            try (var context = AppContext.on(session)) {
                context.model().preferences().themeProperty().set(theme);
                var window = new MainWindow(context, Dialogs.NOBODY, png.resolveSibling("recovery.scorescope.json"));
                var scene = window.scene(width, height);
                context.player().requireStep();
                window.drawNow();
                drawn.complete(scene.snapshot(null));
                window.close();
            } catch (RuntimeException | Error failure) {
                drawn.completeExceptionally(failure);
            }
        };
        try {
            Platform.startup(draw);
        } catch (IllegalStateException alreadyStarted) {
            Platform.runLater(draw);
        }
        try {
            var image = drawn.get();
            var bytes = new ByteArrayOutputStream();
            // A stream over memory leaves no temporary file behind if the disk is full.
            try (var out = new MemoryCacheImageOutputStream(bytes)) {
                if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out)) {
                    throw new IOException("this Java writes no PNG");
                }
            }
            AtomicFile.write(png, bytes.toByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
