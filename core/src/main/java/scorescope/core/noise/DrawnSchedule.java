package scorescope.core.noise;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/** A drawn schedule: its log-SNR is a {@link FallingCurve} through given points from t = 0 to t = 1. */
public record DrawnSchedule(FallingCurve curve) implements LogSnrProcess {
    static final Parameter.Curve LOG_SNR = new Parameter.Curve(
            "curve",
            "log SNR",
            List.of(0.0, 10.0, 0.25, 2.0, 0.5, 0.0, 0.75, -2.0, 1.0, -10.0),
            -15,
            15,
            24,
            "Points (t, log-SNR) of a falling curve, from t = 0 to t = 1.");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "drawn",
            "Drawn schedule",
            "Variance preserving, with a log-SNR that is drawn as a falling curve.",
            List.of(LOG_SNR),
            values -> new DrawnSchedule(new FallingCurve(values.get(LOG_SNR))));

    @Override
    public double logSnr(double t) {
        return curve.value(t);
    }

    @Override
    public double logSnrSlope(double t) {
        return curve.slope(t);
    }
}
