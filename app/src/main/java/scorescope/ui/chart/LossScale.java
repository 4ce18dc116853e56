package scorescope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import scorescope.words.Words;

/**
 * Vertical axis of a loss. Positive losses have a logarithmic axis over whole decades. Others, such as those of implicit score
 * matching, are transformed by sgn(L)·log₁₀(1 + |L|/u): logarithmic for |L| ≫ u on both sides of 0, linear for |L| ≪ u. The
 * unit u is a tenth of the power of ten at or above the smoothed loss.
 *
 * @param unit u; 0 for the logarithm
 * @param low transformed loss at the start of the axis
 * @param high transformed loss at its end; above {@code low}
 */
record LossScale(double unit, double low, double high) {
    private static final double SMOOTHING = 0.98;
    private static final int MOST_MARKS = 5;

    /** Least u for a smoothed loss near 0, as a share of the largest smoothed loss. */
    private static final double LEAST = 0.01;

    private static final double TINY = 1e-300;

    /** A tick of the axis. */
    record Mark(double loss, String text) {}

    /** @param size at least one */
    static LossScale of(int size, IntToDoubleFunction losses) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double reach = TINY;
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < size; i++) {
            double loss = losses.applyAsDouble(i);
            lowest = Math.min(lowest, loss);
            highest = Math.max(highest, loss);
            sum = SMOOTHING * sum + (1 - SMOOTHING) * loss;
            weight = SMOOTHING * weight + (1 - SMOOTHING);
            reach = Math.max(reach, Math.abs(sum / weight));
        }
        if (lowest > 0) {
            double from = Math.floor(Math.log10(lowest));
            return new LossScale(0, from, Math.max(from + 1, Math.ceil(Math.log10(highest))));
        }
        double present = Math.max(Math.abs(sum / weight), LEAST * reach);
        double unit = Math.pow(10, Math.ceil(Math.log10(Math.max(present, 1e-12))) - 1);
        double low = laidOut(lowest, unit);
        double high = Math.max(0, laidOut(highest, unit));
        return new LossScale(unit, low, Math.max(high, low + 1));
    }

    /** The same scale, extended downwards to {@code least}, which is above 0; only a logarithmic one is. */
    LossScale reaching(double least) {
        return unit > 0 || !(least > 0) ? this : new LossScale(0, Math.min(low, Math.floor(Math.log10(least))), high);
    }

    /** Whether the axis is a logarithm throughout. */
    boolean logarithmic() {
        return unit == 0;
    }

    /** Position from 0 at the bottom to 1 at the top; losses outside are clamped. */
    double place(double loss) {
        return Math.clamp((laidOut(loss, unit) - low) / (high - low), 0.0, 1.0);
    }

    /** Title of the axis. */
    String title() {
        return unit > 0
                ? Words.text("ui.loss-scale.loss-log-scale-both-sides")
                : Words.text("ui.loss-scale.loss-log-scale");
    }

    List<Mark> marks() {
        return unit > 0 ? bothSides() : decades();
    }

    private List<Mark> decades() {
        var marks = new ArrayList<Mark>();
        int from = (int) low;
        int to = (int) high;
        for (int decade = from; decade <= to; decade += Math.max(1, (to - from + 3) / 4)) {
            marks.add(new Mark(Math.pow(10, decade), decade(decade)));
        }
        return marks;
    }

    /** 0 and powers of ten on both sides of it, few enough not to overlap. */
    private List<Mark> bothSides() {
        int first = (int) Math.rint(Math.log10(unit));
        int last = (int) Math.floor(Math.max(Math.abs(low), Math.abs(high)) + Math.log10(unit) + 1e-9);
        int all = (int) Math.ceil(high - low);
        int stride = Math.max(1, Math.ceilDiv(all, MOST_MARKS));
        var marks = new ArrayList<Mark>();
        marks.add(new Mark(0, "0"));
        for (int decade = first; decade <= last; decade += stride) {
            double size = Math.pow(10, decade);
            if (laidOut(size, unit) <= high) {
                marks.add(new Mark(size, decade(decade)));
            }
            if (laidOut(-size, unit) >= low) {
                marks.add(new Mark(-size, "−" + decade(decade)));
            }
        }
        return marks;
    }

    private static double laidOut(double loss, double unit) {
        return unit > 0 ? Math.copySign(Math.log10(1 + Math.abs(loss) / unit), loss) : Math.log10(Math.max(loss, TINY));
    }

    private static String decade(int exponent) {
        return switch (exponent) {
            case -2 -> "0.01";
            case -1 -> "0.1";
            case 0, 1, 2, 3 -> Long.toString((long) Math.pow(10, exponent));
            default -> {
                var text = new StringBuilder("10");
                for (char digit : Integer.toString(exponent).toCharArray()) {
                    text.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
                }
                yield text.toString();
            }
        };
    }
}
