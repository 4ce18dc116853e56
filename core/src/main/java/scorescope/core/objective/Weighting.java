package scorescope.core.objective;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import scorescope.core.score.Domain;

/** λ(σ), how much each noise level counts. */
public enum Weighting {
    /** λ = σ²: every level's target σs + ε has the same size. */
    SIGMA_SQUARED {
        @Override
        public double lambda(double sigma, Domain domain) {
            return sigma * sigma;
        }
    },
    /** λ = 1: small levels, with their large targets, rule. */
    ONE {
        @Override
        public double lambda(double sigma, Domain domain) {
            return 1;
        }
    },
    /**
     * λ = g(t)² = 2σ² ln(σmax/σmin) of the variance-exploding process over the domain: the weighted loss bounds the
     * likelihood (Song, Durkan, Murray and Ermon 2021).
     */
    LIKELIHOOD {
        @Override
        public double lambda(double sigma, Domain domain) {
            return 2 * sigma * sigma * Math.log(domain.maxLevel() / domain.minLevel());
        }
    };

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

    public abstract double lambda(double sigma, Domain domain);
}
