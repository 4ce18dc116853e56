package scorescope.core.sampling;

/**
 * How the error of a sampling method falls when its steps get shorter: error ∝ h^order. Tests over the catalog measure
 * what a method declares.
 *
 * @param sense what the error is the distance from
 * @param order the exponent; 0 where nothing falls with the step
 * @param reason why there is no order; empty where there is one
 */
public record Convergence(Sense sense, int order, String reason) {
    /** What a method converges to. */
    public enum Sense {
        /** The solution of the flow ODE, particle by particle. */
        FLOW,
        /** The distribution that the process has at the end. */
        WEAK,
        /** The density at one level, into which a chain settles. */
        STATIONARY,
        /** The density at one level, which a chain keeps exactly at any step size. */
        EXACT,
        /** No order: the reason says why. */
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
