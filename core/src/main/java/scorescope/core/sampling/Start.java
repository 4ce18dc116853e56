package scorescope.core.sampling;

import java.util.List;

/** Where particles begin. */
public sealed interface Start {
    /** N(mean, std² I). */
    record Gaussian(double meanX, double meanY, double std) implements Start {}

    /** Uniform on [x0, x1] × [y0, y1]. */
    record Uniform(double x0, double x1, double y0, double y1) implements Start {}

    /** All at one point. */
    record Point(double x, double y) implements Start {}

    /**
     * Points drawn by hand, x and y alternating, each widened to N(point, std² I). Particles are shared out among the points
     * evenly, in the order in which they were drawn.
     *
     * @param xy at least one point, in data units
     */
    record Drawn(List<Double> xy, double std) implements Start {
        public Drawn {
            xy = List.copyOf(xy);
            if (xy.isEmpty() || xy.size() % 2 != 0) {
                throw new IllegalArgumentException("not points: " + xy.size() + " coordinates");
            }
        }

        public int points() {
            return xy.size() / 2;
        }
    }

    /** N(0, s² I) as the method's own prior demands (the process's prior, or σ_L for annealing). */
    record Prior() implements Start {}
}
