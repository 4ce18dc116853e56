package scorescope.core.noise;

/**
 * The law of x at a later time given x at an earlier one, x′ = keep · x + √variance · z with z ~ N(0, I), exact for a step
 * of any length and for f and g² that jump.
 *
 * @param keep α(to)/α(from)
 * @param variance σ(to)² − keep² σ(from)², in data units²
 * @param duration to − from
 */
public record Transition(double keep, double variance, double duration) {
    public static Transition of(NoiseProcess process, double from, double to) {
        double keep = process.alpha(to) / process.alpha(from);
        double before = keep * process.sigma(from);
        double after = process.sigma(to);
        // A difference of squares as a product, so that short steps keep their digits.
        return new Transition(keep, Math.max(0, (after - before) * (after + before)), to - from);
    }

    /** The constant f that gives the same step, log(keep)/duration, in 1/time. */
    public double meanDrift() {
        return Math.log(keep) / duration;
    }

    /** The constant ½g² that gives the same step beside {@link #meanDrift}, in data units² / time. */
    public double meanDiffusion() {
        double exponent = Math.log(keep);
        // variance = 2D · (e^{2fh} − 1)/(2f).
        double stretched = Math.abs(exponent) < 1e-9 ? 1 : Math.expm1(2 * exponent) / (2 * exponent);
        return 0.5 * variance / (duration * stretched);
    }
}
