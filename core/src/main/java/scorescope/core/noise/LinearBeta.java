package scorescope.core.noise;

import java.util.List;
import java.util.function.Function;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;

/**
 * A noise rate that grows linearly, β = β_min + t(β_max − β_min), with ᾱ = exp(−∫₀ᵗ β): used by the variance-preserving
 * processes.
 *
 * @param min β at t = 0, in 1/time
 * @param max β at t = 1, in 1/time
 */
public record LinearBeta(double min, double max) {
    private static final Parameter.Real MIN =
            new Parameter.Real("betaMin", "β_min", "1/time", 0.1, 1e-6, 100, true, "The rate of noising at t = 0.");
    private static final Parameter.Real MAX =
            new Parameter.Real("betaMax", "β_max", "1/time", 20, 1e-5, 1000, true, "The rate of noising at t = 1.");

    static final List<Parameter<?>> PARAMETERS = List.of(MIN, MAX);

    public LinearBeta {
        if (!(min > 0) || !(max >= min) || !Double.isFinite(max)) {
            throw BadInputException.of("process.betaMin", "core.linear-beta.beta-out-of-order", min, max);
        }
    }

    static Function<Parameters, NoiseProcess> making(Function<LinearBeta, NoiseProcess> process) {
        return values -> process.apply(new LinearBeta(values.get(MIN), values.get(MAX)));
    }

    /** β(t), in 1/time. */
    double at(double t) {
        return min + t * (max - min);
    }

    /** log ᾱ(t) = −∫₀ᵗ β. */
    double logAlphaBar(double t) {
        return -t * (min + 0.5 * t * (max - min));
    }

    /** √ᾱ(t). */
    double alpha(double t) {
        return Math.exp(0.5 * logAlphaBar(t));
    }

    /** 1 − ᾱ(t), without cancellation also where ᾱ is nearly 1. */
    double lost(double t) {
        return -Math.expm1(logAlphaBar(t));
    }
}
