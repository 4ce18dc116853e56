package scorescope.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.Test;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.Patches;
import scorescope.ui.LaidOutWindow;
import scorescope.ui.stage.OnToolkit;

/** The thumb of the step size has the colour of its range, since it hides the track. */
@OnToolkit
class StabilityBandTest {
    private static final OptionalDouble LONGEST = OptionalDouble.of(0.2);

    /** The colour of the thumb at a step size, for a longest stable step {@code longest}. */
    private static Paint thumb(LaidOutWindow opened, OptionalDouble longest, double step) {
        opened.context()
                .model()
                .edit(session -> Patches.apply(session, Patches.setting(session, "sampler.stepSize=" + step)));
        var slider = (Slider) opened.scene().lookup("#sample-stepSize-slider");
        // The page has marked its own bound.
        ((StabilityBand) slider.getParent()).mark(longest);
        opened.lay();
        return ((Region) slider.lookup(".thumb"))
                .getBackground()
                .getFills()
                .getFirst()
                .getFill();
    }

    @Test
    void theThumbTurnsAmberBeyondHalfOfTheLongestStepAndRedBeyondIt() throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), 1280, 800, opened -> {
            opened.window().commands().named("page-sample").run();
            opened.lay();
            var none = OptionalDouble.empty();
            var usual = thumb(opened, none, 0.05);
            String help = opened.scene().lookup("#sample-stepSize-slider").getAccessibleHelp();
            assertEquals(usual, thumb(opened, LONGEST, 0.05));
            assertEquals(Color.web("#c98a00"), thumb(opened, LONGEST, 0.15));
            assertEquals(Color.web("#c2293f"), thumb(opened, LONGEST, 0.3));
            String banded = opened.scene().lookup("#sample-stepSize-slider").getAccessibleHelp();
            assertTrue(banded.contains("0.1") && banded.contains("0.2"), banded);
            assertEquals(usual, thumb(opened, LONGEST, 0.09));
            assertEquals(usual, thumb(opened, none, 0.3), "where nothing is known of stability nothing is said");
            assertEquals(help, opened.scene().lookup("#sample-stepSize-slider").getAccessibleHelp());
        });
    }
}
