package scorescope.core.measure;

import java.util.Arrays;

/**
 * Bins of equal width on a line, for histograms.
 *
 * @param low lower end of the first bin
 * @param high upper end of the last bin
 */
public record LineBins(double low, double high, int count) {
    public LineBins {
        if (!(high > low) || count < 1) {
            throw new IllegalArgumentException("no bins: " + count + " on [" + low + ", " + high + "]");
        }
    }

    /** The lower end of bin {@code b}; for {@code b = count} the upper end of the last bin. */
    public double edge(int b) {
        return low + (high - low) * b / count;
    }

    /**
     * The density of values in every bin: the share of all values, including those outside of the bins, that lies in it, divided
     * by its width.
     *
     * @param values not modified
     * @param density one number for every bin, in 1/units of the values; overwritten up to {@code count}
     */
    public void densities(double[] values, double[] density) {
        Arrays.fill(density, 0, count, 0);
        double perUnit = count / (high - low);
        for (double value : values) {
            double place = (value - low) * perUnit;
            if (place >= 0 && place < count) {
                density[(int) place]++;
            }
        }
        double each = perUnit / Math.max(1, values.length);
        for (int b = 0; b < count; b++) {
            density[b] *= each;
        }
    }
}
