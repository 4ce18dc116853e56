package scorescope.ui.inspector;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import scorescope.plot.guide.Numbers;
import scorescope.words.Words;

/**
 * Colours on the track of a step size. With λ the sharpest curvature of log p: below half of the longest stable step each
 * step at the sharpest mode falls short of it, then it passes it and comes nearer, and above the longest it ends farther away.
 */
final class StabilityBand {
    private static final String STYLE = "banded";

    private StabilityBand() {}

    static void mark(Slider slider, SliderScale scale, OptionalDouble longest) {
        slider.getStyleClass().remove(STYLE);
        slider.setStyle("");
        slider.setTooltip(null);
        if (longest.isEmpty()) {
            return;
        }
        double most = longest.getAsDouble();
        double half = percent(scale.place(most / 2));
        double end = percent(scale.place(most));
        slider.getStyleClass().add(STYLE);
        slider.setStyle(String.format(
                Locale.ROOT,
                "-sc-band: linear-gradient(to right, -sc-stable 0%%, -sc-stable %1$.1f%%, -sc-overshoots %1$.1f%%,"
                        + " -sc-overshoots %2$.1f%%, -sc-unstable %2$.1f%%, -sc-unstable 100%%);",
                half,
                end));
        slider.setTooltip(new Tooltip(Words.text(
                "ui.stability-band", Numbers.significant(most / 2, 3), Numbers.significant(most, 3))));
    }

    private static double percent(double place) {
        return 100 * Math.clamp(place, 0, 1);
    }
}
