package scorescope.core.fit;

import scorescope.core.density.NoisedMixture;

/**
 * The terms of a mixture that matter in a cell of the plane, and the logarithm of their sum. Counts its work. Not for use by
 * several threads at once.
 */
final class NearTerms {
    /** A term below e^−40 of the largest is left out. */
    private static final double NEGLIGIBLE = 40;

    /** A node counts as near a border between two terms if their sum exceeds the largest term by this factor. */
    private static final double SEEN = 1.05;

    /** Half of the width of a cell, in standard deviations of a term, up to which the nodes resolve the term. */
    private static final double RESOLVED = 4;

    private final NoisedMixture mixture;
    private final double[] ends;
    private long work;
    private double blend = 1;

    NearTerms(NoisedMixture mixture) {
        this.mixture = mixture;
        ends = new double[mixture.size()];
    }

    /** Number of terms computed. */
    long work() {
        return work;
    }

    /** Adds terms that were computed elsewhere. */
    void addWork(long more) {
        work += more;
    }

    int[] all() {
        int[] all = new int[mixture.size()];
        for (int k = 0; k < all.length; k++) {
            all[k] = k;
        }
        return all;
    }

    /** Those of the components that come within e^−40 of the largest anywhere in a box. */
    int[] near(int[] among, double x, double y, double halfX, double halfY) {
        if (among.length == 1) {
            return among;
        }
        work += among.length;
        double least = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < among.length; i++) {
            int k = among[i];
            double term = mixture.logTerm(k, x, y);
            double gradient = Math.abs(mixture.pullX(k, x, y)) * halfX + Math.abs(mixture.pullY(k, x, y)) * halfY;
            double curve = 0.5
                    * (mixture.precisionXX(k) * halfX * halfX
                            + 2 * Math.abs(mixture.precisionXY(k)) * halfX * halfY
                            + mixture.precisionYY(k) * halfY * halfY);
            ends[i] = term + gradient;
            least = Math.max(least, term - gradient - curve);
        }
        int count = 0;
        for (int i = 0; i < among.length; i++) {
            count += ends[i] >= least - NEGLIGIBLE ? 1 : 0;
        }
        if (count == among.length) {
            return among;
        }
        int[] near = new int[count];
        int n = 0;
        for (int i = 0; i < among.length; i++) {
            if (ends[i] >= least - NEGLIGIBLE) {
                near[n++] = among[i];
            }
        }
        return near;
    }

    /** log Σ of the terms. */
    double log(int[] among, double x, double y) {
        work += among.length;
        double first = mixture.logTerm(among[0], x, y);
        if (among.length == 1) {
            return first;
        }
        // One pass: the sum is scaled to the largest term met so far.
        double largest = first;
        double sum = 1;
        for (int i = 1; i < among.length; i++) {
            double below = mixture.logTerm(among[i], x, y) - largest;
            if (below > 0) {
                sum = sum * Math.exp(-below) + 1;
                largest += below;
            } else if (below > -NEGLIGIBLE) {
                sum += Math.exp(below);
            }
        }
        blend = Math.max(blend, sum);
        return largest + Math.log(sum);
    }

    /** Resets the record of the nodes of the last cell. */
    void begin() {
        blend = 1;
    }

    /**
     * A bound of the error that the difference of both rules does not show, relative to the cell's mass.
     *
     * @param a half of the cell's first side
     * @param b half of its second side
     */
    double missed(int[] near, double x, double y, double[] a, double[] b) {
        double halfX = Math.abs(a[0]) + Math.abs(b[0]);
        double halfY = Math.abs(a[1]) + Math.abs(b[1]);
        return borderError(near, x, y, halfX, halfY) + narrowTermError(near, x, y, a, b);
    }

    /**
     * Bound of the error at a border between terms. Where two terms are equal, log(e^a + e^b) exceeds max(a, b) by log(1 +
     * e^−|a − b|), whose integral over a − b is π²/6. If no node is near such a border, it may lie between the nodes,
     * unless one term is by far the largest at all corners of the cell.
     */
    private double borderError(int[] near, double x, double y, double halfX, double halfY) {
        if (blend >= SEEN || near.length == 1) {
            return 0;
        }
        int best = near[0];
        double top = Double.NEGATIVE_INFINITY;
        for (int k : near) {
            double term = mixture.logTerm(k, x, y);
            if (term > top) {
                top = term;
                best = k;
            }
        }
        double missed = 0;
        for (int k : near) {
            if (k != best && reaches(k, best, x, y, halfX, halfY)) {
                double change = Math.abs(mixture.pullX(k, x, y) - mixture.pullX(best, x, y)) * halfX
                        + Math.abs(mixture.pullY(k, x, y) - mixture.pullY(best, x, y)) * halfY;
                missed += Math.min(Math.log(2), Math.PI * Math.PI / 12 / change);
            }
        }
        return missed;
    }

    /**
     * Bound of the error from a term so narrow that it lies between the nodes: in a strip it raises the logarithm by log(1
     * + e^d), d its excess over the widest large term.
     */
    private double narrowTermError(int[] near, double x, double y, double[] a, double[] b) {
        if (near.length == 1) {
            return 0;
        }
        work += near.length;
        var terms = new CellTerm[near.length];
        int wide = 0;
        for (int i = 0; i < near.length; i++) {
            terms[i] = CellTerm.of(mixture, near[i], x, y, a, b);
            wide = terms[i].atCorners() > terms[wide].atCorners() ? i : wide;
        }
        double missed = 0;
        for (int i = 0; i < terms.length; i++) {
            double halfWidth = terms[i].halfWidth();
            double excess = i != wide && halfWidth > RESOLVED
                    ? terms[i].minus(terms[wide]).most()
                    : -NEGLIGIBLE;
            if (excess > -NEGLIGIBLE) {
                double strip = Math.min(1, (3 + Math.sqrt(2 * Math.max(0, excess))) / halfWidth);
                missed += strip * (Math.max(0, excess) + Math.log1p(Math.exp(-Math.abs(excess))));
            }
        }
        return missed;
    }

    /** Whether the term of k comes near the largest one at a corner. */
    private boolean reaches(int k, int best, double x, double y, double halfX, double halfY) {
        for (int corner = 0; corner < 4; corner++) {
            double atX = x + ((corner & 1) == 0 ? -halfX : halfX);
            double atY = y + ((corner & 2) == 0 ? -halfY : halfY);
            if (mixture.logTerm(k, atX, atY) > mixture.logTerm(best, atX, atY) - 1) {
                return true;
            }
        }
        return false;
    }
}
