package scorescope.core.field;

/**
 * Whether ∇p has a positive component along some direction w everywhere in a cell, which then contains no critical point.
 * With the notation of {@link CellBounds}, Σ r_k e^φ_k (u_k − P_k d)·w is at least f(w) = Σ min(l_k a_k, m_k a_k), where
 * a_k = u_k·w − h |P_k w|₁ and r_k e^φ_k lies in [l_k, m_k]. f is concave and f(tw) = t f(w) for t > 0, so that f(w') ≤
 * g·w' for a supergradient g at any w: each direction that fails halves the arc of the remaining ones.
 */
final class DirectionBound {
    /** The largest number of directions tried. */
    private static final int MOST_TRIED = 8;

    private final NearComponents near;
    private double gradientX;
    private double gradientY;

    DirectionBound(NearComponents near) {
        this.near = near;
    }

    /**
     * Whether a direction is found for the cell of half-width h.
     *
     * @param most upper bounds of r_k e^φ_k in the cell; finite
     * @param least lower bounds
     */
    boolean hasAscentDirection(double h, double[] most, double[] least) {
        double size = Math.hypot(near.scoreX(), near.scoreY());
        double rounding = CellBounds.ROUNDING * near.magnitude();
        if (!(size > rounding)) {
            return false;
        }
        double x = near.scoreX() / size;
        double y = near.scoreY() / size;
        double middle = Math.atan2(y, x);
        double half = Math.PI;
        for (int tried = 0; tried < MOST_TRIED; tried++) {
            if (bound(x, y, h, most, least) > rounding) {
                return true;
            }
            // Directions w with g·w > 0 lie within a quarter turn of g.
            double turn = Math.IEEEremainder(Math.atan2(gradientY, gradientX) - middle, 2 * Math.PI);
            double from = Math.max(-half, turn - 0.5 * Math.PI);
            double to = Math.min(half, turn + 0.5 * Math.PI);
            if (half == Math.PI) {
                from = turn - 0.5 * Math.PI;
                to = turn + 0.5 * Math.PI;
            }
            if (!(to > from)) {
                return false;
            }
            middle += 0.5 * (from + to);
            half = 0.5 * (to - from);
            x = Math.cos(middle);
            y = Math.sin(middle);
        }
        return false;
    }

    /** f(w), and its supergradient in {@link #gradientX} and {@link #gradientY}. */
    private double bound(double x, double y, double h, double[] most, double[] least) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < near.count(); i++) {
            double xx = near.xx[i];
            double xy = near.xy[i];
            double yy = near.yy[i];
            double signX = Math.copySign(h, xx * x + xy * y);
            double signY = Math.copySign(h, xy * x + yy * y);
            double termX = near.pullX[i] - signX * xx - signY * xy;
            double termY = near.pullY[i] - signX * xy - signY * yy;
            double along = termX * x + termY * y;
            double factor = along > 0 ? least[i] : most[i];
            sum += factor * along;
            sumX += factor * termX;
            sumY += factor * termY;
        }
        gradientX = sumX;
        gradientY = sumY;
        return sum;
    }
}
