package scorescope.plot.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.plot.guide.Ticks;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Range;
import scorescope.words.Words;

/**
 * One axis of a chart.
 *
 * @param label title of the axis; an empty formula for none
 * @param low value at its start; positive on a logarithmic scale
 * @param high value at its end
 */
public record ChartAxis(Formula label, double low, double high, Scale scale) {
    /** How values map to positions. */
    public enum Scale {
        LINEAR,
        /** As linear, with ticks at integers only: for counts. */
        COUNTED,
        LOGARITHMIC
    }

    private static final double SLACK = 1.25;

    /** A logarithmic axis is extended to the next power of ten if that lengthens it by at most this share. */
    private static final double FARTHER = 0.25;

    private static final int[] ONE = {1};
    private static final int[] THREE = {1, 2, 5};

    public ChartAxis {
        if (!(high > low) || (scale == Scale.LOGARITHMIC && !(low > 0)) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(Words.text("figure.chart-axis.not-axis", low, high));
        }
    }

    public static ChartAxis linear(String label, double low, double high) {
        return new ChartAxis(Formula.parse(label), low, high, Scale.LINEAR);
    }

    /** A linear axis with ticks at integers only. */
    public static ChartAxis counted(String label, double low, double high) {
        return new ChartAxis(Formula.parse(label), low, high, Scale.COUNTED);
    }

    public static ChartAxis log(String label, double low, double high) {
        return new ChartAxis(Formula.parse(label), low, high, Scale.LOGARITHMIC);
    }

    public boolean logarithmic() {
        return scale == Scale.LOGARITHMIC;
    }

    /** From 0, or 6 % below a negative end, to 6 % above the end of the range. */
    public static ChartAxis fromZero(String label, Range range) {
        double high = range.empty() || !(range.high() > 0) ? 1 : 1.06 * range.high();
        return linear(label, Math.min(0, range.empty() ? 0 : 1.06 * range.low()), high);
    }

    /** The range with a margin of 6 % of its length at both ends. */
    public static ChartAxis around(String label, Range range) {
        if (range.empty()) {
            return linear(label, 0, 1);
        }
        double room = Math.max(0.06 * (range.high() - range.low()), 1e-9 * (1 + Math.abs(range.high())));
        return linear(label, range.low() - room, range.high() + room);
    }

    /**
     * A logarithmic axis around the range, cut to {@code least} and {@code most}. An end is moved to the next power of ten
     * if that is close, so that a tick stands below the lowest value and one above the highest.
     */
    public static ChartAxis logAround(String label, Range range, double least, double most) {
        if (range.empty()) {
            return log(label, least, most);
        }
        double low = Math.clamp(range.low() / SLACK, least, most / 2);
        double high = Math.clamp(range.high() * SLACK, 2 * low, most);
        double near = FARTHER * Math.log10(high / low);
        double below = Math.pow(10, Math.floor(Math.log10(low)));
        double above = Math.pow(10, Math.ceil(Math.log10(high)));
        return log(
                label,
                Math.log10(low / below) <= near ? Math.max(least, below) : low,
                Math.log10(above / high) <= near ? Math.min(most, above) : high);
    }

    /** The same for the values of curves; error bars may reach beyond it. */
    public static ChartAxis logAround(String label, List<Curve> curves, double least, double most) {
        return logAround(label, curves.stream().map(Curve::values).reduce(Range.NONE, Range::and), least, most);
    }

    /** Position of a value on an axis from {@code start} over {@code length}, in points; NaN if it has none. */
    public double place(double value, double start, double length) {
        double part = logarithmic() ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        // Cut at 50 lengths outside: painters need no larger coordinates.
        return start + length * (Double.isNaN(part) ? Double.NaN : Math.clamp(part, -50, 50));
    }

    public Ticks ticks(int most) {
        return switch (scale) {
            case LINEAR -> Ticks.twoAtLeast(low, high, Math.max(2, most));
            case COUNTED -> Ticks.between(low, high, Math.max(2, most)).whole();
            case LOGARITHMIC -> powers(Math.max(2, most));
        };
    }

    /** Two powers of ten far apart; one of them is 1 if it lies on the axis, since ratios are compared with 1. */
    private static List<BigDecimal> farApart(int first, int last) {
        boolean one = first < 0 && last > 0;
        int lower = one && -first <= last ? 0 : first;
        int upper = one && -first > last ? 0 : last;
        return IntStream.of(lower, upper)
                .mapToObj(BigDecimal.ONE::scaleByPowerOfTen)
                .toList();
    }

    private Ticks powers(int most) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int decades = last - first + 1;
        int stride = Math.max(1, Math.ceilDiv(decades, most));
        var marks = marks(3 * decades <= most ? THREE : ONE, first, last, stride);
        if (marks.size() >= 2) {
            return Ticks.logarithmic(marks);
        }
        if (decades >= 2) {
            return Ticks.logarithmic(farApart(first, last));
        }
        // Fewer than two powers of ten: of 1, 2, 5 times a power the two farthest apart, since equal steps crowd at the
        // upper end of a logarithmic scale.
        var closer = marks(THREE, first, last, 1);
        return closer.size() < 2
                ? Ticks.between(low, high, most)
                : Ticks.logarithmic(closer.size() <= most ? closer : List.of(closer.getFirst(), closer.getLast()));
    }

    /** The factors times every {@code stride}-th power of ten, where they lie on the axis. */
    private List<BigDecimal> marks(int[] factors, int first, int last, int stride) {
        var marks = new ArrayList<BigDecimal>();
        for (int decade = first - 1; decade <= last; decade++) {
            for (int factor : factors) {
                var value = BigDecimal.valueOf(factor).scaleByPowerOfTen(decade);
                double number = value.doubleValue();
                if (Math.floorMod(decade, stride) == 0 && number >= low * (1 - 1e-9) && number <= high * (1 + 1e-9)) {
                    marks.add(value);
                }
            }
        }
        return marks;
    }
}
