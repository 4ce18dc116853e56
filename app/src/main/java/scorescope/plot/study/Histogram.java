package scorescope.plot.study;

import scorescope.core.density.GaussianMixture;

/** Densities of the first coordinate: the exact one, and that of points in bins. */
final class Histogram {
    private static final int BINS = 40;
    private static final int POINTS = 241;

    private Histogram() {}

    /** Places along the axis, and the exact marginal density there. */
    static double[][] exact(GaussianMixture mixture, double low, double high) {
        var out = new double[2][POINTS];
        for (int i = 0; i < POINTS; i++) {
            double x = low + (high - low) * i / (POINTS - 1);
            double sum = 0;
            for (var c : mixture.components()) {
                double off = x - c.meanX();
                sum += c.weight() * Math.exp(-0.5 * off * off / c.xx()) / Math.sqrt(2 * Math.PI * c.xx());
            }
            out[0][i] = x;
            out[1][i] = sum;
        }
        return out;
    }

    /** The left edge of every bin and the end of the last, and the density of the points in each; 0 at the end. */
    static double[][] of(double[] values, double low, double high) {
        var out = new double[2][BINS + 1];
        double width = (high - low) / BINS;
        for (int b = 0; b <= BINS; b++) {
            out[0][b] = low + b * width;
        }
        for (double value : values) {
            int bin = (int) Math.floor((value - low) / width);
            if (bin >= 0 && bin < BINS) {
                out[1][bin] += 1 / (values.length * width);
            }
        }
        return out;
    }
}
