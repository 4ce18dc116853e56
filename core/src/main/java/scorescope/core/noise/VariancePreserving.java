package scorescope.core.noise;

import scorescope.core.parameter.Kind;

/**
 * Variance preserving, the limit of DDPM: β = β_min + t(β_max − β_min), ᾱ = exp(−∫₀ᵗ β), α = √ᾱ, σ = √(1 − ᾱ),
 * f = −β/2, g² = β.
 *
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al. 2021, Score-based generative modeling through SDEs</a>
 */
public record VariancePreserving(LinearBeta beta) implements NoiseProcess {
    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "variance-preserving",
            "Variance preserving",
            "Shrinks the signal as noise grows, so that data of unit variance keep it.",
            LinearBeta.PARAMETERS,
            LinearBeta.making(VariancePreserving::new));

    public VariancePreserving(double betaMin, double betaMax) {
        this(new LinearBeta(betaMin, betaMax));
    }

    @Override
    public double alpha(double t) {
        return beta.alpha(t);
    }

    @Override
    public double sigma(double t) {
        return Math.sqrt(beta.lost(t));
    }

    @Override
    public double drift(double t) {
        return -0.5 * beta.at(t);
    }

    @Override
    public double diffusionSquared(double t) {
        return beta.at(t);
    }
}
