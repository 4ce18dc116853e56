package scorescope.core.training;

import java.util.Optional;
import scorescope.core.density.GaussianMixture;

/** Clean points to learn from, and the density they come from if it is known. Immutable. */
public final class TrainingData {
    private final float[] points;
    private final Optional<GaussianMixture> mixture;

    private TrainingData(float[] points, Optional<GaussianMixture> mixture) {
        this.points = points;
        this.mixture = mixture;
    }

    /**
     * Points of unknown density.
     *
     * @param x first coordinates in data units, copied
     * @param y second coordinates, copied; as long as {@code x}
     */
    public static TrainingData of(double[] x, double[] y) {
        return new TrainingData(points(x, y), Optional.empty());
    }

    /** Samples of a mixture; {@code settings} determine their number and seed. */
    public static TrainingData of(GaussianMixture mixture, TrainingSettings settings) {
        double[] x = new double[settings.samples()];
        double[] y = new double[settings.samples()];
        mixture.draw(settings.seed(), x, y);
        return new TrainingData(points(x, y), Optional.of(mixture));
    }

    private static float[] points(double[] x, double[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("training needs points, as many x as y: " + x.length + ", " + y.length);
        }
        float[] points = new float[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            points[2 * i] = (float) x[i];
            points[2 * i + 1] = (float) y[i];
        }
        return points;
    }

    public int size() {
        return points.length / 2;
    }

    /** The exact density, if it is known. */
    public Optional<GaussianMixture> mixture() {
        return mixture;
    }

    float x(int i) {
        return points[2 * i];
    }

    float y(int i) {
        return points[2 * i + 1];
    }
}
