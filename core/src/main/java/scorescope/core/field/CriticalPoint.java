package scorescope.core.field;

/**
 * A point where the score is zero, classified by the eigenvalues of the Hessian of log p.
 *
 * @param smaller the smaller eigenvalue, in 1/data units²
 * @param larger the larger one
 */
public record CriticalPoint(double x, double y, double logDensity, double smaller, double larger) {
    /** Kind of a critical point of log p. */
    public enum Kind {
        MAXIMUM,
        SADDLE,
        MINIMUM
    }

    public Kind kind() {
        return larger < 0 ? Kind.MAXIMUM : smaller > 0 ? Kind.MINIMUM : Kind.SADDLE;
    }

    /** The winding number of the score around the point: −1 for a saddle, otherwise 1. */
    public int index() {
        return kind() == Kind.SADDLE ? -1 : 1;
    }
}
