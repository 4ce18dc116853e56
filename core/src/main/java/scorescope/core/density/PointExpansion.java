package scorescope.core.density;

/**
 * Responsibilities and score of a noised mixture at one point after another, expanded about the component d that is largest
 * there, which avoids cancellation. With u_k = C_k⁻¹(m_k − x), a = u_d, Δ = m_k − m_d, D = C_d − C_k and w = Δ + Da:
 *
 * <ul>
 *   <li>u_k − u_d = C_k⁻¹w, whereas the plain difference of two pulls cancels far from the data;
 *   <li>log h_k − log h_d = log f_k − log f_d − Δ·a − ½ aᵀDa − ½ wᵀC_k⁻¹w, h_k = f_k exp(−½ q_k): linear in x where the
 *       covariances are equal. The quadratic forms q have rounding errors of 1e-16 q, which exceed the whole difference far
 *       from the data on a border between modes.
 * </ul>
 *
 * <p>Where the rounding of log-terms could show in a score or a Hessian (see {@link NoisedMixture#mustExpand}), and where a
 * covariance is nearly singular, both are computed in double-double arithmetic (106 bits) from the components' doubles.
 * Elsewhere the quadratic forms suffice.
 *
 * <p>Holds 4K numbers; not for use by several threads at once.
 */
public final class PointExpansion {
    /** With fewer components, vector loops are not faster. */
    private static final int FEW = 16;

    private final NoisedMixture mixture;
    private final Rounding rounding;
    private final PullOffsets offsets;
    private final double[] share;
    private final double[] offX;
    private final double[] offY;
    private final double[] scratch;
    private int centre;
    private double pullX;
    private double pullY;
    private double middleX;
    private double middleY;
    private double logFactored;
    private double sum;

    public PointExpansion(NoisedMixture mixture) {
        this.mixture = mixture;
        rounding = mixture.rounding();
        offsets = new PullOffsets(mixture);
        int size = mixture.size();
        share = new double[size];
        offX = new double[size];
        offY = new double[size];
        scratch = new double[size];
    }

    /** Moves to the point (x, y), in data units. */
    public void at(double x, double y) {
        sum = weigh(x, y);
        double scale = 1 / sum;
        double sumX = 0;
        double sumY = 0;
        for (int k = 0; k < share.length; k++) {
            double r = share[k] * scale;
            share[k] = r;
            sumX += r * offX[k];
            sumY += r * offY[k];
        }
        middleX = sumX;
        middleY = sumY;
    }

    /** r_k = w_k N(x; m_k, C_k)/p(x), which sum to one. Not copied. */
    public double[] responsibilities() {
        return share;
    }

    public double logDensity() {
        return logFactored + Math.log(sum);
    }

    /** First component of s = Σ r_k u_k. */
    public double scoreX() {
        return pullX + middleX;
    }

    public double scoreY() {
        return pullY + middleY;
    }

    /** First component of u_k − s. */
    public double offsetX(int k) {
        return offX[k] - middleX;
    }

    public double offsetY(int k) {
        return offY[k] - middleY;
    }

    /**
     * Stores weights proportional to the responsibilities, and log p minus the logarithm of their sum; returns their sum.
     */
    private double weigh(double x, double y) {
        double largest = mixture.logTerms(x, y, share);
        centre = 0;
        while (centre < share.length - 1 && share[centre] != largest) {
            centre++;
        }
        double bound = rounding.bound(largest);
        double lowest = largest - rounding.window(bound);
        if (rounding.isDelicate() || (bound > Rounding.TOLERANCE && comparable(lowest))) {
            return expandExactly(x, y, lowest);
        }
        pullX = mixture.pullX(centre, x, y);
        pullY = mixture.pullY(centre, x, y);
        offsets.at(centre, x, y, rounding.depth(largest), offX, offY);
        logFactored = largest;
        return share.length < FEW ? exponentials(largest) : manyExponentials(largest);
    }

    private double exponentials(double largest) {
        double sum = 0;
        for (int k = 0; k < share.length; k++) {
            double below = share[k] - largest;
            double term = below < Exponentials.FLOOR ? 0 : below == 0 ? 1 : Math.exp(below);
            share[k] = term;
            sum += term;
        }
        return sum;
    }

    private double manyExponentials(double largest) {
        Exponentials.relative(share, largest, scratch, share.length);
        return total();
    }

    private double total() {
        double sum = 0;
        for (double term : share) {
            sum += term;
        }
        return sum;
    }

    /** Whether a term besides the largest is above {@code bound}. */
    private boolean comparable(double bound) {
        int above = 0;
        for (double term : share) {
            above += term > bound ? 1 : 0;
        }
        return above > 1;
    }

    /**
     * Expands the terms above {@code bound} to 106 bits; the others are negligible. The component that is largest in double
     * need not be the largest, so the expansion is repeated about the largest one found.
     */
    private double expandExactly(double x, double y, double bound) {
        var exact = mixture.exact();
        for (int k = 0; k < share.length; k++) {
            scratch[k] = share[k] >= bound ? 0 : Double.NEGATIVE_INFINITY;
        }
        double largest = 0;
        for (int round = 0; round < 3; round++) {
            var around = exact.around(centre, x, y);
            pullX = around.pullX();
            pullY = around.pullY();
            logFactored = mixture.logFactor(centre) - 0.5 * around.quadratic();
            int best = centre;
            largest = 0;
            for (int k = 0; k < share.length; k++) {
                share[k] = k == centre ? 0 : Double.NEGATIVE_INFINITY;
                offX[k] = 0;
                offY[k] = 0;
                if (scratch[k] == 0 && k != centre) {
                    share[k] = mixture.logFactor(k) - mixture.logFactor(centre) + around.halfDifference(k);
                    offX[k] = around.offX();
                    offY[k] = around.offY();
                    if (share[k] > largest) {
                        best = k;
                        largest = share[k];
                    }
                }
            }
            if (best == centre) {
                break;
            }
            centre = best;
        }
        for (int k = 0; k < share.length; k++) {
            share[k] = Math.exp(share[k] - largest);
        }
        logFactored += largest;
        return total();
    }
}
