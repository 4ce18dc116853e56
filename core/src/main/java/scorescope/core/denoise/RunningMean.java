package scorescope.core.denoise;

/** Mean and standard error of a sequence of numbers (Welford 1962). */
final class RunningMean {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
    }

    double mean() {
        return mean;
    }

    /** NaN before the second number. */
    double standardError() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count);
    }
}
