package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import scorescope.session.Session;
import scorescope.ui.dialog.Dialogs;

/** A laid-out window of any size for tests of layout, without a stage unless requested. For use on the JavaFX thread. */
public final class LaidOutWindow implements AutoCloseable {
    private static final long SECONDS = 240;

    private final AppContext context;
    private final MainWindow window;
    private final Scene scene;

    /** A test's work in the window. */
    @FunctionalInterface
    public interface Look {
        void at(LaidOutWindow window);
    }

    private LaidOutWindow(Session session, double width, double height) {
        ThemeStyles.loadFonts();
        context = AppContext.on(session);
        window = new MainWindow(context, Dialogs.NOBODY, Path.of(System.getProperty("java.io.tmpdir"), "none"));
        scene = window.scene(width, height);
    }

    /** Opens a window, lays it out, runs {@code look} and closes it, on the JavaFX thread. */
    public static void on(Session session, double width, double height, Look look) throws Exception {
        onFx(() -> {
            try (var opened = new LaidOutWindow(session, width, height)) {
                opened.lay();
                look.at(opened);
            }
        });
    }

    /** The same with a stage, for the focus; the headless screen has 1000 × 1000 pixels. */
    public static void onScreen(Session session, double width, double height, Look look) throws Exception {
        onFx(() -> {
            var stage = new Stage();
            try (var opened = new LaidOutWindow(session, width, height)) {
                stage.setScene(opened.scene);
                stage.setX(0);
                stage.setY(0);
                stage.show();
                opened.lay();
                look.at(opened);
            } finally {
                stage.hide();
            }
        });
    }

    private static void onFx(Runnable work) throws Exception {
        var task = new FutureTask<>(work, true);
        Platform.runLater(task);
        assertTrue(task.get(SECONDS, TimeUnit.SECONDS));
    }

    public AppContext context() {
        return context;
    }

    public MainWindow window() {
        return window;
    }

    public Scene scene() {
        return scene;
    }

    /** Publishes results and lays the scene out, twice, since parts fold by their width. */
    public void lay() {
        context.pulse(System.nanoTime(), false);
        for (int pass = 0; pass < 2; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    @Override
    public void close() {
        // Closes the context too.
        window.close();
    }
}
