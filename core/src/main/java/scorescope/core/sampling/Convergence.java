package scorescope.core.sampling;

/**
 * How the error of a sampling method falls when its steps get shorter: error ∝ h^order. Tests over the catalog measure what
 * a method declares.
 *
 * @param sense the limit from which the error is measured
 * @param order the exponent; 0 where the error does not fall with the step
 * @param reason why there is no order; empty where there is one
 */
public record Convergence(Sense sense, int order, String reason) {
    /** What a method converges to. */
    public enum Sense {
        /** The solution of the flow ODE, particle by particle. */
        FLOW,
        /** The distribution that the process has at the end. */
        WEAK,
        /**
         * The density at one level, to which the distribution of a chain converges up to a bias that falls with the step.
         */
        STATIONARY,
        /** The density at one level, which is exactly stationary for the chain at any step size. */
        EXACT,
        /** No order; {@code reason} says why. */
        NONE
    }

    public static Convergence flow(int order) {
        return new Convergence(Sense.FLOW, order, "");
    }

    public static Convergence weak(int order) {
        return new Convergence(Sense.WEAK, order, "");
    }

    public static Convergence stationary(int order) {
        return new Convergence(Sense.STATIONARY, order, "");
    }

    public static Convergence exact() {
        return new Convergence(Sense.EXACT, 0, "");
    }

    public static Convergence none(String reason) {
        return new Convergence(Sense.NONE, 0, reason);
    }
}
