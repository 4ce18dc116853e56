package scorescope.core.guidance;

import java.util.Arrays;
import scorescope.core.density.Box;
import scorescope.core.density.Moments;
import scorescope.core.noise.NoiseLevel;

/**
 * A clean density on the nodes of a grid, convolved with noise at single points by the trapezoid rule. A Gaussian on a grid
 * is a product of one factor for each axis, so that a point costs one product per node and no exponential per node: 0.03 ms
 * on 200 × 200 nodes, instead of 6 ms for evaluating the mixture at every node.
 */
final class TiltedGrid {
    /** Logarithms beyond which a factor counts as 0: products of three factors then stay normal numbers. */
    private static final double MOST_LOG = 230;

    /** Smallest mass for which factors that count as 0 are negligible. */
    private static final double LEAST_MASS = 1e-80;

    /** Largest share of the mass on the border of the grid. */
    private static final double NEGLIGIBLE = 1e-15;

    private final Box box;
    private final double[] nodesX;
    private final double[] nodesY;
    private final double[] density;

    /** Log density, up to a constant, along one row of nodes. */
    interface LogDensity {
        /** @param out one value for each point; overwritten */
        void at(double[] x, double[] y, double[] out);
    }

    TiltedGrid(Box box, double step, LogDensity log) {
        this.box = box;
        nodesX = nodes(box.x0(), box.x1(), step);
        nodesY = nodes(box.y0(), box.y1(), step);
        density = new double[nodesX.length * nodesY.length];
        var row = new double[nodesX.length];
        var height = new double[nodesX.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < nodesY.length; j++) {
            Arrays.fill(height, nodesY[j]);
            log.at(nodesX, height, row);
            System.arraycopy(row, 0, density, j * row.length, row.length);
            for (double value : row) {
                most = Math.max(most, value);
            }
        }
        for (int i = 0; i < density.length; i++) {
            density[i] = density[i] - most < -MOST_LOG ? 0 : Math.exp(density[i] - most);
        }
    }

    Box box() {
        return box;
    }

    private static double[] nodes(double from, double to, double step) {
        var nodes = new double[(int) Math.ceil((to - from) / step) + 1];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = from + k * step;
        }
        return nodes;
    }

    /**
     * The score of the noised density at (x, y).
     *
     * @param near moments of the posterior, whose mean is near the maximum of the integrand; factors are relative to their
     *     values there
     * @param i index in {@code outX} and {@code outY} at which the score is written
     * @return false if a factor was out of range or the integrand reaches the border; then nothing is written
     */
    boolean score(double x, double y, NoiseLevel level, Moments near, int i, double[] outX, double[] outY) {
        var alongX = offsets(nodesX, x / level.alpha(), level.ratio());
        var alongY = offsets(nodesY, y / level.alpha(), level.ratio());
        var noiseX = gaussian(alongX, (near.meanX() - x / level.alpha()) / level.ratio());
        var noiseY = gaussian(alongY, (near.meanY() - y / level.alpha()) / level.ratio());
        double mass = 0;
        double sumX = 0;
        double sumY = 0;
        double border = 0;
        for (int j = 0; j < nodesY.length; j++) {
            if (noiseY[j] == 0) {
                continue;
            }
            double rowMass = 0;
            double rowSum = 0;
            int start = j * nodesX.length;
            for (int k = 0; k < nodesX.length; k++) {
                double share = noiseX[k] * density[start + k];
                rowMass += share;
                rowSum += share * alongX[k];
            }
            boolean outermost = j == 0 || j == nodesY.length - 1;
            int end = start + nodesX.length - 1;
            border +=
                    noiseY[j] * (outermost ? rowMass : noiseX[0] * density[start] + noiseX[end - start] * density[end]);
            mass += noiseY[j] * rowMass;
            sumX += noiseY[j] * rowSum;
            sumY += noiseY[j] * alongY[j] * rowMass;
        }
        // Factors that count as 0 are multiplied with others, which may be large.
        double largest = Math.max(1, most(noiseX)) * Math.max(1, most(noiseY));
        if (!(mass > LEAST_MASS * largest && mass < Double.POSITIVE_INFINITY && border < NEGLIGIBLE * mass)) {
            return false;
        }
        outX[i] = sumX / mass / level.sigma();
        outY[i] = sumY / mass / level.sigma();
        return true;
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    /** (node − centre) / ratio. */
    private static double[] offsets(double[] nodes, double centre, double ratio) {
        var offsets = new double[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            offsets[k] = (nodes[k] - centre) / ratio;
        }
        return offsets;
    }

    /**
     * exp(−d²/2) divided by its value at {@code reference}; infinite where that is out of range, so that the sum is not
     * finite.
     */
    private static double[] gaussian(double[] offsets, double reference) {
        var values = new double[offsets.length];
        for (int k = 0; k < values.length; k++) {
            double log = 0.5 * (reference * reference - offsets[k] * offsets[k]);
            values[k] = log < -MOST_LOG ? 0 : log > MOST_LOG ? Double.POSITIVE_INFINITY : Math.exp(log);
        }
        return values;
    }
}
