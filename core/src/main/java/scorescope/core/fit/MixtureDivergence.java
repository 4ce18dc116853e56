package scorescope.core.fit;

import java.util.Comparator;
import java.util.PriorityQueue;
import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;
import scorescope.core.density.PrincipalWidths;
import scorescope.core.quadrature.Estimate;
import scorescope.core.quadrature.GaussRule;

/**
 * KL(p‖q) of two mixtures by adaptive cubature. For few components it is Σ w_j E_z[log p(x_j) − log q(x_j)], x_j = m_j +
 * L_j z: each component is integrated in its own coordinates, z ~ N(0, I), so that narrow ones are not missed. For many
 * components it is ∫ p (log p − log q) over the plane of x, in cells not much wider than the components in them. A cell's
 * integral is the Gauss–Legendre rule with 8 × 8 nodes, its error the difference from 6 × 6 nodes. The cell with the
 * largest error is halved along both axes until the errors sum to less than the tolerance or the work is used up. A cell
 * sums only the components that matter in it. The current {@link Watcher} may cancel it. With very many components the
 * integral is left to {@link LatticeDivergence}.
 *
 * @see <a href="https://doi.org/10.1145/63522.214391">Berntsen, Espelid and Genz 1991, An adaptive algorithm for the
 *     approximate calculation of multiple integrals</a>
 */
final class MixtureDivergence {
    /** With more components, p is integrated over the plane of x. */
    private static final int MOST_APART = 64;

    /** With more components, adaptive cells would use up the work before they are narrow enough. */
    private static final int MOST_ADAPTED = 1000;

    /** Terms on lattices in the time of a term in a cell, where terms are computed one by one. */
    private static final long LATTICE_WORK = 10;

    private static final double LATTICE_TOLERANCE = 5e-7;

    /** Where the first cells of every component begin and end, in standard deviations; beyond lies less than 10⁻¹⁸. */
    private static final double[] EDGES = {-9, -4.5, -1.5, 1.5, 4.5, 9};

    private static final double REACH = 9;

    /** Largest width of a cell of the plane of x, in standard deviations of the narrowest component in it. */
    private static final double WIDEST = 2;

    /** Relative rounding of logarithms. */
    private static final double ROUNDING = 4e-15;

    /** Index of the plane of x, used in place of a component's index. */
    private static final int WHOLE = -1;

    private static final GaussRule FINE = GaussRule.ofUnitInterval(8);
    private static final GaussRule COARSE = GaussRule.ofUnitInterval(6);

    private final NoisedMixture p;
    private final double[] narrowest;
    private final NearTerms termsOfP;
    private final NearTerms termsOfQ;
    private final PriorityQueue<Cell> cells =
            new PriorityQueue<>(Comparator.comparingDouble((Cell cell) -> -cell.error()));
    private final long mostWork;
    private final Watcher watcher = Watcher.current();
    private double value;
    private double error;
    /** The sum of the magnitudes of both logarithms over the nodes of the last rule. */
    private double magnitude;

    /** The sum of the weights over the nodes of the last rule. */
    private double mass;

    private MixtureDivergence(NoisedMixture p, NoisedMixture q, long mostWork) {
        this.p = p;
        this.mostWork = mostWork;
        narrowest = new double[p.size()];
        termsOfP = new NearTerms(p);
        termsOfQ = new NearTerms(q);
        for (int j = 0; j < p.size(); j++) {
            narrowest[j] = PrincipalWidths.smallestStd(p, j);
        }
    }

    /**
     * @param tolerance target error, relative to 1 + KL
     * @param mostWork the largest number of terms of mixtures computed
     */
    static Estimate of(NoisedMixture p, NoisedMixture q, double tolerance, long mostWork) {
        boolean apart = p.size() <= MOST_APART;
        if (Math.max(p.size(), q.size()) <= MOST_ADAPTED) {
            var divergence = new MixtureDivergence(p, q, mostWork);
            boolean withinBounds = apart ? divergence.apart() : divergence.together();
            if (withinBounds) {
                return divergence.adapted(tolerance).atLeast(0);
            }
        }
        double enough = Math.max(tolerance, LATTICE_TOLERANCE);
        return LatticeDivergence.of(p, q, apart, enough, LATTICE_WORK * mostWork)
                .atLeast(0);
    }

