package scorescope.core.noise;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/** α(t) = exp(−rate · t), σ(t) = t. */
public record ThrowawayProcess(double rate) implements NoiseProcess {
    private static final Parameter.Real RATE =
            new Parameter.Real("rate", "r", "", 1, 0, 9, false, "How fast the data fade.");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "throwaway-process",
            "Throw-away process",
            "A throw-away process.",
            List.of(RATE),
            values -> new ThrowawayProcess(values.get(RATE)));

    @Override
    public double alpha(double t) {
        return Math.exp(-rate * t);
    }

    @Override
    public double sigma(double t) {
        return t;
    }
}
