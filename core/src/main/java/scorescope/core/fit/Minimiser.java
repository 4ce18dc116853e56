package scorescope.core.fit;

/**
 * A local minimum of a smooth function of a few variables by the method of Broyden, Fletcher, Goldfarb and Shanno; steps are
 * halved until the value falls enough (Armijo).
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-40065-5">Nocedal and Wright 2006, Numerical optimization, chapter 6</a>
 */
final class Minimiser {
    static final int MOST_STEPS = 300;
    private static final int MOST_HALVINGS = 40;
    private static final double ARMIJO = 1e-4;
    private static final double FLAT = 1e-8;
    /** Largest step in units of {@code scales}, since the gradient at a start may be large. */
    private static final double FARTHEST = 2;

    private static final double LEAST_DECREASE = 1e-12;

    private Minimiser() {}

    /** A function with its gradient. */
    interface Function {
        /** @param gradient overwritten
         * @return the value; +∞ outside of the domain */
        double at(double[] point, double[] gradient);
    }

    /** @param settled whether the gradient vanished or the value no longer fell */
    record Result(double[] point, double value, int steps, boolean settled) {}

    /** @param scales squares of typical steps in each variable: the first estimate of the inverse Hessian */
    static Result from(double[] start, double[] scales, Function function, int mostSteps) {
        int n = start.length;
        double[] point = start.clone();
        double[] gradient = new double[n];
        double value = function.at(point, gradient);
        double[][] inverse = new double[n][n];
        reset(inverse, scales);
        double[] next = new double[n];
        double[] nextGradient = new double[n];
        double[] direction = new double[n];
        for (int step = 0; step < mostSteps; step++) {
            double fall = 0;
            for (int i = 0; i < n; i++) {
                direction[i] = 0;
                for (int j = 0; j < n; j++) {
                    direction[i] -= inverse[i][j] * gradient[j];
                }
                fall += direction[i] * gradient[i];
            }
            if (!(-fall > FLAT * FLAT)) {
                return new Result(point, value, step, true);
            }
            double length = Math.min(1, FARTHEST / farthest(direction, scales));
            double reached = Double.NaN;
            int halvings = 0;
            for (; halvings < MOST_HALVINGS; halvings++, length *= 0.5) {
                for (int i = 0; i < n; i++) {
                    next[i] = point[i] + length * direction[i];
                }
                reached = function.at(next, nextGradient);
                if (reached <= value + ARMIJO * length * fall) {
                    break;
                }
            }
            if (halvings == MOST_HALVINGS || value - reached <= LEAST_DECREASE * (1 + Math.abs(value))) {
                return new Result(point, value, step, halvings < MOST_HALVINGS || -fall < FLAT);
            }
            learn(inverse, point, next, gradient, nextGradient);
            System.arraycopy(next, 0, point, 0, n);
            System.arraycopy(nextGradient, 0, gradient, 0, n);
            value = reached;
        }
        return new Result(point, value, mostSteps, false);
    }

    /** The largest component of a step of length 1, in units of the typical steps. */
    private static double farthest(double[] direction, double[] scales) {
        double farthest = 0;
        for (int i = 0; i < direction.length; i++) {
            farthest = Math.max(farthest, Math.abs(direction[i]) / Math.sqrt(scales[i]));
        }
        return farthest;
    }

    private static void reset(double[][] inverse, double[] scales) {
        for (int i = 0; i < scales.length; i++) {
            inverse[i][i] = scales[i];
        }
    }

    /** H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ, ρ = 1/yᵀs, where the curvature yᵀs is positive. */
    private static void learn(double[][] inverse, double[] from, double[] to, double[] before, double[] after) {
        int n = from.length;
        double[] s = new double[n];
        double[] y = new double[n];
        double curvature = 0;
        for (int i = 0; i < n; i++) {
            s[i] = to[i] - from[i];
            y[i] = after[i] - before[i];
            curvature += s[i] * y[i];
        }
        if (!(curvature > 1e-14)) {
            return;
        }
        double[] hy = new double[n];
        double yhy = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hy[i] += inverse[i][j] * y[j];
            }
            yhy += y[i] * hy[i];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += ((1 + yhy / curvature) * s[i] * s[j] - hy[i] * s[j] - s[i] * hy[j]) / curvature;
            }
        }
    }
}
