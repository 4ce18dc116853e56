package scorescope.core.field;

import java.util.Optional;
import scorescope.core.density.NoisedMixture;

/**
 * What can be said of ∇p over a square cell |x − c| ≤ h along each axis, from those components that matter in it. With
 * d = x − c, u_k the pull C_k⁻¹(m_k − c), P_k = C_k⁻¹, responsibilities r_k at c, s = Σ r_k u_k and v_k = u_k − s,
 *
 * <p>G(d) = ∇p(x) e^(−s·d)/p(c) = Σ r_k e^(φ_k(d)) (u_k − P_k d), φ_k = v_k·d − ½ dᵀP_k d ∈ [−A_k − Q_k, A_k],
 *
 * <p>is zero where ∇p is. Its Jacobian is J(d) = Σ r_k e^φ_k ((u_k − P_k d)(v_k − P_k d)ᵀ − P_k). For one thread at a time.
 */
final class CellBounds {
    /** What a cell is found to be. */
    enum Verdict {
        /** ∇p is nowhere zero. */
        EMPTY,
        /** ∇p is zero at one point at most, also a little outside. */
        ONE_AT_MOST,
        /** ∇p cannot be told from zero along a line through the cell, in double precision. */
        FLAT,
        UNKNOWN
    }

    /** A component whose part of ∇p and of its Jacobian is below e^−45 of the largest is left out. */
    private static final double NEGLIGIBLE = 45;

    /** Bounds hold in a cell that is this much larger, so that a point on a border belongs to both sides. */
    static final double MARGIN = 1.1;

    /** Relative rounding of sums of terms. */
    private static final double ROUNDING = 1e-13;

    /** The Jacobian may change over a cell by this part of itself at most where it is to prove that there is one point. */
    private static final double CHANGE = 0.8;

    /** A cell that may be called flat is at most so large, in units of the width of the ridge. */
    private static final double NARROW = 0.03;

    private static final int STEPS_TO_RIDGE = 3;

    /** How many roundings a slope or bend may have to count as none. */
    private static final double LEVEL = 10;

    /** Of fewer components sums are as quick as polynomials. */
    private static final int WORTH_EXPANDING = 12;

    /** A polynomial may lack so much of the slope, the density being one. */
    private static final double NEARLY = 1e-6;

    /** Terms that take as long as a component's expansion. */
    private static final int EXPANSION = 8;

    private final NoisedMixture mixture;
    private final double[] term;
    private final double[] pullX;
    private final double[] pullY;
    private final double[] weight;
    private int[] active;
    private int count;
    private double scoreX;
    private double scoreY;
    private double magnitude;
    private double hxx;
    private double hxy;
    private double hyy;
    private double rounding;
    private long work;

    CellBounds(NoisedMixture mixture) {
        this.mixture = mixture;
        term = new double[mixture.size()];
        pullX = new double[mixture.size()];
        pullY = new double[mixture.size()];
        weight = new double[mixture.size()];
        active = new int[0];
    }

    /** Components computed so far. */
    long work() {
        return work;
    }

    /** Those of {@code among} that matter in the cell last judged. */
    int[] active() {
        return active;
    }

    /** Judges the cell of half-width h about (x, y); only components {@code among} matter there. */
    Verdict judge(double x, double y, double half, int[] among) {
        double h = MARGIN * half;
        choose(x, y, h, among);
        weigh();
        if (pointsOneWay(h)) {
            return Verdict.EMPTY;
        }
        var verdict = byJacobian(half, h);
        return verdict == Verdict.UNKNOWN && flat(x, y, half) ? Verdict.FLAT : verdict;
    }

    /** The density over the cell last judged as a polynomial, if one of a moderate degree comes near it. */
    Optional<LocalExpansion> expansion(double x, double y, double half) {
        if (count < WORTH_EXPANDING) {
            return Optional.empty();
        }
        // The search for a ridge may have moved away.
        move(x, y);
        double lacking = 0;
        for (int i = 0; i < count && lacking < NEARLY; i++) {
            double vx = pullX[i] - scoreX;
            double vy = pullY[i] - scoreY;
            double h = MARGIN * half;
            lacking +=
                    LocalExpansion.lackingSlope(weight[i], h * (Math.abs(vx) + Math.abs(vy)), 2 * curve(active[i], h));
        }
        if (!(lacking < NEARLY)) {
            return Optional.empty();
        }
        work += (long) EXPANSION * count;
        var expansion = LocalExpansion.empty(half * scoreX, half * scoreY);
        for (int i = 0; i < count; i++) {
            int k = active[i];
            expansion.add(
                    weight[i],
                    half * (pullX[i] - scoreX),
                    half * (pullY[i] - scoreY),
                    half * half * mixture.precisionXX(k),
                    half * half * mixture.precisionXY(k),
                    half * half * mixture.precisionYY(k),
                    MARGIN);
        }
        return Optional.of(expansion);
    }

