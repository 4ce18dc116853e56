package scorescope.plot.guide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis: multiples of 1, 2, 4 or 5 times a power of ten, with their labels. */
public record Ticks(List<Tick> marks) {
    private static final int[] STEPS = {1, 2, 4, 5};

    /** One number and how it is written. */
    public record Tick(double value, String label) {}

    public Ticks {
        marks = List.copyOf(marks);
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

    /** Two numbers at least, if need be from up to four closer together: one alone tells no scale. */
    public static Ticks twoAtLeast(double low, double high, int most) {
        var ticks = between(low, high, most);
        return ticks.marks().size() >= 2 ? ticks : between(low, high, 4);
    }

    /** Those at whole numbers. */
    public Ticks whole() {
        return new Ticks(marks.stream()
                .filter(tick -> tick.value() == Math.rint(tick.value()))
                .toList());
    }

    /** Through decimal arithmetic, so that 3 · 0.1 is 0.3. */
    private static Ticks multiples(BigDecimal step, long first, long last) {
        var marks = new ArrayList<Tick>();
        for (long k = first; k <= last; k++) {
            var value = step.multiply(BigDecimal.valueOf(k));
            marks.add(new Tick(value.doubleValue(), label(value)));
        }
        return new Ticks(marks);
    }

    /** A number as figures show it: no needless zeros, a true minus sign, powers of ten when very large or small. */
    public static String label(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        var plain = value.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (exponent < -3 || exponent > 5) {
            var mantissa = plain.movePointLeft(exponent).toPlainString();
            var power = "10" + superscript(exponent);
            return minus(mantissa.equals("1") ? power : mantissa.equals("-1") ? "-" + power : mantissa + "×" + power);
        }
        return minus(plain.toPlainString());
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
