package scorescope.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import scorescope.core.sampling.NormalDistribution;

/**
 * Statistics of independent standard normal numbers (x, y), accumulated block by block: moments up to the eighth, tails of both
 * signs, squares of the radius, pairs of cells of equal mass, and the Anderson–Darling statistic. Bounds are five standard
 * errors (two-sided error probability 6e-7 each).
 */
public final class NormalLaw {
    private static final double SIGMAS = 5;
    private static final double[] THRESHOLDS = {3.5, 3.6541, 4, 4.5};
    private static final int CELLS = 32;
    private static final int MOMENTS = 8;

    /** E z^(2m) = 1·3·…·(2m − 1), m = 0 … 8. */
    private static final double[] EVEN = {1, 1, 3, 15, 105, 945, 10395, 135135, 2027025};

    private static final double[] BORDERS = borders();

    private final double[] powers = new double[MOMENTS + 1];
    private final long[][] beyond = new long[2][THRESHOLDS.length];
    private final long[] radius = new long[THRESHOLDS.length];
    private final long[] pairs = new long[CELLS * CELLS];
    private final long[] neighbours = new long[CELLS * CELLS];
    private double[] sample = new double[0];
    private final int keep;
    private int filled;
    private long numbers;
    private long pairCount;
    private long neighbourCount;

    /** @param keep most numbers for the Anderson–Darling statistic */
    public NormalLaw(int keep) {
        this.keep = keep;
        sample = new double[keep];
    }

    /** Adds the first {@code n} numbers of both arrays. */
    public void take(double[] x, double[] y, int n) {
        gather(x, n);
        gather(y, n);
        int before = -1;
        for (int i = 0; i < n; i++) {
            double square = x[i] * x[i] + y[i] * y[i];
            for (int t = 0; t < THRESHOLDS.length; t++) {
                radius[t] += square > THRESHOLDS[t] * THRESHOLDS[t] ? 1 : 0;
            }
        }
        // Finding cells takes a search: only for an eighth of the blocks.
        if (numbers / (2L * n) % 8 == 1) {
            for (int i = 0; i < n; i++) {
                int cell = cell(x[i]);
                pairs[cell * CELLS + cell(y[i])]++;
                pairCount++;
                if (before >= 0 && (i & 1) == 1) {
                    neighbours[before * CELLS + cell]++;
                    neighbourCount++;
                }
                before = cell;
            }
        }
        int count = Math.min(n, keep - filled);
        System.arraycopy(x, 0, sample, filled, count);
        filled += count;
    }

    private void gather(double[] z, int n) {
        double first = 0;
        double third = 0;
        double second = 0;
        double fourth = 0;
        double fifth = 0;
        double sixth = 0;
        double seventh = 0;
        double eighth = 0;
        for (int i = 0; i < n; i++) {
            double square = z[i] * z[i];
            double cube = square * z[i];
            double tesseract = square * square;
            first += z[i];
            second += square;
            third += cube;
            fourth += tesseract;
            fifth += cube * square;
            sixth += cube * cube;
            seventh += cube * tesseract;
            eighth += tesseract * tesseract;
            if (Math.abs(z[i]) > THRESHOLDS[0]) {
                for (int t = 0; t < THRESHOLDS.length; t++) {
                    beyond[z[i] > 0 ? 0 : 1][t] += Math.abs(z[i]) > THRESHOLDS[t] ? 1 : 0;
                }
            }
        }
        double[] sums = {n, first, second, third, fourth, fifth, sixth, seventh, eighth};
        for (int m = 0; m <= MOMENTS; m++) {
            powers[m] += sums[m];
        }
        numbers += n;
    }

    public void check(String who) {
        for (int m = 1; m <= MOMENTS; m++) {
            double right = m % 2 == 0 ? EVEN[m / 2] : 0;
            double error = Math.sqrt((EVEN[m] - right * right) / numbers);
            assertEquals(right, powers[m] / numbers, SIGMAS * error, who + ": moment " + m);
        }
        for (int t = 0; t < THRESHOLDS.length; t++) {
            double p = tail(THRESHOLDS[t]);
            count(who + ": above " + THRESHOLDS[t], p, beyond[0][t], numbers);
            count(who + ": below -" + THRESHOLDS[t], p, beyond[1][t], numbers);
            count(who + ": beyond " + THRESHOLDS[t], 2 * p, beyond[0][t] + beyond[1][t], numbers);
            count(
                    who + ": radius " + THRESHOLDS[t],
                    Math.exp(-0.5 * THRESHOLDS[t] * THRESHOLDS[t]),
                    radius[t],
                    numbers / 2);
        }
        even(who + ": coordinates", pairs, pairCount);
        even(who + ": neighbours", neighbours, neighbourCount);
        // P(A² > 13) is about 1e-6: the tail is that of ½χ² of one degree of freedom, and P(A² > 6) = 0.001.
        double statistic = andersonDarling(Arrays.copyOf(sample, filled));
        assertTrue(statistic < 13, () -> who + ": Anderson and Darling's A² = " + statistic);
    }

    private static void count(String what, double p, long found, long n) {
        assertEquals(n * p, (double) found, SIGMAS * Math.sqrt(n * p * (1 - p)) + 1, what);
    }

    /** χ² of equal cells. */
    private static void even(String what, long[] cells, long n) {
        double expected = n / (double) cells.length;
        double chiSquared = 0;
        for (long cell : cells) {
            chiSquared += (cell - expected) * (cell - expected) / expected;
        }
        int freedom = cells.length - 1;
        assertEquals(freedom, chiSquared, SIGMAS * Math.sqrt(2.0 * freedom), what);
    }

    /** A² = −n − Σ (2i − 1)/n (log Φ(z_i) + log Φ(−z_(n+1−i))). */
    private static double andersonDarling(double[] z) {
        Arrays.sort(z);
        int n = z.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (2 * i + 1) * (Math.log(lower(z[i])) + Math.log(lower(-z[n - 1 - i])));
        }
        return -n - sum / n;
    }

    private static double lower(double z) {
        return z < -3 ? tail(-z) : NormalDistribution.cumulative(z);
    }

    /** 1 − Φ(t) for t ≥ 3 by the continued fraction φ(t)/(t + 1/(t + 2/(t + 3/…))), relative error 1e-14. */
    private static double tail(double t) {
        double fraction = t;
        for (int k = 150; k >= 1; k--) {
            fraction = t + k / fraction;
        }
        return Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI) / fraction;
    }

    private static int cell(double z) {
        int place = Arrays.binarySearch(BORDERS, z);
        return place < 0 ? -place - 1 : place;
    }

    /** Borders between cells of equal mass, by bisection. */
    private static double[] borders() {
        var borders = new double[CELLS - 1];
        for (int c = 0; c < borders.length; c++) {
            double low = -8;
            double high = 8;
            while (high - low > 1e-14) {
                double middle = 0.5 * (low + high);
                if (NormalDistribution.cumulative(middle) < (c + 1.0) / CELLS) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            borders[c] = low;
        }
        return borders;
    }
}
