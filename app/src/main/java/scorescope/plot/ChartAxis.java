package scorescope.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.plot.Ticks.Tick;

/**
 * One direction of a chart.
 *
 * @param label what its numbers are; an empty formula for nothing
 * @param low the number at its start; above 0 on a log scale
 * @param high the number at its end
 */
public record ChartAxis(Formula label, double low, double high, Scale scale) {
    /** How numbers become places. */
    public enum Scale {
        LINEAR,
        /** As linear, with numbers at whole ones alone: what counts things has no halves. */
        COUNTED,
        LOGARITHMIC
    }

    private static final int[] ONE = {1};
    private static final int[] THREE = {1, 2, 5};

    public ChartAxis {
        if (!(high > low) || (scale == Scale.LOGARITHMIC && !(low > 0)) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("not an axis: [" + low + ", " + high + "]");
        }
    }

    public static ChartAxis linear(String label, double low, double high) {
        return new ChartAxis(Formula.parse(label), low, high, Scale.LINEAR);
    }

    /** For the first, the second and so on. */
    public static ChartAxis counted(String label, double low, double high) {
        return new ChartAxis(Formula.parse(label), low, high, Scale.COUNTED);
    }

    public static ChartAxis log(String label, double low, double high) {
        return new ChartAxis(Formula.parse(label), low, high, Scale.LOGARITHMIC);
    }

    public boolean logarithmic() {
        return scale == Scale.LOGARITHMIC;
    }

    /** From 0 to just above what the range holds. */
    public static ChartAxis fromZero(String label, Range range) {
        double high = range.empty() || !(range.high() > 0) ? 1 : 1.06 * range.high();
        return linear(label, Math.min(0, range.empty() ? 0 : 1.06 * range.low()), high);
    }

    /** Just around what the range holds. */
    public static ChartAxis around(String label, Range range) {
        if (range.empty()) {
            return linear(label, 0, 1);
        }
        double room = Math.max(0.06 * (range.high() - range.low()), 1e-9 * (1 + Math.abs(range.high())));
        return linear(label, range.low() - room, range.high() + room);
    }

    /** Where a number stands on the way from {@code start} over {@code length} points; NaN if it has no place. */
    double place(double value, double start, double length) {
        double part = logarithmic() ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        // Far outside is as good as any place outside, and painters need not count so far.
        return start + length * (Double.isNaN(part) ? Double.NaN : Math.clamp(part, -50, 50));
    }

    Ticks ticks(int most) {
        return switch (scale) {
            case LINEAR -> scaled(Math.max(2, most));
            case COUNTED -> Ticks.between(low, high, Math.max(2, most)).whole();
            case LOGARITHMIC -> powers(Math.max(2, most));
        };
    }

    /** Two numbers at least, if need be from up to four closer together: one alone tells no scale. */
    private Ticks scaled(int most) {
        var ticks = Ticks.between(low, high, most);
        return ticks.marks().size() >= 2 ? ticks : Ticks.between(low, high, 4);
    }

    private static List<Tick> ends(int first, int last) {
        return IntStream.of(first, last)
                .mapToObj(decade -> BigDecimal.ONE.scaleByPowerOfTen(decade))
                .map(value -> new Tick(value.doubleValue(), Ticks.label(value)))
                .toList();
    }

    private Ticks powers(int most) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int decades = last - first + 1;
        int[] factors = 3 * decades <= most ? THREE : ONE;
        int stride = Math.max(1, Math.ceilDiv(decades, most));
        var marks = new ArrayList<Tick>();
        for (int decade = first - 1; decade <= last; decade++) {
            for (int factor : factors) {
                var value = BigDecimal.valueOf(factor).scaleByPowerOfTen(decade);
                double number = value.doubleValue();
                if (Math.floorMod(decade, stride) == 0 && number >= low * (1 - 1e-9) && number <= high * (1 + 1e-9)) {
                    marks.add(new Tick(number, Ticks.label(value)));
                }
            }
        }
        if (marks.size() >= 2) {
            return new Ticks(marks);
        }
        return decades < 2 ? Ticks.between(low, high, most) : new Ticks(ends(first, last));
    }
}
