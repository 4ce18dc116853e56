package scorescope.core.score;

import scorescope.core.noise.NoiseLevel;

/**
 * The Jacobian of a score without one of its own, by central differences: ∂s/∂x ≈ (s(x + h) − s(x − h))/2h. In exact
 * arithmetic its error falls as h².
 *
 * @param step h in data units
 */
public record CentralDifferences(ScoreField score, double step) implements JacobianField {
    /** Default step for viewports some ten data units wide. */
    private static final double STEP = 1e-4;

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
        double[] px = new double[n];
        double[] py = new double[n];
        double[] lowX = new double[n];
        double[] lowY = new double[n];
        for (int coordinate = 0; coordinate < 2; coordinate++) {
            double hx = coordinate == 0 ? step : 0;
            double hy = coordinate == 1 ? step : 0;
            move(x, y, from, -hx, -hy, px, py);
            score.score(px, py, 0, n, level, lowX, lowY);
            move(x, y, from, hx, hy, px, py);
            double[] byX = coordinate == 0 ? xx : xy;
            double[] byY = coordinate == 0 ? yx : yy;
            double[] highX = new double[n];
            double[] highY = new double[n];
            score.score(px, py, 0, n, level, highX, highY);
            for (int i = 0; i < n; i++) {
                byX[from + i] = (highX[i] - lowX[i]) / (2 * step);
                byY[from + i] = (highY[i] - lowY[i]) / (2 * step);
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
