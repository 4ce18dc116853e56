package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.density.NoisedMixture;

/**
 * Levels of a mixture's highest-density regions, whatever part of the plane is looked at: the region p ≥ c holds the
 * share m of all mass when c is the (1 − m)-quantile of p(X), X ~ p. The quantile is taken over points spread evenly
 * over every component by a Kronecker sequence, so that the same mixture always gives the same levels.
 *
 * <p>Keeps its arrays; not for use by several threads at once.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10474359">Hyndman 1996, Computing highest density regions</a>
 */
public final class HighestDensity {
    /** Components times points: what may be spent. */
    private static final double TERMS = 2e6;

    private static final int MOST = 16_384;
    private static final int FEWEST = 512;

    /** The plastic number's powers, whose multiples fill the unit square evenly. */
    private static final double STEP_1 = 0.7548776662466927;

    private static final double STEP_2 = 0.5698402909980532;

    private double[] logs = new double[0];
    private double[] scratch = new double[0];
    private double[] cumulative = new double[0];

    /**
     * log c for each share, in their order. For one Gaussian log c = log p(mean) + log(1 − m).
     *
     * @param shares in (0, 1)
     */
    public double[] logLevels(NoisedMixture mixture, double... shares) {
        int size = mixture.size();
        int count = (int) Math.clamp(TERMS / size, FEWEST, MOST);
        if (logs.length != count) {
            logs = new double[count];
        }
        if (scratch.length != size) {
            scratch = new double[size];
            cumulative = new double[size];
        }
        double total = 0;
        for (int k = 0; k < size; k++) {
            double determinant = mixture.covarianceXX(k) / mixture.precisionYY(k);
            total += Math.exp(mixture.logFactor(k)) * Math.sqrt(determinant);
            cumulative[k] = total;
        }
        int k = 0;
        for (int i = 0; i < count; i++) {
            while (k < size - 1 && (i + 0.5) / count * total > cumulative[k]) {
                k++;
            }
            logs[i] = logDensity(mixture, k, fraction(i * STEP_1), fraction(i * STEP_2));
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

    /** log p at the place in component k that the unit square's (u, v) stands for. */
    private double logDensity(NoisedMixture mixture, int k, double u, double v) {
        double radius = Math.sqrt(-2 * Math.log(1 - u));
        double angle = 2 * Math.PI * v;
        double z1 = radius * Math.cos(angle);
        double z2 = radius * Math.sin(angle);
        double l11 = Math.sqrt(mixture.covarianceXX(k));
        double l21 = mixture.covarianceXY(k) / l11;
        double l22 = 1 / Math.sqrt(mixture.precisionYY(k));
        double x = mixture.meanX(k) + l11 * z1;
        double y = mixture.meanY(k) + l21 * z1 + l22 * z2;
        return mixture.responsibilities(x, y, scratch);
    }

    private double quantile(double share) {
        double place = Math.clamp(share * logs.length - 0.5, 0, logs.length - 1.0);
        int below = (int) place;
        int above = Math.min(below + 1, logs.length - 1);
        return logs[below] + (place - below) * (logs[above] - logs[below]);
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }
}
