package scorescope.plot.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.ThemeColor;

/**
 * Curves over two axes.
 *
 * @param cursor value on the first axis at which a vertical line marks the current moment
 * @param behind image drawn under the curves
 * @param stamp a word over the curves
 */
public record Chart(
        ChartAxis across,
        ChartAxis up,
        List<Curve> curves,
        OptionalDouble cursor,
        Optional<Backdrop> behind,
        Optional<Stamp> stamp) {
    public Chart {
        curves = List.copyOf(curves);
    }

    /** An image that fills the chart: {@code columns · rows} pixels 0xAARRGGBB, row by row from the top. */
    public record Backdrop(int[] argb, int columns, int rows) {}

    /** A word in the upper left corner. */
    public record Stamp(String text, ThemeColor color) {}

    public Chart(ChartAxis across, ChartAxis up, List<Curve> curves) {
        this(across, up, curves, OptionalDouble.empty(), Optional.empty(), Optional.empty());
    }

    public Chart stamped(String text, ThemeColor color) {
        return new Chart(across, up, curves, cursor, behind, Optional.of(new Stamp(text, color)));
    }

    public Chart over(Backdrop image) {
        return new Chart(across, up, curves, cursor, Optional.of(image), stamp);
    }

    public Chart at(double present) {
        return new Chart(across, up, curves, OptionalDouble.of(present), behind, stamp);
    }

    /** One legend entry for each curve that has a name. */
    public List<Legend.Entry> legend() {
        return curves.stream()
                .filter(curve -> !curve.name().isEmpty())
                .map(Curve::entry)
                .toList();
    }
}
