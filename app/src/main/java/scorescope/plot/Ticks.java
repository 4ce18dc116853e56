package scorescope.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten, with their labels. */
public record Ticks(List<Tick> marks) {
    private static final double[] STEPS = {1, 2, 5, 10};

    /** One number and how it is written. */
    public record Tick(double value, String label) {}

    public Ticks {
        marks = List.copyOf(marks);
    }

    /** At most {@code most} (≥ 2) numbers within [low, high]. */
    public static Ticks between(double low, double high, int most) {
        if (!(high > low) || !Double.isFinite(high - low)) {
            return new Ticks(List.of());
        }
        double step = step(high - low, most);
        var marks = new ArrayList<Tick>();
        long last = (long) Math.floor(high / step * (1 + 1e-12) + 1e-9);
        for (long k = (long) Math.ceil(low / step * (1 - 1e-12) - 1e-9); k <= last && marks.size() <= most; k++) {
            // Through decimal arithmetic, so that 3 · 0.1 is 0.3.
            var value = BigDecimal.valueOf(k).multiply(new BigDecimal(step, new MathContext(3)));
            marks.add(new Tick(value.doubleValue(), label(value)));
        }
        return new Ticks(marks);
    }

    private static double step(double span, int most) {
        double rough = span / most;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : STEPS) {
            if (factor * power >= rough * (1 - 1e-9) && Math.floor(span / (factor * power) + 1e-9) + 1 <= most) {
                return factor * power;
            }
        }
        return 20 * power;
    }

    /** A number as figures show it: no needless zeros, a true minus sign, powers of ten when very large or small. */
    static String label(BigDecimal value) {
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
