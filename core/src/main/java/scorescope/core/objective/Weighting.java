package scorescope.core.objective;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Parameter;

/** λ(σ), how much each noise level counts. */
public enum Weighting {
    /** λ = σ²: every level's target σs + ε has the same size. */
    SIGMA_SQUARED {
        @Override
        public double lambda(double sigma, double t, NoiseProcess process) {
            return sigma * sigma;
        }
    },
    /** λ = 1: small levels, with their large targets, rule. */
    ONE {
        @Override
        public double lambda(double sigma, double t, NoiseProcess process) {
            return 1;
        }
    },
    /**
     * λ = g(t)², for which the weighted loss bounds the likelihood (Song, Durkan, Murray and Ermon 2021). At plain
     * noise's levels this is 2σ² ln(σmax/σmin), again ∝ σ².
     */
    LIKELIHOOD {
        @Override
        public double lambda(double sigma, double t, NoiseProcess process) {
            return process.diffusionSquared(t);
        }
    };

    /** The declaration shared by all objectives that have a weighting. */
    public static final Parameter.Name PARAMETER = new Parameter.Name(
            "weighting", "λ(σ)", SIGMA_SQUARED.id(), ids(), "How much each noise level counts in the loss.");

    /** The names used in files. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Weighting::id).toList();
    }

    /** The weighting named {@code id} in files. */
    public static Weighting of(String id) {
        return Arrays.stream(values())
                .filter(weighting -> weighting.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no weighting " + id));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** λ at time t of {@code process}, where the noise is σ. */
    public abstract double lambda(double sigma, double t, NoiseProcess process);

    double of(Samples at, NoiseProcess process) {
        return lambda(at.sigma(), at.time(), process);
    }
}
