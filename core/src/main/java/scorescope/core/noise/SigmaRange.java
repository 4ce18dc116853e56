package scorescope.core.noise;

import scorescope.core.BadInputException;

/** Noise from a smallest to a largest σ, in data units, as processes that keep the signal have it. */
final class SigmaRange {
    private SigmaRange() {}

    /** @throws BadInputException unless 0 &lt; sigmaMin &lt; sigmaMax */
    static void check(double sigmaMin, double sigmaMax) {
        if (!(sigmaMin > 0) || !(sigmaMax > sigmaMin) || !Double.isFinite(sigmaMax)) {
            throw new BadInputException(
                    "process.sigmaMin",
                    sigmaMin + " is not a positive number below sigmaMax = " + sigmaMax,
                    "use 0 < sigmaMin < sigmaMax");
        }
    }
}
