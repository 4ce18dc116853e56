package scorescope.core.density;

/**
 * A covariance as a shape: the curve one standard deviation from the mean.
 *
 * @param a standard deviation along {@code angle}, in data units
 * @param b standard deviation across it
 * @param angle radians, counter-clockwise from the x axis
 */
public record Ellipse(double a, double b, double angle) {
    /** The principal axes of [[xx, xy], [xy, yy]]; a ≥ b, and angle 0 for a circle. */
    public static Ellipse of(double xx, double xy, double yy) {
        double middle = (xx + yy) / 2;
        double difference = (xx - yy) / 2;
        double spread = Math.hypot(difference, xy);
        double angle = spread <= 1e-12 * middle ? 0 : Math.atan2(xy, difference) / 2;
        return new Ellipse(Math.sqrt(Math.max(0, middle + spread)), Math.sqrt(Math.max(0, middle - spread)), angle);
    }

    public static Ellipse of(Component c) {
        return of(c.xx(), c.xy(), c.yy());
    }

    /** {@code c} with this shape: R(angle) diag(a², b²) R(angle)ᵀ. */
    public Component shape(Component c) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Component(
                c.weight(),
                c.meanX(),
                c.meanY(),
                a * a * cos * cos + b * b * sin * sin,
                (a * a - b * b) * cos * sin,
                a * a * sin * sin + b * b * cos * cos,
                c.label());
    }
}
