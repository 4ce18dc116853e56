package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import scorescope.plot.chart.Chart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Ticks.Tick;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;

/** A chart with its caption above and its numbers left and below. */
public record ChartPanel(Caption caption, Place place, Chart chart) implements Panel {
    private static final double GAP = 0.55;

    /** Farthest distance of what stands below from the right end of the axis, in sizes of the numbers. */
    private static final double END = 0.25;

    /** Smallest size of the lower axis's label, as a share of its full size. */
    private static final double SMALLEST_LABEL = 0.6;

    /** The width that the numbers and the label on the left need, in points. */
    public static double left(TextMeasure ruler, Style style, Chart chart, double height) {
        double numbers = 0;
        for (var tick : chart.up().ticks(most(height, style)).marks()) {
            numbers = Math.max(numbers, ruler.textWidth(tick.label(), style.ticks(), false));
        }
        return numbers + GAP * style.ticks() + 0.3 * style.ticks();
    }

    /** The height that the numbers and the label below need, in points. */
    public static double bottom(Style style, Chart chart) {
        return 1.7 * style.ticks() + (chart.across().label().runs().isEmpty() ? 0 : 1.35 * style.ticks());
    }

    private static int most(double length, Style style) {
        return Math.clamp((int) (length / (2.9 * style.ticks())), 2, 7);
    }

    @Override
    public void draw(Painter painter, Palette palette, Style style) {
        chart.behind()
                .ifPresent(image -> painter.image(
                        image.argb(),
                        image.columns(),
                        image.rows(),
                        place.left(),
                        place.top(),
                        place.width(),
                        place.height()));
        grid(painter, palette, style);
        painter.clip(place.left(), place.top(), place.width(), place.height());
        chart.cursor().ifPresent(present -> {
            double x = chart.across().place(present, place.left(), place.width());
            painter.polyline(
                    new double[] {x, x},
                    new double[] {place.top(), place.bottom()},
                    2,
                    false,
                    palette.mute(),
                    style.outline(),
                    Dash.DASHED);
        });
        for (var curve : chart.curves()) {
            curve.draw(painter, place, chart.across(), chart.up(), palette, style);
        }
        painter.unclip();
        chart.stamp()
                .ifPresent(stamp -> painter.text(
                        stamp.text(),
                        place.left() + style.ticks(),
                        place.top() + 1.6 * style.ticks(),
                        style.ticks(),
                        true,
                        Align.LEFT,
                        stamp.color().on(palette)));
        caption.drawOver(painter, place, palette, style);
    }

    private void grid(Painter painter, Palette palette, Style style) {
        double size = style.ticks();
        var upwards = chart.up().ticks(most(place.height(), style));
        var written = upwards.upwards(this::height, size);
        for (var tick : upwards.marks()) {
            double y = height(tick.value());
            if (chart.behind().isEmpty()) {
                painter.segments(
                        new double[] {place.left(), place.right()},
                        new double[] {y, y},
                        2,
                        palette.line(),
                        style.hairline());
            }
            if (written.contains(tick)) {
                painter.text(
                        tick.label(),
                        place.left() - GAP * size,
                        y + 0.36 * size,
                        size,
                        false,
                        Align.RIGHT,
                        palette.mute());
            }
        }
        var across = chart.across().ticks(most(0.8 * place.width(), style)).marks();
        for (var tick : across) {
            double x = chart.across().place(tick.value(), place.left(), place.width());
            painter.segments(
                    new double[] {x, x},
                    new double[] {place.bottom(), place.bottom() + 0.3 * size},
                    2,
                    palette.mute(),
                    style.hairline());
        }
        for (var number : apart(numbers(painter, across, size), 0.25 * size)) {
            painter.text(
                    number.label(),
                    number.middle(),
                    place.bottom() + 1.4 * size,
                    size,
                    false,
                    Align.CENTER,
                    palette.mute());
        }
        painter.polyline(
                new double[] {place.left(), place.left(), place.right()},
                new double[] {place.top(), place.bottom(), place.bottom()},
                3,
                false,
                palette.mute(),
                style.hairline(),
                Dash.SOLID);
        below(painter, palette, style);
        head(painter, palette, size);
    }

    /** Where a value lies, in points from the top. */
    private double height(double value) {
        return chart.up().place(value, place.bottom(), -place.height());
    }

    /**
     * Draws the label of the lower axis, centred where it does not reach beyond the numbers on either side; smaller in
     * a chart that is narrow, and not at all in one that is too narrow for legible type.
     */
    private void below(Painter painter, Palette palette, Style style) {
        var label = chart.across().label();
        double left = place.left() - left(painter, style, chart, place.height());
        double right = place.right() + END * style.ticks();
        double share = Math.min(1, (right - left) / label.width(painter, style.ticks(), false));
        if (share >= SMALLEST_LABEL) {
            double size = share * style.ticks();
            double half = 0.5 * label.width(painter, size, false);
            double middle =
                    Math.clamp(place.left() + place.width() / 2, left + half, Math.max(left + half, right - half));
            label.draw(
                    painter, middle, place.bottom() + 2.75 * style.ticks(), size, false, Align.CENTER, palette.mute());
        }
    }

    /**
     * Draws the label of the left axis inside the plot at the top of the axis, since there is no room beside the
     * caption's line.
     */
    private void head(Painter painter, Palette palette, double size) {
        var label = chart.up().label();
        double left = place.left() + 0.4 * size;
        if (chart.behind().isEmpty() && !label.runs().isEmpty()) {
            // Clears the background, so that no grid line crosses the label.
            painter.rectangle(left, place.top(), label.width(painter, size, false), 1.2 * size, palette.panel());
        }
        label.draw(painter, left, place.top() + 0.9 * size, size, false, Align.LEFT, palette.mute());
    }

    /** A number on the lower axis, with half its width. */
    private record Numeral(String label, double middle, double half) {
        boolean touches(Numeral other, double gap) {
            return Math.abs(middle - other.middle) < half + other.half + gap;
        }
    }

    /** Numbers on the lower axis in order of priority: on a log scale powers of ten first. */
    private List<Numeral> numbers(Painter painter, List<Tick> ticks, double size) {
        return ticks.stream()
                .sorted(Comparator.comparing(tick -> chart.across().logarithmic() && !powerOfTen(tick.value())))
                .map(tick -> {
                    double half = 0.5 * painter.textWidth(tick.label(), size, false);
                    double x = chart.across().place(tick.value(), place.left(), place.width());
                    // Shifted left at the right end of a figure, where there is no room for half a number.
                    return new Numeral(tick.label(), Math.min(x, place.right() + END * size - half), half);
                })
                .toList();
    }

    private static boolean powerOfTen(double value) {
        double power = Math.log10(value);
        return Math.abs(power - Math.rint(power)) < 1e-9;
    }

    /** Omits numbers that would touch an earlier one; their tick marks remain without a number. */
    private static List<Numeral> apart(List<Numeral> numbers, double gap) {
        var placed = new ArrayList<Numeral>();
        numbers.stream()
                .filter(number -> placed.stream().noneMatch(other -> number.touches(other, gap)))
                .forEachOrdered(placed::add);
        return placed;
    }
}
