package scorescope.core.field;

import java.util.Optional;
import scorescope.core.density.Exponentials;
import scorescope.core.density.NoisedMixture;

/**
 * Bounds of ∇p over a square cell |x − c| ≤ h along each axis, from the components that matter in it. With d = x − c, u_k =
 * C_k⁻¹(m_k − c) the score ("pull") of component k, P_k = C_k⁻¹, responsibilities r_k at c, s = Σ r_k u_k and v_k = u_k −
 * s,
 *
 * <p>G(d) = ∇p(x) e^(−s·d)/p(c) = Σ r_k e^(φ_k(d)) (u_k − P_k d), φ_k = v_k·d − ½ dᵀP_k d ∈ [−A_k − Q_k, A_k],
 *
 * <p>is zero where ∇p is. Its Jacobian is J(d) = Σ r_k e^φ_k ((u_k − P_k d)(v_k − P_k d)ᵀ − P_k). For one thread at a time.
 */
final class CellBounds {
    /** Result for a cell. */
    enum Verdict {
        /** ∇p is nowhere zero. */
        EMPTY,
        /** ∇p is zero at one point at most, in the cell and its margin. */
        ONE_AT_MOST,
        /** In double precision ∇p cannot be distinguished from zero along a line through the cell. */
        FLAT,
        UNKNOWN
    }

    /** Bounds hold in a cell larger by this factor, so that a point on a border belongs to both sides. */
    static final double MARGIN = 1.1;

    /** Relative rounding error of sums of terms. */
    static final double ROUNDING = 1e-13;

    /** Largest relative change of the Jacobian over a cell at which Krawczyk's test is tried. */
    private static final double CHANGE = 0.8;

    /** With fewer components, sums cost no more than polynomials. */
    private static final int WORTH_EXPANDING = 12;

    /**
     * Largest error of a polynomial's slope, relative to the density, at which dividing the polynomial is worth more than dividing
     * the components. It decides on work alone: the error itself is part of the bounds that {@link LocalExpansion} proves
     * with, so that no point is lost or invented whatever the value.
     */
    private static final double NEARLY = 1e-6;

    /** The cost of expanding one component, in evaluations of a term. */
    private static final int EXPANSION = 2;

    /** Lower limit of e^−A_k, so that its reciprocal is finite. */
    private static final double LEAST = 1e-250;

    /** Upper limit of log r_k + A_k, so that its exponential is finite. */
    private static final double LARGEST = 600;

    private final NearComponents near;
    private final DirectionBound direction;
    private final LevelRidge ridge;
    private final ExpansionSum sum;
    /** Upper bound r_k e^(A_k) of r_k e^φ_k, and lower bound r_k e^(−A_k − Q_k). */
    private final double[] most;

    private final double[] least;
    private final double[] scratch;

    CellBounds(NoisedMixture mixture) {
        near = new NearComponents(mixture);
        direction = new DirectionBound(near);
        ridge = new LevelRidge(near);
        sum = new ExpansionSum();
        most = new double[mixture.size()];
        least = new double[mixture.size()];
        scratch = new double[mixture.size()];
    }

    /** Number of components computed since the last call. */
    long takeWork() {
        return near.takeWork();
    }

    /** Components that matter in the cell last classified. */
    int[] active() {
        return near.active();
    }

    /** Classifies the cell of half-width {@code half} about (x, y); only components {@code among} matter there. */
    Verdict judge(double x, double y, double half, int[] among) {
        double h = MARGIN * half;
        near.choose(x, y, h, among);
        bound(h);
        if (direction.hasAscentDirection(h, most, least)) {
            return Verdict.EMPTY;
        }
        if (meanChange(h) > 1) {
            // The Jacobian changes by more than its own size.
            return Verdict.UNKNOWN;
        }
        var verdict = byJacobian(half, h);
        return verdict == Verdict.UNKNOWN && ridge.isLevel(x, y, half) ? Verdict.FLAT : verdict;
    }

    /** The density over the cell last classified as a polynomial; empty if its error is too large. */
    Optional<LocalExpansion> expansion(double x, double y, double half) {
        if (near.count() < WORTH_EXPANDING) {
            return Optional.empty();
        }
        // The search for a ridge may have moved the centre.
        near.move(x, y);
        if (!(sum.slopeError(near, half, NEARLY) < NEARLY)) {
            return Optional.empty();
        }
        near.addWork((long) EXPANSION * near.count());
        return Optional.of(sum.of(near, half));
    }

