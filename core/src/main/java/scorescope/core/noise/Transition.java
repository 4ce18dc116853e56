package scorescope.core.noise;

/**
 * The law of x at a later time given x at an earlier one, x′ = keep · x + √variance · z with z ~ N(0, I), exact for a step
 * of any length, also if f and g² jump in it.
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
        // The difference of squares as a product, which does not cancel for short steps.
        return new Transition(keep, Math.max(0, (after - before) * (after + before)), to - from);
    }

    /** The constant f that gives the same step, log(keep)/duration, in 1/time. */
    public double meanDrift() {
        return Math.log(keep) / duration;
    }

    /** The constant ½g² that gives the same step together with {@link #meanDrift}, in data units² / time. */
    public double meanDiffusion() {
        double exponent = Math.log(keep);
        // variance = 2D · (e^{2fh} − 1)/(2f).
        double stretched = Math.abs(exponent) < 1e-9 ? 1 : Math.expm1(2 * exponent) / (2 * exponent);
        return 0.5 * variance / (duration * stretched);
    }
}
