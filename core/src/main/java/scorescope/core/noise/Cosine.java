package scorescope.core.noise;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * The cosine schedule: ᾱ(t) = h(t)/h(0) with h(t) = cos²(((t + s)/(1 + s))·π/2), α = √ᾱ, σ = √(1 − ᾱ), hence f = −tan(((t +
 * s)/(1 + s))·π/2)·π/(2(1 + s)) and g² = −2f. It ends at t = 0.999, before the signal vanishes and f becomes infinite.
 *
 * @param offset s &gt; 0, which prevents too little noise in the first steps
 * @see <a href="https://arxiv.org/abs/2102.09672">Nichol and Dhariwal 2021, Improved denoising diffusion probabilistic
 *     models, section 3.2</a>
 */
public record Cosine(double offset) implements NoiseProcess {
    public static final Parameter.Real OFFSET = new Parameter.Real(
            "offset", "s", "", 0.008, 0, 1, false, "Shifts the cosine, so that the first steps add enough noise.");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "cosine",
            "Cosine",
            "Variance preserving with a signal that falls like a cosine: gentle at both ends.",
            List.of(OFFSET),
            values -> new Cosine(values.get(OFFSET)));

    private double angle(double t) {
        return (t + offset) / (1 + offset) * (Math.PI / 2);
    }

    @Override
    public double alpha(double t) {
        return Math.cos(angle(t)) / Math.cos(angle(0));
    }

    /** √(1 − ᾱ) with cos²a − cos²b = sin(b − a) sin(b + a), b − a computed directly from t: no cancellation at any t. */
    @Override
    public double sigma(double t) {
        double start = angle(0);
        double turned = t / (1 + offset) * (Math.PI / 2);
        return Math.sqrt(Math.sin(turned) * Math.sin(angle(t) + start)) / Math.cos(start);
    }

    @Override
    public double drift(double t) {
        return -Math.tan(angle(t)) * (Math.PI / 2) / (1 + offset);
    }

    @Override
    public double diffusionSquared(double t) {
        return -2 * drift(t);
    }

    @Override
    public double tMax() {
        return 0.999;
    }
}
