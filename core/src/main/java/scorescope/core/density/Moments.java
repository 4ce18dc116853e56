package scorescope.core.density;

/** Mean (meanX, meanY) and covariance [[xx, xy], [xy, yy]] of a distribution in the plane. */
public record Moments(double meanX, double meanY, double xx, double xy, double yy) {}
