package scorescope.plot.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescope.core.parameter.Parameter;

/** Values of a parameter that are worth comparing with its present one. */
final class ComparedValues {
    private ComparedValues() {}

    /** The present value, then others around it; may contain equal values. */
    static Stream<Object> around(Parameter<?> parameter, Object present) {
        return switch (parameter) {
            case Parameter.Real real -> of(real, ((Number) present).doubleValue());
            case Parameter.Whole whole -> of(whole, ((Number) present).longValue());
            case Parameter.OneOf<?> one -> Stream.concat(Stream.of(present), one.ids().stream());
            case Parameter.Pair _ -> {
                var pair = (List<?>) present;
                yield Stream.of(1.0, 2.0, 0.5)
                        .map(factor ->
                                List.of(factor * number(pair.get(0)), factor * number(pair.get(1)) + factor - 1));
            }
            case Parameter.Points _ -> Stream.of(present);
            case Parameter.Curve _ -> Stream.of(1.0, 0.75, 0.5).map(factor -> flattened((List<?>) present, factor));
            case Parameter.Expression _ -> Stream.of(present, "0.75*(" + present + ")", "0.5*(" + present + ")");
        };
    }

    /** The points of a curve with all heights times {@code factor}. */
    private static List<Double> flattened(List<?> points, double factor) {
        return IntStream.range(0, points.size())
                .mapToObj(i -> i % 2 == 0 ? number(points.get(i)) : rounded(factor * number(points.get(i))))
                .toList();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /**
     * On a logarithmic scale a fifth and five times the value, on another scale halfway to the ends; for a value at an
     * end, the middle and the other end.
     */
    private static Stream<Object> of(Parameter.Real real, double present) {
        double low = real.min();
        double high = real.max();
        if (real.logarithmic() && present > 0) {
            return Stream.of(present, present / 5, present * 5, present / 25, present * 25)
                    .map(value -> Math.clamp(rounded(value), low, high));
        }
        boolean atEnd = present == low || present == high;
        double middle = rounded(real.logarithmic() ? Math.min(1, high) : 0.5 * (low + high));
        return atEnd
                ? Stream.of(present, middle, present == low ? Math.min(high, Math.max(2 * middle - low, low)) : low)
                : Stream.of(
                        present,
                        rounded(0.5 * (low + present)),
                        rounded(0.5 * (Math.min(high, low + 4 * (present - low)) + present)),
                        low,
                        high);
    }

    private static Stream<Object> of(Parameter.Whole whole, long present) {
        long low = whole.min();
        long high = whole.max();
        boolean anyNumber = low < 0 && high > Integer.MAX_VALUE;
        return anyNumber
                ? Stream.of(present, present + 1, present + 2, present + 3, present + 4, present + 5)
                : Stream.of(present, present / 4, 4 * present, 16 * present, present + 1, present - 1)
                        .map(value -> Math.clamp(value, low, high));
    }

    private static double rounded(double value) {
        return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
