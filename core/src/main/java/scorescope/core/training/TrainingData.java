package scorescope.core.training;

/** Clean points to learn from. Immutable. */
public final class TrainingData {
    private final float[] points;

    private TrainingData(float[] points) {
        this.points = points;
    }

    /**
     * @param x first coordinates in data units, copied
     * @param y second coordinates, as many
     */
    public static TrainingData of(double[] x, double[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("training needs points, as many x as y: " + x.length + ", " + y.length);
        }
        float[] points = new float[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            points[2 * i] = (float) x[i];
            points[2 * i + 1] = (float) y[i];
        }
        return new TrainingData(points);
    }

    public int size() {
        return points.length / 2;
    }

    float x(int i) {
        return points[2 * i];
    }

    float y(int i) {
        return points[2 * i + 1];
    }
}
