package scorescope.core.field;

import scorescope.core.density.Exponentials;
import scorescope.core.density.NoisedMixture;

/**
 * The components of a mixture that matter in a square cell, with their log-terms, pulls u_k = C_k⁻¹(m_k − c), precisions P_k
 * and responsibilities r_k at its centre c, and the score s = Σ r_k u_k there. Arrays hold one entry for each of
 * {@link #count} components. Not for use by several threads at once.
 */
final class NearComponents {
    /** −log of the share of the largest contribution to ∇p and its Jacobian below which a component is left out. */
    private static final double NEGLIGIBLE = 45;

    private static final double LOG_2 = Math.log(2);

    private final NoisedMixture mixture;
    private final double[] scratch;
    final double[] term;
    final double[] pullX;
    final double[] pullY;
    final double[] xx;
    final double[] xy;
    final double[] yy;
    final double[] weight;
    private int[] active = {};
    private int count;
    private double logSum;
    private double scoreX;
    private double scoreY;
    private double magnitude;
    private long work;

    NearComponents(NoisedMixture mixture) {
        this.mixture = mixture;
        int size = mixture.size();
        scratch = new double[size];
        term = new double[size];
        pullX = new double[size];
        pullY = new double[size];
        xx = new double[size];
        xy = new double[size];
        yy = new double[size];
        weight = new double[size];
    }

    /** Number of components computed since the last call. */
    long takeWork() {
        long done = work;
        work = 0;
        return done;
    }

    void addWork(long more) {
        work += more;
    }

    /** Indices of the components; not to be modified. */
    int[] active() {
        return active;
    }

    int count() {
        return count;
    }

    double scoreX() {
        return scoreX;
    }

    double scoreY() {
        return scoreY;
    }

    /** Σ r_k |u_k|₁, the scale of the rounding of s. */
    double magnitude() {
        return magnitude;
    }

    /** Chooses those of {@code among} whose term may come near the largest somewhere within h of (x, y) along each axis. */
    void choose(double x, double y, double h, int[] among) {
        work += among.length;
        double least = Double.NEGATIVE_INFINITY;
        double scale = 1;
        for (int i = 0; i < among.length; i++) {
            int k = among[i];
            double ux = mixture.pullX(k, x, y);
            double uy = mixture.pullY(k, x, y);
            double l = mixture.logTerm(k, x, y);
            double pxx = mixture.precisionXX(k);
            double pxy = mixture.precisionXY(k);
            double pyy = mixture.precisionYY(k);
            pullX[i] = ux;
            pullY[i] = uy;
            term[i] = l;
            xx[i] = pxx;
            xy[i] = pxy;
            yy[i] = pyy;
            double bound = l - h * (Math.abs(ux) + Math.abs(uy)) - curve(pxx, pxy, pyy, h);
            if (bound > least) {
                least = bound;
                scale = pxx + pyy;
            }
        }
        int remaining = 0;
        for (int i = 0; i < among.length; i++) {
            double pull = Math.abs(pullX[i]) + Math.abs(pullY[i]);
            double ends = term[i] + h * pull;
            if (ends < least - NEGLIGIBLE) {
                // The square of the largest pull in the cell and the curvature bound the term's contribution to the
                // Jacobian.
                double norm = xx[i] + yy[i];
                double largest = pull + 2 * h * norm;
                // log z is at most log 2 times the exponent of z plus one.
                double factor = 1 + (largest * largest + norm) / scale;
                if (ends + LOG_2 * (Math.getExponent(factor) + 1) < least - NEGLIGIBLE) {
                    continue;
                }
            }
            term[remaining] = term[i];
            pullX[remaining] = pullX[i];
            pullY[remaining] = pullY[i];
            xx[remaining] = xx[i];
            xy[remaining] = xy[i];
            yy[remaining] = yy[i];
            weight[remaining++] = i;
        }
        count = remaining;
        if (remaining == among.length) {
            active = among;
        } else {
            active = new int[remaining];
            for (int i = 0; i < remaining; i++) {
                active[i] = among[(int) weight[i]];
            }
        }
        weigh();
    }

    /** Recomputes the same components at another point. */
    void move(double x, double y) {
        work += count;
        for (int i = 0; i < count; i++) {
            term[i] = mixture.logTerm(active[i], x, y);
            pullX[i] = mixture.pullX(active[i], x, y);
            pullY[i] = mixture.pullY(active[i], x, y);
        }
        weigh();
    }

    private void weigh() {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            top = Math.max(top, term[i]);
        }
        System.arraycopy(term, 0, weight, 0, count);
        Exponentials.relative(weight, top, scratch, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weight[i];
        }
        logSum = top + Math.log(sum);
        double scale = 1 / sum;
        scoreX = 0;
        scoreY = 0;
        magnitude = 0;
        for (int i = 0; i < count; i++) {
            weight[i] *= scale;
            scoreX += weight[i] * pullX[i];
            scoreY += weight[i] * pullY[i];
            magnitude += weight[i] * (Math.abs(pullX[i]) + Math.abs(pullY[i]));
        }
    }

    /** log r_k, finite also where r_k underflows. */
    double logShare(int i) {
        return term[i] - logSum;
    }

    /** The maximum of ½ dᵀP d for |d| ≤ h along each axis. */
    double curve(int i, double h) {
        return curve(xx[i], xy[i], yy[i], h);
    }

    private static double curve(double pxx, double pxy, double pyy, double h) {
        return 0.5 * h * h * (pxx + 2 * Math.abs(pxy) + pyy);
    }
}
