package scorescope.ui;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Stage;
import scorescope.session.Session;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.stage.JavaFx;

/** A laid-out window of any size for tests of layout, without a stage unless requested. For use on the JavaFX thread. */
public final class LaidOutWindow implements AutoCloseable {
    private static final Path NO_FOLDER = Path.of(System.getProperty("java.io.tmpdir"), "none");

    private final AppContext context;
    private final MainWindow window;
    private final Scene scene;

    /** A test's work in the window. */
    @FunctionalInterface
    public interface Look {
        void at(LaidOutWindow window);
    }

    /** @param unsaved where unsaved work goes */
    LaidOutWindow(Session session, Dialogs dialogs, Path unsaved, double width, double height) {
        ThemeStyles.loadFonts();
        context = AppContext.on(session);
        window = new MainWindow(context, dialogs, unsaved);
        scene = window.scene(width, height);
    }

    /** Opens a window, lays it out, runs {@code look} and closes it, on the JavaFX thread. */
    public static void on(Session session, double width, double height, Look look) throws Exception {
        JavaFx.call(() -> {
            try (var opened = new LaidOutWindow(session, Dialogs.NOBODY, NO_FOLDER, width, height)) {
                opened.lay();
                look.at(opened);
                return true;
            }
        });
    }

    /** The same with a stage, for the focus; the headless screen has 1000 × 1000 pixels. */
    public static void onScreen(Session session, double width, double height, Look look) throws Exception {
        JavaFx.call(() -> {
            try (var opened = new LaidOutWindow(session, Dialogs.NOBODY, NO_FOLDER, width, height)) {
                var stage = opened.show();
                try {
                    opened.lay();
                    look.at(opened);
                } finally {
                    stage.hide();
                }
                return true;
            }
        });
    }

    /**
     * Shows it at the top of the screen: the headless one has 1000 rows, and a full-screen picture of a window that is
     * not at its top has no room.
     */
    Stage show() {
        var stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        return stage;
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