    /** Coordinates z of a plane, x = m + L z, and the factor of its integrals. */
    private record Frame(int j, double x, double y, double l11, double l21, double l22, double factor) {}

    /** A cell of a plane, with the components of p and q that matter in it. */
    private record Cell(
            Frame frame,
            double z1,
            double z2,
            double half1,
            double half2,
            int[] ofP,
            int[] ofQ,
            double value,
            double error,
            double rounding) {}

    private boolean apart() {
        int[] allOfP = termsOfP.all();
        int[] allOfQ = termsOfQ.all();
        for (int j = 0; j < p.size(); j++) {
            double l11 = Math.sqrt(p.covarianceXX(j));
            double l22 = 1 / Math.sqrt(p.precisionYY(j));
            double weight = Math.exp(p.logFactor(j)) * 2 * Math.PI * l11 * l22;
            var frame = new Frame(j, p.meanX(j), p.meanY(j), l11, p.covarianceXY(j) / l11, l22, weight / (2 * Math.PI));
            for (int a = 0; a + 1 < EDGES.length; a++) {
                for (int b = 0; b + 1 < EDGES.length; b++) {
                    double half1 = 0.5 * (EDGES[a + 1] - EDGES[a]);
                    double half2 = 0.5 * (EDGES[b + 1] - EDGES[b]);
                    add(cell(frame, EDGES[a] + half1, EDGES[b] + half2, half1, half2, allOfP, allOfQ));
                }
            }
        }
        return true;
    }

