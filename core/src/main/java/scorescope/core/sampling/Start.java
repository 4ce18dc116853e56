package scorescope.core.sampling;

/** Where particles begin. */
public sealed interface Start {
    /** N(mean, std² I). */
    record Gaussian(double meanX, double meanY, double std) implements Start {}

    /** Uniform on [x0, x1] × [y0, y1]. */
    record Uniform(double x0, double x1, double y0, double y1) implements Start {}

    /** All at one point. */
    record Point(double x, double y) implements Start {}

    /** N(0, s² I) as the method's own prior demands (the process's prior, or σ_L for annealing). */
    record Prior() implements Start {}
}
