package scorescope.core.guidance;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Option;

/** The covariance V in an approximation p(y | x_t) ≈ N(y; A x̂₀(x_t), V). */
public enum MeasurementModel implements Option {
    /** V = ρ²I: treats x̂₀ as the clean point. */
    DPS("dps", "DPS", "V = ρ²I", "Diffusion posterior sampling: the denoised point is taken for the clean one.") {
        @Override
        double prior(NoiseLevel level) {
            return 0;
        }
    },
    /** V = ρ²I + r²AAᵀ, r² = σ²/(σ² + α²). */
    PI_GDM("pigdm", "ΠGDM", "V = ρ²I + r²AAᵀ", "Pseudo-inverse guidance: the clean point scatters by r about it.") {
        @Override
        double prior(NoiseLevel level) {
            double noise = level.sigma() * level.sigma();
            return noise / (noise + level.alpha() * level.alpha());
        }
    },
    /** V = ρ²I + A Cov[x₀ | x] Aᵀ. */
    COVARIANCE("covariance", "Exact covariance", "V = ρ²I + A Cov Aᵀ", "With the posterior's own covariance.") {
        @Override
        double prior(NoiseLevel level) {
            return Double.NaN;
        }
    };

    private final Entry entry;

    MeasurementModel(String id, String title, String symbol, String help) {
        entry = Option.of(id, title, symbol, help);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /** The isotropic variance r² of x₀ about x̂₀; NaN for the posterior's own covariance. */
    abstract double prior(NoiseLevel level);
}