    /** Takes those components whose term may come near the largest somewhere in the cell. */
    private void choose(double x, double y, double h, int[] among) {
        work += among.length;
        double least = Double.NEGATIVE_INFINITY;
        double scale = 1;
        for (int i = 0; i < among.length; i++) {
            int k = among[i];
            double dx = mixture.pullX(k, x, y);
            double dy = mixture.pullY(k, x, y);
            double l = mixture.logTerm(k, x, y);
            pullX[i] = dx;
            pullY[i] = dy;
            term[i] = l;
            double change = h * (Math.abs(dx) + Math.abs(dy)) + curve(k, h);
            if (l - change > least) {
                least = l - change;
                scale = mixture.precisionXX(k) + mixture.precisionYY(k);
            }
        }
        int kept = 0;
        for (int i = 0; i < among.length; i++) {
            int k = among[i];
            double ends = term[i] + h * (Math.abs(pullX[i]) + Math.abs(pullY[i]));
            if (ends < least - NEGLIGIBLE) {
                // The largest pull in the cell, squared, with the curvature: what the term can mean for the Jacobian.
                double norm = mixture.precisionXX(k) + mixture.precisionYY(k);
                double pull = Math.abs(pullX[i]) + Math.abs(pullY[i]) + 2 * h * norm;
                if (ends + Math.log1p((pull * pull + norm) / scale) < least - NEGLIGIBLE) {
                    continue;
                }
            }
            term[kept] = term[i];
            pullX[kept] = pullX[i];
            pullY[kept] = pullY[i];
            weight[kept++] = k;
        }
        count = kept;
        if (kept == among.length) {
            active = among;
        } else {
            active = new int[kept];
            for (int i = 0; i < kept; i++) {
                active[i] = (int) weight[i];
            }
        }
    }

    /** The most of ½ dᵀP d in the cell. */
    private double curve(int k, double h) {
        return 0.5 * h * h * (mixture.precisionXX(k) + 2 * Math.abs(mixture.precisionXY(k)) + mixture.precisionYY(k));
    }

