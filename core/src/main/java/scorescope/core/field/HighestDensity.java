package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.density.EvenPoints;
import scorescope.core.density.NoisedMixture;

/**
 * Levels of a mixture's highest-density regions in the whole plane: the region p ≥ c holds the
 * share m of all mass when c is the (1 − m)-quantile of p(X), X ~ p. The quantile is taken over {@link
 * EvenPoints}, so that the same mixture always gives the same levels.
 *
 * <p>Reuses its arrays; not for use by several threads at once.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10474359">Hyndman 1996, Computing highest density regions</a>
 */
public final class HighestDensity {
    /** Budget: number of components times number of points. */
    private static final double TERMS = 2e6;

    private static final int MOST = 16_384;
    private static final int FEWEST = 512;

    /** Error of a region's share of the mass above which the levels are {@link #rough}. */
    private static final double SHARE_ERROR = 0.004;

    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] logs = new double[0];
    private double[] scratch = new double[0];

    /**
     * log c for each share, in the order of the shares. For one Gaussian log c = log p(mean) + log(1 − m).
     *
     * @param shares in (0, 1)
     */
    public double[] logLevels(NoisedMixture mixture, double... shares) {
        int size = mixture.size();
        int count = (int) Math.clamp(TERMS / size, FEWEST, MOST);
        if (logs.length != count) {
            x = new double[count];
            y = new double[count];
            logs = new double[count];
        }
        if (scratch.length != size) {
            scratch = new double[size];
        }
        EvenPoints.of(mixture, 0.5, 0, 0, x, y);
        for (int i = 0; i < count; i++) {
            logs[i] = mixture.responsibilities(x[i], y[i], scratch);
        }
        Arrays.sort(logs);
        double[] levels = new double[shares.length];
        for (int s = 0; s < shares.length; s++) {
            if (!(shares[s] > 0 && shares[s] < 1)) {
                throw new IllegalArgumentException("a share must lie between 0 and 1: " + shares[s]);
            }
            levels[s] = quantile(1 - shares[s]);
        }
        return levels;
    }

    /**
     * Whether the shares of the regions computed last may have errors above 0.004, because the number n of points is
     * limited for very many components. The standard error of a share m is √(m(1 − m)/n), at most ½/√n.
     */
    public boolean rough() {
        return 0.5 / Math.sqrt(logs.length) > SHARE_ERROR;
    }

    private double quantile(double share) {
        double place = Math.clamp(share * logs.length - 0.5, 0, logs.length - 1.0);
        int below = (int) place;
        int above = Math.min(below + 1, logs.length - 1);
        return logs[below] + (place - below) * (logs[above] - logs[below]);
    }
}