    /** Σ r_k A_k. */
    private double meanChange(double h) {
        double sum = 0;
        for (int i = 0; i < near.count(); i++) {
            sum += near.weight[i] * (Math.abs(near.pullX[i] - near.scoreX()) + Math.abs(near.pullY[i] - near.scoreY()));
        }
        return h * sum;
    }

    private void bound(double h) {
        int n = near.count();
        for (int i = 0; i < n; i++) {
            most[i] = -h * (Math.abs(near.pullX[i] - near.scoreX()) + Math.abs(near.pullY[i] - near.scoreY()));
            least[i] = -near.curve(i, h);
        }
        Exponentials.relative(most, 0, scratch, n);
        Exponentials.relative(least, 0, scratch, n);
        for (int i = 0; i < n; i++) {
            double r = near.weight[i];
            least[i] *= r * most[i];
            // A responsibility that underflows at the centre may be large elsewhere in the cell.
            most[i] = r > 0 ? r / Math.max(LEAST, most[i]) : Math.exp(Math.min(LARGEST, logMost(i, h)));
        }
    }

    /** log r_k + A_k. */
    private double logMost(int i, double h) {
        double change = Math.abs(near.pullX[i] - near.scoreX()) + Math.abs(near.pullY[i] - near.scoreY());
        return near.logShare(i) + h * change;
    }

    private Verdict byJacobian(double half, double h) {
        double scoreX = near.scoreX();
        double scoreY = near.scoreY();
        double jxx = 0;
        double jxy = 0;
        double jyx = 0;
        double jyy = 0;
        double norm = 0;
        double dxx = 0;
        double dxy = 0;
        double dyx = 0;
        double dyy = 0;
        for (int i = 0; i < near.count(); i++) {
            double r = near.weight[i];
            double ux = near.pullX[i];
            double uy = near.pullY[i];
            double vx = ux - scoreX;
            double vy = uy - scoreY;
            double pxx = near.xx[i];
            double pxy = near.xy[i];
            double pyy = near.yy[i];
            double mxx = ux * vx - pxx;
            double mxy = ux * vy - pxy;
            double myx = uy * vx - pxy;
            double myy = uy * vy - pyy;
            jxx += r * mxx;
            jxy += r * mxy;
            jyx += r * myx;
            jyy += r * myy;
            norm += r * (Math.abs(ux * vx) + Math.abs(uy * vy) + pxx + pyy);
            ux = Math.abs(ux);
            uy = Math.abs(uy);
            vx = Math.abs(vx);
            vy = Math.abs(vy);
            double px = h * (pxx + Math.abs(pxy));
            double py = h * (Math.abs(pxy) + pyy);
            double up = most[i];
            double factor = Math.max(up - r, r - least[i]);
            dxx += up * (px * (vx + ux) + px * px) + factor * Math.abs(mxx);
            dxy += up * (px * vy + ux * py + px * py) + factor * Math.abs(mxy);
            dyx += up * (py * vx + uy * px + px * py) + factor * Math.abs(myx);
            dyy += up * (py * (vy + uy) + py * py) + factor * Math.abs(myy);
        }
        double rounding = ROUNDING * norm;
        dxx += rounding;
        dxy += rounding;
        dyx += rounding;
        dyy += rounding;
        double determinant = jxx * jyy - jxy * jyx;
        // Y = J⁻¹; |Y| |J(d) − J(0)| < 1 everywhere means at most one zero.
        double yxx = jyy / determinant;
        double yxy = -jxy / determinant;
        double yyx = -jyx / determinant;
        double yyy = jxx / determinant;
        double changeX = Math.abs(yxx) * (dxx + dxy) + Math.abs(yxy) * (dyx + dyy);
        double changeY = Math.abs(yyx) * (dxx + dxy) + Math.abs(yyy) * (dyx + dyy);
        if (changeX < CHANGE && changeY < CHANGE) {
            // A zero lies within changeX h, changeY h of Newton's step.
            double noiseX = ROUNDING * near.magnitude() * (Math.abs(yxx) + Math.abs(yxy));
            double noiseY = ROUNDING * near.magnitude() * (Math.abs(yyx) + Math.abs(yyy));
            double stepX = Math.abs(yxx * scoreX + yxy * scoreY) - noiseX;
            double stepY = Math.abs(yyx * scoreX + yyy * scoreY) - noiseY;
            return stepX > half * (1 + changeX) || stepY > half * (1 + changeY) ? Verdict.EMPTY : Verdict.ONE_AT_MOST;
        }
        ridge.begin(jxx, 0.5 * (jxy + jyx), jyy, rounding);
        return Verdict.UNKNOWN;
    }
}
