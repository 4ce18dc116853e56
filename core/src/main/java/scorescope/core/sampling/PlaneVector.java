package scorescope.core.sampling;

/** A point or a displacement of one particle in the plane. */
public record PlaneVector(double x, double y) {
    /** The position of a particle of {@code state}. */
    public static PlaneVector of(State state, int particle) {
        return of(state.x(), state.y(), particle);
    }

    /** The vector of a particle in two arrays of coordinates. */
    public static PlaneVector of(double[] x, double[] y, int particle) {
        return new PlaneVector(x[particle], y[particle]);
    }

    public PlaneVector minus(PlaneVector other) {
        return new PlaneVector(x - other.x, y - other.y);
    }

    public PlaneVector plus(double factor, PlaneVector other) {
        return new PlaneVector(x + factor * other.x, y + factor * other.y);
    }

    public double norm() {
        return Math.hypot(x, y);
    }
}
