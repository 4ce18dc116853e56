package scorescope.core.objective;

import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;

/** λ(σ), the weight of each noise level. */
public enum Weighting implements Option {
    /** λ = σ²: the loss is ½‖σs_θ + ε‖², whose target −ε has the same magnitude at every level. */
    SIGMA_SQUARED("sigma-squared", "σ²", "λ = σ²", "Every level counts alike.") {
        @Override
        public double lambda(double sigma, double t, NoiseProcess process) {
            return sigma * sigma;
        }
    },
    /** λ = 1: small levels dominate, since their targets ε/σ are large. */
    ONE("one", "One", "λ = 1", "Small levels, whose targets are large, rule.") {
        @Override
        public double lambda(double sigma, double t, NoiseProcess process) {
            return 1;
        }
    },
    /**
     * λ = g(t)², for which the weighted loss bounds the likelihood (Song, Durkan, Murray and Ermon 2021). At levels of
     * plain noise this is 2σ² ln(σmax/σmin), also proportional to σ².
     */
    LIKELIHOOD("likelihood", "Likelihood", "λ = g²", "The loss bounds the likelihood.") {
        @Override
        public double lambda(double sigma, double t, NoiseProcess process) {
            return process.diffusionSquared(t);
        }
    };

    private final Entry entry;

    Weighting(String id, String title, String symbol, String help) {
        entry = Option.of(id, title, symbol, help);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /** The declaration that all objectives with a weighting share. */
    public static final Parameter.OneOf<Weighting> PARAMETER =
            Parameter.OneOf.of("weighting", "λ(σ)", SIGMA_SQUARED, "How much each noise level counts in the loss.");

    /** λ at time t of {@code process}, where the noise is σ. */
    public abstract double lambda(double sigma, double t, NoiseProcess process);

    double of(Samples at, NoiseProcess process) {
        return lambda(at.sigma(), at.time(), process);
    }
}
