package scorescope.core.score;

import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;

/**
 * A field s(x; α, σ) meant as ∇ₓ log p_t(x): exact or learned. Safe for use by several threads at once.
 *
 * <p>Optional abilities are separate interfaces: {@link LogDensityField}, {@link JacobianField}. Abilities that only some
 * fields of a class have are methods with an optional result: {@link #unnormalised}, {@link #exactMixture}.
 */
public interface ScoreField {
    /**
     * Scores at the points {@code from ≤ i < to}.
     *
     * @param x first coordinates in data units; not modified
     * @param y second coordinates; not modified
     * @param level the noise level, the same for all points
     * @param outX first components of the score in 1/data units; overwritten at from..to−1, may not alias x or y
     * @param outY second components; overwritten likewise
     */
    void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY);

    /** Whether the score exists at this level. A distribution on points has no density, and so no score, at σ = 0. */
    default boolean definedAt(NoiseLevel level) {
        return true;
    }

    /**
     * Whether the score at this level is extrapolated from other levels, such as that of a network outside its trained
     * levels.
     */
    default boolean extrapolating(NoiseLevel level) {
        return false;
    }

    /** Estimated time of an evaluation. */
    default EvaluationCost cost() {
        return EvaluationCost.UNKNOWN;
    }

    /** The mixture whose exact score this is; empty for any other field. */
    default Optional<GaussianMixture> exactMixture() {
        return Optional.empty();
    }

    /** The density whose score this is, up to a constant factor; empty if none is known. */
    default Optional<UnnormalisedDensity> unnormalised() {
        return Optional.empty();
    }
}
