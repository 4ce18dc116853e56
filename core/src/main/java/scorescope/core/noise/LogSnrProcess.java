package scorescope.core.noise;

/**
 * A variance-preserving process given by its log-SNR ℓ(t) = log(α²/σ²), which falls: α² = 1/(1 + e^−ℓ), σ² = 1/(1 + e^ℓ),
 * hence f = ½ ℓ' σ² and g² = −ℓ' σ².
 *
 * @see <a href="https://arxiv.org/abs/2107.00630">Kingma et al. 2021, Variational diffusion models, section 3.1</a>
 */
interface LogSnrProcess extends NoiseProcess {
    /** Largest |log-SNR|: σ/α from 2e-9 to 5e8. */
    double LARGEST = 40;

    /** ℓ(t). */
    double logSnr(double t);

    /** ℓ'(t) &lt; 0, in 1/time. */
    double logSnrSlope(double t);

    @Override
    default double alpha(double t) {
        return Math.sqrt(1 / (1 + Math.exp(-logSnr(t))));
    }

    @Override
    default double sigma(double t) {
        return Math.sqrt(1 / (1 + Math.exp(logSnr(t))));
    }

    @Override
    default double drift(double t) {
        return -0.5 * diffusionSquared(t);
    }

    @Override
    default double diffusionSquared(double t) {
        double sigma = sigma(t);
        return -logSnrSlope(t) * sigma * sigma;
    }
}
