package scorescope.core.noise;

import scorescope.core.parameter.Kind;

/**
 * Sub-variance preserving: the signal of {@link VariancePreserving} with less noise, α = √ᾱ, σ = 1 − ᾱ, f = −β/2,
 * g² = β(1 − ᾱ²). Its variance stays below the variance-preserving one at every time.
 *
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al. 2021, Score-based generative modeling through SDEs</a>
 */
public record SubVariancePreserving(LinearBeta beta) implements NoiseProcess {
    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "sub-variance-preserving",
            "Sub-variance preserving",
            "Shrinks the signal as variance preserving does, with less noise on the way.",
            LinearBeta.PARAMETERS,
            LinearBeta.making(SubVariancePreserving::new));

    @Override
    public double alpha(double t) {
        return beta.alpha(t);
    }

    @Override
    public double sigma(double t) {
        return beta.lost(t);
    }

    @Override
    public double drift(double t) {
        return -0.5 * beta.at(t);
    }

    @Override
    public double diffusionSquared(double t) {
        return -beta.at(t) * Math.expm1(2 * beta.logAlphaBar(t));
    }
}
