package scorescope.core.score;

import scorescope.core.noise.NoiseLevel;

/**
 * The Jacobian of a score without one of its own, by central differences: ∂s/∂x ≈ (s(x + h) − s(x − h))/2h. Noise of standard
 * deviation σ leaves nothing narrower than itself, so that with h ≤ {@value #PART} σ the error is about 2e-7 of 1/σ², plus the
 * score's own error over h. Without noise, components narrower than 30 h are not resolved.
 *
 * @param step the largest h, in data units
 */
public record CentralDifferences(ScoreField score, double step) implements JacobianField {
    /** Default largest step. */
    private static final double STEP = 1e-4;

    private static final double PART = 1e-3;

    /** The field's own Jacobian if it has one, otherwise central differences with the default step. */
    public static JacobianField jacobianOf(ScoreField score) {
        return score instanceof JacobianField own ? own : new CentralDifferences(score, STEP);
    }

    @Override
    public void jacobian(
            double[] x,
            double[] y,
            int from,
            int to,
            NoiseLevel level,
            double[] xx,
            double[] xy,
            double[] yx,
            double[] yy) {
        int n = to - from;
        double h = level.sigma() > 0 ? Math.min(step, PART * level.sigma()) : step;
        double[] px = new double[n];
        double[] py = new double[n];
        double[] lowX = new double[n];
        double[] lowY = new double[n];
        for (int coordinate = 0; coordinate < 2; coordinate++) {
            double hx = coordinate == 0 ? h : 0;
            double hy = coordinate == 1 ? h : 0;
            move(x, y, from, -hx, -hy, px, py);
            score.score(px, py, 0, n, level, lowX, lowY);
            move(x, y, from, hx, hy, px, py);
            double[] byX = coordinate == 0 ? xx : xy;
            double[] byY = coordinate == 0 ? yx : yy;
            double[] highX = new double[n];
            double[] highY = new double[n];
            score.score(px, py, 0, n, level, highX, highY);
            double[] at = coordinate == 0 ? x : y;
            for (int i = 0; i < n; i++) {
                // Far from the origin x ± h are rounded.
                double apart = (at[from + i] + h) - (at[from + i] - h);
                byX[from + i] = (highX[i] - lowX[i]) / apart;
                byY[from + i] = (highY[i] - lowY[i]) / apart;
            }
        }
    }

    private static void move(double[] x, double[] y, int from, double dx, double dy, double[] outX, double[] outY) {
        for (int i = 0; i < outX.length; i++) {
            outX[i] = x[from + i] + dx;
            outY[i] = y[from + i] + dy;
        }
    }
}
