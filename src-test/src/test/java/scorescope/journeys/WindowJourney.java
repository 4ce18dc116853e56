package scorescope.journeys;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobotInterface;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.plot.paint.Viewport;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.ui.AppContext;
import scorescope.ui.MainWindow;
import scorescope.ui.ThemeStyles;
import scorescope.ui.model.WindowModel;

/** The window driven by a robot on the headless platform (a screen of 1000 × 1000), one test class at a time. */
@ResourceLock("JavaFX")
abstract class WindowJourney extends ApplicationTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 760;

    /** In milliseconds; the default of 30 s is too short while other tests use both cores. */
    private static final int SETUP_MILLIS = 120_000;

    static {
        System.setProperty("testfx.setup.timeout", Integer.toString(SETUP_MILLIS));
    }

    @TempDir
    Path folder;

    final AnsweredDialogs dialogs = new AnsweredDialogs();
    Stage stage;
    AppContext context;
    WindowModel model;

    /** The session that the window opens with. */
    Session opening() {
        return SessionDefaults.opening();
    }

    /** The opening session with a network so small that something is learned within seconds, and few particles. */
    static Session learningAtOnce() {
        var session = SessionDefaults.opening();
        var training = session.training();
        var scalars = training.scalars()
                .with(TrainingParameters.BATCH, 64L)
                .with(TrainingParameters.SAMPLES, 1000L)
                .with(TrainingParameters.STEPS, 1_000_000L);
        return session.withTraining(new TrainingSettings(scalars, List.of(12, 12), training.levels()))
                .withSampler(session.sampler().withParticles(120));
    }

    /** Folder of unsaved work. */
    final Path recovery() {
        return folder.resolve("recovery.scorescope.json");
    }

    @Override
    public void start(Stage shown) {
        ThemeStyles.loadFonts();
        stage = shown;
        context = AppContext.on(opening());
        model = context.model();
        var window = new MainWindow(context, dialogs, recovery());
        shown.setScene(window.scene(WIDTH, HEIGHT));
        shown.setOnCloseRequest(event -> {
            if (!window.mayClose()) {
                event.consume();
            }
        });
        shown.setOnHidden(event -> {
            boolean unusedAnswer = window.mayClose();
            window.close();
        });
        shown.show();
    }

    @Override
    public void stop() {
        stage.hide();
    }

    final void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError(
                    "waited in vain; the window says " + model.messageProperty().get(), late);
        }
    }

    /**
     * Clicks a node at its position after layout, moving the pointer at once: the robot alone would use (0, 0) for a node that
     * has just appeared, and move for half a second.
     */
    @Override
    public FxRobotInterface clickOn(String query, MouseButton... buttons) {
        WaitForAsyncUtils.waitForAsyncFx(
                SETUP_MILLIS, () -> lookup(query).query().getScene().getRoot().layout());
        robotContext().getMouseRobot().moveNoWait(point(query).query());
        return clickOn(buttons);
    }

    /** Chooses an item of the menu or of a submenu. */
    final void choose(String id) {
        interact(() -> lookup("#menu").queryAs(MenuButton.class).getItems().stream()
                .flatMap(WindowJourney::leaves)
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static Stream<MenuItem> leaves(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream().flatMap(WindowJourney::leaves) : Stream.of(item);
    }

    /** Drags the thumb of a slider. */
    final void dragThumb(String selector, double by) {
        drag(lookup(selector).lookup(".thumb").<Node>query()).moveBy(by, 0).drop();
    }

    /** The stage's plane of the analytic score. */
    final Node plane() {
        return lookup("#plane-analytic").query();
    }

    final Viewport viewport() {
        var bounds = plane().getLayoutBounds();
        var view = model.session().view();
        return Viewport.fit(0, 0, bounds.getWidth(), bounds.getHeight(), view.x0(), view.x1(), view.y0(), view.y1());
    }

    /** A point of the plane on the screen. */
    final Point2D onScreen(double x, double y) {
        return plane().localToScreen(viewport().toX(x), viewport().toY(y));
    }

    /** The present pixels of a part of the window. */
    final int[] picture(String selector) {
        var pixels = new int[1][];
        interact(() -> {
            var image = lookup(selector).query().snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            pixels[0] = new int[width * height];
            image.getPixelReader()
                    .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels[0], 0, width);
        });
        return pixels[0];
    }
}