    private void weigh() {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            top = Math.max(top, term[i]);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            weight[i] = Math.exp(term[i] - top);
            sum += weight[i];
        }
        scoreX = 0;
        scoreY = 0;
        magnitude = 0;
        for (int i = 0; i < count; i++) {
            weight[i] /= sum;
            scoreX += weight[i] * pullX[i];
            scoreY += weight[i] * pullY[i];
            magnitude += weight[i] * (Math.abs(pullX[i]) + Math.abs(pullY[i]));
        }
    }

    /** Whether ∇p has a positive part along some direction all over the cell. */
    private boolean pointsOneWay(double h) {
        double size = Math.hypot(scoreX, scoreY);
        if (!(size > ROUNDING * magnitude)) {
            return false;
        }
        double x = scoreX / size;
        double y = scoreY / size;
        if (positive(x, y, h)) {
            return true;
        }
        // The middle of the directions of all pulls, if they lie within half a turn.
        double left = 0;
        double right = 0;
        for (int i = 0; i < count; i++) {
            double along = x * pullX[i] + y * pullY[i];
            double across = x * pullY[i] - y * pullX[i];
            double angle = Math.atan2(across, along);
            left = Math.max(left, angle);
            right = Math.min(right, angle);
        }
        if (left - right >= Math.PI) {
            return false;
        }
        double turn = 0.5 * (left + right);
        return positive(x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn), h);
    }

    /** Whether Σ r_k e^φ_k (u_k − P_k d)·w is positive for all d in the cell: bounded below term by term. */
    private boolean positive(double x, double y, double h) {
        double sum = -ROUNDING * magnitude;
        for (int i = 0; i < count; i++) {
            int k = active[i];
            double px = mixture.precisionXX(k) * x + mixture.precisionXY(k) * y;
            double py = mixture.precisionXY(k) * x + mixture.precisionYY(k) * y;
            double least = pullX[i] * x + pullY[i] * y - h * (Math.abs(px) + Math.abs(py));
            double change = h * (Math.abs(pullX[i] - scoreX) + Math.abs(pullY[i] - scoreY));
            if (least > 0) {
                sum += least * weight[i] * Math.exp(-change - curve(k, h));
            } else {
                sum += least * weight[i] * Math.exp(change);
            }
            if (sum == Double.NEGATIVE_INFINITY) {
                return false;
            }
        }
        return sum > 0;
    }

    private Verdict byJacobian(double half, double h) {
        double jxx = 0;
        double jxy = 0;
        double jyx = 0;
        double jyy = 0;
        double norm = 0;
        double dxx = 0;
        double dxy = 0;
        double dyx = 0;
        double dyy = 0;
        for (int i = 0; i < count; i++) {
            int k = active[i];
            double r = weight[i];
            double ux = pullX[i];
            double uy = pullY[i];
            double vx = ux - scoreX;
            double vy = uy - scoreY;
            double pxx = mixture.precisionXX(k);
            double pxy = mixture.precisionXY(k);
            double pyy = mixture.precisionYY(k);
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
            double change = h * (vx + vy);
            double up = r * Math.exp(change);
            double factor = Math.max(up - r, -r * Math.expm1(-change - curve(k, h)));
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
            double noiseX = ROUNDING * magnitude * (Math.abs(yxx) + Math.abs(yxy));
            double noiseY = ROUNDING * magnitude * (Math.abs(yyx) + Math.abs(yyy));
            double stepX = Math.abs(yxx * scoreX + yxy * scoreY) - noiseX;
            double stepY = Math.abs(yyx * scoreX + yyy * scoreY) - noiseY;
            return stepX > half * (1 + changeX) || stepY > half * (1 + changeY) ? Verdict.EMPTY : Verdict.ONE_AT_MOST;
        }
        hxx = jxx;
        hxy = 0.5 * (jxy + jyx);
        hyy = jyy;
        this.rounding = rounding;
        return Verdict.UNKNOWN;
    }

    /**
     * Whether a ridge or valley passes through a small cell on which, to within rounding, log p neither rises nor bends: both
     * its slope along the ridge and the smaller eigenvalue of its Hessian, where the slope across the ridge is zero.
     */
    private boolean flat(double x, double y, double half) {
        double atX = x;
        double atY = y;
        for (int step = 0; step <= STEPS_TO_RIDGE; step++) {
            double middle = 0.5 * (hxx + hyy);
            double root = Math.hypot(0.5 * (hxx - hyy), hxy);
            double strong = middle < 0 ? middle - root : middle + root;
            if (!(half * half * Math.abs(strong) < NARROW * NARROW)) {
                return false;
            }
            // The direction of the eigenvalue farther from zero, across the ridge.
            double angle = 0.5 * Math.atan2(2 * hxy, hxx - hyy) + (middle < 0 ? 0.5 * Math.PI : 0);
            double acrossX = Math.cos(angle);
            double acrossY = Math.sin(angle);
            if (step == STEPS_TO_RIDGE) {
                double weak = Math.abs(Math.abs(middle) - root);
                double along = Math.abs(scoreY * acrossX - scoreX * acrossY);
                return weak <= LEVEL * rounding && along <= LEVEL * (ROUNDING * magnitude + half * rounding);
            }
            double move = -(scoreX * acrossX + scoreY * acrossY) / strong;
            atX += move * acrossX;
            atY += move * acrossY;
            if (Math.abs(atX - x) > 2 * half || Math.abs(atY - y) > 2 * half) {
                return false;
            }
            move(atX, atY);
        }
        return false;
    }

    /** Takes score and Hessian at another point, from the components that matter in the cell. */
    private void move(double x, double y) {
        work += count;
        for (int i = 0; i < count; i++) {
            term[i] = mixture.logTerm(active[i], x, y);
            pullX[i] = mixture.pullX(active[i], x, y);
            pullY[i] = mixture.pullY(active[i], x, y);
        }
        weigh();
        hxx = 0;
        hxy = 0;
        hyy = 0;
        for (int i = 0; i < count; i++) {
            int k = active[i];
            double vx = pullX[i] - scoreX;
            double vy = pullY[i] - scoreY;
            hxx += weight[i] * (vx * vx - mixture.precisionXX(k));
            hxy += weight[i] * (vx * vy - mixture.precisionXY(k));
            hyy += weight[i] * (vy * vy - mixture.precisionYY(k));
        }
    }
}
