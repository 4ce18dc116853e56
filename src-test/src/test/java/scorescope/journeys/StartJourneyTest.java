package scorescope.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.core.sampling.Start;
import scorescope.plot.Viewport;
import scorescope.session.SessionDefaults;
import scorescope.ui.MainWindow;
import scorescope.ui.Workbench;
import scorescope.ui.model.ParticleFrame;
import scorescope.ui.model.WorkbenchModel;

/** What a person does to say where particles begin, and to come back there. */
final class StartJourneyTest extends ApplicationTest {
    @TempDir
    private Path folder;

    private Stage stage;
    private WorkbenchModel model;

    @Override
    public void start(Stage shown) {
        stage = shown;
        var workbench = Workbench.on(SessionDefaults.opening());
        model = workbench.model();
        var window = new MainWindow(workbench, new AnsweredDialogs(), folder.resolve("recovery.scorescope.json"));
        shown.setScene(window.scene(1000, 760));
        shown.setOnHidden(_ -> window.close());
        shown.show();
    }

    @Override
    public void stop() {
        stage.hide();
    }

    @Test
    void particlesBeginWhereThePenDrewAndOneComesBackThere() {
        openSampleSection();
        ComboBox<String> kind = lookup("#sample-start").queryComboBox();
        interact(() -> kind.setValue("drawn"));
        assertTrue(lookup("#sample-start-draw").queryAs(ToggleButton.class).isSelected(), "the pen is in hand");
        clickOn("#sample-start-0").eraseText(8).write("0").type(KeyCode.ENTER);
        drag(onScreen(-3, 3)).moveBy(30, 0).moveBy(30, 0).moveBy(0, 25).drop();
        var drawn = drawn();
        assertTrue(drawn.points() >= 4 && drawn.std() == 0, drawn.toString());
        double pixel = 1 / scale();
        assertEquals(-3, drawn.xy().get(0), pixel);
        assertEquals(3, drawn.xy().get(1), pixel);
        assertEquals(-3 + 60 * pixel, drawn.xy().get(drawn.xy().size() - 2), pixel);
        assertEquals(3 - 25 * pixel, drawn.xy().getLast(), pixel);

        clickOn("#play");
        until(() -> frame().step() > 5);
        clickOn("#play");
        assertTrue(farthestFromAStart() > 0.1, "particles have left");
        drag(lookup("#sample-clock").lookup(".thumb").<Node>query())
                .moveBy(-200, 0)
                .drop();
        until(() -> frame().step() == 0);
        assertEquals(model.session().sampler().particles(), frame().count());
        assertEquals(0, farthestFromAStart(), 1e-12);
        for (int point = 0; point < drawn.points(); point++) {
            double x = drawn.xy().get(2 * point);
            double y = drawn.xy().get(2 * point + 1);
            assertTrue(startsAt(x, y), () -> "no particle begins at " + x + ", " + y);
        }
        assertFalse(model.interacting());
    }

    /** Sections above it fold away, so that it stands in sight. */
    private void openSampleSection() {
        clickOn("#distribution-header");
        clickOn("#train-header");
        clickOn("#sample-header");
    }

    private Start.Drawn drawn() {
        return assertInstanceOf(Start.Drawn.class, model.session().sampler().start());
    }

    private ParticleFrame frame() {
        return model.analyticParticlesProperty().get();
    }

    private double farthestFromAStart() {
        var particles = frame().particles();
        var xy = drawn().xy();
        double farthest = 0;
        for (int i = 0; i < particles.count(); i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int point = 0; point < xy.size(); point += 2) {
                nearest = Math.min(
                        nearest,
                        Math.hypot(particles.x()[i] - xy.get(point), particles.y()[i] - xy.get(point + 1)));
            }
            farthest = Math.max(farthest, nearest);
        }
        return farthest;
    }

    private boolean startsAt(double x, double y) {
        var particles = frame().particles();
        return IntStream.range(0, particles.count())
                .anyMatch(i -> particles.x()[i] == x && particles.y()[i] == y);
    }

    private Viewport viewport() {
        var bounds = plane().getLayoutBounds();
        var view = model.session().view();
        return Viewport.fit(0, 0, bounds.getWidth(), bounds.getHeight(), view.x0(), view.x1(), view.y0(), view.y1());
    }

    private double scale() {
        return viewport().scale();
    }

    /** A point of the plane on the screen. */
    private Point2D onScreen(double x, double y) {
        return plane().localToScreen(viewport().toX(x), viewport().toY(y));
    }

    private Node plane() {
        return lookup("#plane-analytic").query();
    }

    private static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("waited in vain", late);
        }
    }
}