    /** Makes the first cells; false if that would exceed the largest amount of work. */
    private boolean together() {
        double x0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < p.size(); k++) {
            double reachX = REACH * Math.sqrt(p.covarianceXX(k));
            double reachY = REACH * Math.sqrt(p.covarianceYY(k));
            x0 = Math.min(x0, p.meanX(k) - reachX);
            x1 = Math.max(x1, p.meanX(k) + reachX);
            y0 = Math.min(y0, p.meanY(k) - reachY);
            y1 = Math.max(y1, p.meanY(k) + reachY);
        }
        var frame = new Frame(WHOLE, 0, 0, 1, 0, 1, 1);
        return begin(
                frame,
                0.5 * (x0 + x1),
                0.5 * (y0 + y1),
                0.5 * (x1 - x0),
                0.5 * (y1 - y0),
                termsOfP.all(),
                termsOfQ.all());
    }

    /** Halves a part of the plane of x until no cell is much wider than the components in it. */
    private boolean begin(Frame frame, double x, double y, double halfX, double halfY, int[] ofP, int[] ofQ) {
        if (work() > 4 * mostWork) {
            return false;
        }
        watcher.requireWanted();
        int[] near = termsOfP.near(ofP, x, y, halfX, halfY);
        double width = Double.POSITIVE_INFINITY;
        for (int i = 0; i < near.length; i++) {
            int k = near[i];
            double dx = Math.max(0, Math.abs(p.meanX(k) - x) - halfX);
            double dy = Math.max(0, Math.abs(p.meanY(k) - y) - halfY);
            if (dx * dx <= REACH * REACH * p.covarianceXX(k) && dy * dy <= REACH * REACH * p.covarianceYY(k)) {
                width = Math.min(width, narrowest[k]);
            }
        }
        if (width == Double.POSITIVE_INFINITY) {
            return true;
        }
        if (2 * Math.max(halfX, halfY) <= WIDEST * width) {
            add(cell(frame, x, y, halfX, halfY, near, ofQ));
            return true;
        }
        boolean withinBounds = true;
        for (int part = 0; part < 4 && withinBounds; part++) {
            double atX = x + ((part & 1) == 0 ? -0.5 : 0.5) * halfX;
            double atY = y + ((part & 2) == 0 ? -0.5 : 0.5) * halfY;
            withinBounds = begin(frame, atX, atY, 0.5 * halfX, 0.5 * halfY, near, ofQ);
        }
        return withinBounds;
    }

    private long work() {
        return termsOfP.work() + termsOfQ.work();
    }

    private void add(Cell cell) {
        value += cell.value();
        error += cell.error();
        cells.add(cell);
    }

    private Estimate adapted(double tolerance) {
        while (error > tolerance * (1 + Math.abs(value)) && work() < mostWork) {
            watcher.requireWanted();
            var worst = cells.remove();
            value -= worst.value();
            error -= worst.error();
            double half1 = 0.5 * worst.half1();
            double half2 = 0.5 * worst.half2();
            for (int part = 0; part < 4; part++) {
                double z1 = worst.z1() + ((part & 1) == 0 ? -half1 : half1);
                double z2 = worst.z2() + ((part & 2) == 0 ? -half2 : half2);
                add(cell(worst.frame(), z1, z2, half1, half2, worst.ofP(), worst.ofQ()));
            }
        }
        // Summed afresh, because additions and subtractions have accumulated rounding.
        double sum = 0;
        double errors = 0;
        for (var cell : cells) {
            sum += cell.value();
            errors += cell.error() + cell.rounding();
        }
        return new Estimate(sum, errors);
    }

    private Cell cell(Frame frame, double z1, double z2, double half1, double half2, int[] ofP, int[] ofQ) {
        double x = frame.x() + frame.l11() * z1;
        double y = frame.y() + frame.l21() * z1 + frame.l22() * z2;
        double halfX = frame.l11() * half1;
        double halfY = Math.abs(frame.l21()) * half1 + frame.l22() * half2;
        int[] nearP = termsOfP.near(ofP, x, y, halfX, halfY);
        int[] nearQ = termsOfQ.near(ofQ, x, y, halfX, halfY);
        double coarse = sum(COARSE, frame, z1, z2, half1, half2, nearP, nearQ);
        double fine = sum(FINE, frame, z1, z2, half1, half2, nearP, nearQ);
        double[] a = {frame.l11() * half1, frame.l21() * half1};
        double[] b = {0, frame.l22() * half2};
        double unseen = mass * (termsOfP.missed(nearP, x, y, a, b) + termsOfQ.missed(nearQ, x, y, a, b));
        return new Cell(
                frame,
                z1,
                z2,
                half1,
                half2,
                nearP,
                nearQ,
                fine,
                Math.abs(fine - coarse) + unseen,
                ROUNDING * magnitude);
    }

    private double sum(
            GaussRule rule, Frame frame, double z1, double z2, double half1, double half2, int[] ofP, int[] ofQ) {
        int n = rule.nodes().length;
        termsOfP.begin();
        termsOfQ.begin();
        double sum = 0;
        double size = 0;
        double densities = 0;
        for (int a = 0; a < n; a++) {
            double first = z1 + half1 * (2 * rule.nodes()[a] - 1);
            double x = frame.x() + frame.l11() * first;
            for (int b = 0; b < n; b++) {
                double second = z2 + half2 * (2 * rule.nodes()[b] - 1);
                double y = frame.y() + frame.l21() * first + frame.l22() * second;
                double logP = termsOfP.log(ofP, x, y);
                double logQ = termsOfQ.log(ofQ, x, y);
                double density = rule.weights()[a]
                        * rule.weights()[b]
                        * Math.exp(frame.j() == WHOLE ? logP : -0.5 * (first * first + second * second));
                sum += density * (logP - logQ);
                densities += density;
                size += density * (Math.abs(logP) + Math.abs(logQ));
            }
        }
        double scale = frame.factor() * 4 * half1 * half2;
        mass = scale * densities;
        magnitude = scale * size;
        return scale * sum;
    }
}
