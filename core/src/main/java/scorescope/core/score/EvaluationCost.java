package scorescope.core.score;

import java.util.List;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;

/**
 * Rough time that one point takes on one thread of a desktop processor, in nanoseconds, when many points are evaluated in
 * one call. Callers use it to choose how many points to evaluate; it is an order of magnitude, not a measured time.
 *
 * @param score time of {@link ScoreField#score} per point, in nanoseconds
 * @param jacobian time of the Jacobian by {@link CentralDifferences#jacobianOf} per point, in nanoseconds
 */
public record EvaluationCost(double score, double jacobian) {
    /** Nanoseconds that one weight of a network takes in a score, and in a Jacobian, which carries two tangents. */
    private static final double SCORE_WEIGHT = 0.053;

    private static final double JACOBIAN_WEIGHT = 0.176;

    /** Nanoseconds that one component of a mixture takes in a score, and in a Hessian. */
    private static final double SCORE_COMPONENT = 2;

    private static final double JACOBIAN_COMPONENT = 4;

    /** Nanoseconds that a point takes in addition to its components. */
    private static final double POINT = 5;

    /** Cost of a field that does not declare its own: that of a network of the reference size. */
    public static final EvaluationCost UNKNOWN =
            ofNetwork(Architecture.plane(List.of(256, 256, 256), Activation.SILU, 32));

    public EvaluationCost {
        if (!(score > 0 && jacobian > 0)) {
            throw new IllegalArgumentException("costs must be above 0: " + score + ", " + jacobian);
        }
    }

    /** Cost of a network: proportional to its number of weights. */
    public static EvaluationCost ofNetwork(Architecture architecture) {
        return new EvaluationCost(SCORE_WEIGHT * architecture.size(), JACOBIAN_WEIGHT * architecture.size());
    }

    /** Cost of a mixture: grows with its number of components. */
    public static EvaluationCost ofMixture(int components) {
        return new EvaluationCost(POINT + SCORE_COMPONENT * components, POINT + JACOBIAN_COMPONENT * components);
    }

    /** Cost of evaluating two fields at the same point. */
    public EvaluationCost plus(EvaluationCost other) {
        return new EvaluationCost(score + other.score, jacobian + other.jacobian);
    }
}
