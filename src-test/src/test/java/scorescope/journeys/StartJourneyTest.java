package scorescope.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import scorescope.core.sampling.DrawnStart;
import scorescope.ui.model.ParticleFrame;

/** Choosing the particles' start, and resetting to it. */
final class StartJourneyTest extends WindowJourney {
    @Test
    void particlesBeginWhereThePenDrewAndOneComesBackThere() {
        clickOn("#rail-sample");
        ComboBox<String> kind = lookup("#sample-start").queryComboBox();
        interact(() -> kind.setValue("drawn"));
        assertTrue(lookup("#sample-start-draw").queryAs(ToggleButton.class).isSelected(), "the pen is in hand");
        clickOn("#sample-start-std").eraseText(8).write("0").type(KeyCode.ENTER);
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
        dragThumb("#sample-clock", -200);
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

    private DrawnStart drawn() {
        return assertInstanceOf(DrawnStart.class, model.session().sampler().start());
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

    private double scale() {
        return viewport().scale();
    }
}
