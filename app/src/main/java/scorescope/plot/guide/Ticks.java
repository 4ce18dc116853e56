package scorescope.plot.guide;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

/**
 * Round numbers along an axis: multiples of 1, 2, 4 or 5 times a power of ten, with their labels.
 *
 * @param note power of ten and offset that all labels omit and the axis states once, such as "×10⁻⁷ + 2"; empty if
 * nothing
 */
public record Ticks(List<Tick> marks, String note) {
    /** Longest label; longer ones are written as differences from a number that the axis states once. */
    private static final int LONGEST = 7;

    private static final int[] STEPS = {1, 2, 4, 5};

    /** One number and how it is written. */
    public record Tick(double value, String label) {}

    public Ticks {
        marks = List.copyOf(marks);
    }

    /** Ticks whose labels are whole. */
    public Ticks(List<Tick> marks) {
        this(marks, "");
    }

    /**
     * The same marks with shorter labels where some are longer than seven characters: value = label × 10ⁿ + offset, the
     * power and the offset in {@link #note}. Numbers far from zero that differ in their last digits stay readable.
     */
    public Ticks compact() {
        return marks.stream().allMatch(tick -> tick.label().length() <= LONGEST) ? this : shortened();
    }

    /** As {@link #compact}, however short the labels are. */
    public Ticks shortened() {
        if (marks.size() < 2) {
            return this;
        }
        var step = exact(marks.get(1).value() - marks.get(0).value()).round(new MathContext(2));
        int power = step.precision() - step.scale() - 1;
        var first = exact(marks.getFirst().value()).setScale(Math.max(0, -power + 1), RoundingMode.HALF_EVEN);
        boolean far = first.abs().compareTo(step.multiply(BigDecimal.valueOf(1000))) > 0;
        var offset = far ? first : BigDecimal.ZERO;
        var shortened = new ArrayList<Tick>();
        for (var tick : marks) {
            var difference = exact(tick.value()).subtract(offset).scaleByPowerOfTen(-power);
            shortened.add(new Tick(tick.value(), label(difference.setScale(1, RoundingMode.HALF_EVEN))));
        }
        var times = power == 0 ? "" : "×10" + superscript(power);
        var plus = offset.signum() == 0
                ? ""
                : (offset.signum() < 0 ? "\u2212" : "+")
                        + minus(offset.abs().stripTrailingZeros().toPlainString());
        return new Ticks(shortened, times.isEmpty() || plus.isEmpty() ? times + plus : times + " " + plus);
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value);
    }

    /**
     * The marks whose numbers fit above each other along an upright axis, from the lowest on.
     *
     * @param toY where a value lies, in points downwards
     * @param height of a number, in points
     */
    public List<Tick> upwards(DoubleUnaryOperator toY, double height) {
        var written = new ArrayList<Tick>();
        double below = Double.POSITIVE_INFINITY;
        for (var mark : marks) {
            double y = toY.applyAsDouble(mark.value());
            if (below - y >= height) {
                below = y;
                written.add(mark);
            }
        }
        return written;
    }

    /** The largest of 1, 2 and 5 times a power of ten that is at most {@code value} &gt; 0. */
    public static double roundBelow(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double digit : new double[] {10, 5, 2}) {
            if (digit * power <= value) {
                return digit * power;
            }
        }
        return power;
    }

    /** As many numbers within [low, high] as a round step allows without exceeding {@code most} (≥ 2). */
    public static Ticks between(double low, double high, int most) {
        if (!(high > low) || !Double.isFinite(high - low)) {
            return new Ticks(List.of());
        }
        int exponent = (int) Math.floor(Math.log10((high - low) / most)) - 1;
        while (true) {
            for (int factor : STEPS) {
                var step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
                long first = (long) Math.ceil(low / step.doubleValue() - 1e-9);
                long last = (long) Math.floor(high / step.doubleValue() + 1e-9);
                if (last - first < most) {
                    return multiples(step, first, last);
                }
            }
            exponent++;
        }
    }

    /** At least two numbers, if necessary from up to four at a smaller step, since one alone defines no scale. */
    public static Ticks twoAtLeast(double low, double high, int most) {
        var ticks = between(low, high, most);
        return ticks.marks().size() >= 2 ? ticks : between(low, high, 4);
    }

    /** These numbers of a log axis, all as powers of ten if one of them is very large or small. */
    public static Ticks logarithmic(List<BigDecimal> values) {
        return written(values, values.stream().anyMatch(Ticks::isWide));
    }

    private static Ticks written(List<BigDecimal> values, boolean powers) {
        return new Ticks(values.stream()
                .map(value -> new Tick(value.doubleValue(), label(value, powers)))
                .toList());
    }

    /** Those at whole numbers. */
    public Ticks whole() {
        return new Ticks(marks.stream()
                .filter(tick -> tick.value() == Math.rint(tick.value()))
                .toList());
    }

    /** Through decimal arithmetic, so that 3 · 0.1 is 0.3. The number of the largest size decides how all are written. */
    private static Ticks multiples(BigDecimal step, long first, long last) {
        return written(
                LongStream.rangeClosed(first, last)
                        .mapToObj(k -> step.multiply(BigDecimal.valueOf(k)))
                        .toList(),
                isWide(step.multiply(BigDecimal.valueOf(Math.max(Math.abs(first), Math.abs(last))))));
    }

    /** A number as figures show it: no needless zeros, a true minus sign, powers of ten when very large or small. */
    public static String label(BigDecimal value) {
        return label(value, isWide(value));
    }

    private static String label(BigDecimal value, boolean powers) {
        if (value.signum() == 0) {
            return "0";
        }
        var plain = value.stripTrailingZeros();
        int exponent = exponent(plain);
        if (powers && exponent != 0) {
            var mantissa = plain.movePointLeft(exponent).toPlainString();
            var power = "10" + superscript(exponent);
            return minus(mantissa.equals("1") ? power : mantissa.equals("-1") ? "-" + power : mantissa + "×" + power);
        }
        return minus(plain.toPlainString());
    }

    /** Whether a number is so large or so small that a power of ten is easier to read. */
    private static boolean isWide(BigDecimal value) {
        int exponent = exponent(value);
        return value.signum() != 0 && (exponent < -3 || exponent > 5);
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    /** {@code text} with the typographic minus U+2212 in place of the hyphen. */
    public static String minus(String text) {
        return text.replace('-', '\u2212');
    }

    private static String superscript(int exponent) {
        var digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        var text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char c : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(digits.charAt(c - '0'));
        }
        return text.toString();
    }
}
