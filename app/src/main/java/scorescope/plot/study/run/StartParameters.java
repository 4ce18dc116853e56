package scorescope.plot.study.run;

import scorescope.core.parameter.Parameter;
import scorescope.words.Words;

/** Declared parameters of studies that follow Langevin dynamics from a Gaussian start: its centre, its width, and how long. */
public final class StartParameters {
    private static final double FARTHEST = 1000;

    private StartParameters() {}

    /** A coordinate of a centre in data units. */
    public static Parameter.Real coordinate(String key, double standard, String help) {
        return new Parameter.Real(
                key,
                "",
                Words.constant("figure.unit.data"),
                standard,
                -FARTHEST,
                FARTHEST,
                false,
                Words.constant(help));
    }

    /** {@code startStd}, the standard deviation of the start in data units. */
    public static Parameter.Real std(double standard, String help) {
        return new Parameter.Real(
                "startStd",
                "",
                Words.constant("figure.unit.data"),
                standard,
                0.01,
                FARTHEST,
                true,
                Words.constant(help));
    }

    /** {@code duration} in units of Langevin time. */
    public static Parameter.Real duration(double standard, String help) {
        return new Parameter.Real(
                "duration", "", Words.constant("figure.unit.time"), standard, 0.01, 1000, true, Words.constant(help));
    }
}
