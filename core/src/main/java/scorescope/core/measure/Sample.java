package scorescope.core.measure;

import scorescope.core.density.GaussianMixture;
import scorescope.core.density.Moments;

/**
 * n points drawn from a distribution, all of weight 1/n. The arrays are not copied.
 *
 * @param x first coordinates in data units
 * @param y second coordinates
 */
public record Sample(double[] x, double[] y) {
    public Sample {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("not a sample: " + x.length + " x and " + y.length + " y");
        }
    }

    /** {@code count} points of a mixture, determined by the seed. */
    public static Sample drawn(GaussianMixture mixture, int count, long seed) {
        var sample = new Sample(new double[count], new double[count]);
        mixture.draw(seed, sample.x(), sample.y());
        return sample;
    }

    public int count() {
        return x.length;
    }

    /** Mean and unbiased covariance (divided by n − 1); the covariance of a single point is zero. */
    public Moments moments() {
        int n = count();
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += (x[i] - meanX) / (i + 1);
            meanY += (y[i] - meanY) / (i + 1);
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        double divisor = Math.max(1, n - 1);
        return new Moments(meanX, meanY, xx / divisor, xy / divisor, yy / divisor);
    }
}
