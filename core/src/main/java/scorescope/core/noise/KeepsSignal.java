package scorescope.core.noise;

import scorescope.core.BadInputException;
import scorescope.core.parameter.Parameter;

/**
 * A process that only adds noise, from σ_min to σ_max: α = 1, hence f = 0, and the prior has the standard deviation of the
 * largest noise.
 */
interface KeepsSignal extends NoiseProcess {
    double sigmaMin();

    double sigmaMax();

    @Override
    default double alpha(double t) {
        return 1;
    }

    @Override
    default double drift(double t) {
        return 0;
    }

    @Override
    default double priorStd() {
        return sigmaMax();
    }

    static Parameter.Real smallest(double standard, String help) {
        return new Parameter.Real("sigmaMin", "σ_min", "data units", standard, 1e-6, 1e3, true, help);
    }

    static Parameter.Real largest(double standard, double most, String help) {
        return new Parameter.Real("sigmaMax", "σ_max", "data units", standard, 1e-5, most, true, help);
    }

    /** @throws BadInputException unless 0 &lt; sigmaMin &lt; sigmaMax */
    static void check(double sigmaMin, double sigmaMax) {
        if (!(sigmaMin > 0) || !(sigmaMax > sigmaMin) || !Double.isFinite(sigmaMax)) {
            throw BadInputException.of("process.sigmaMin", "core.keeps-signal.sigma-out-of-order", sigmaMin, sigmaMax);
        }
    }
}
