package scorescope.core.sampling.flow;

import java.util.Arrays;
import scorescope.core.sampling.step.Linear;
import scorescope.core.words.CoreWords;

/**
 * Integrates dy/dt = v(t, y) by the explicit Runge–Kutta pair of orders 5 and 4 of Dormand and Prince, choosing its steps
 * so that the estimated error of every number of y in every step stays below tolerance · (1 + |y|). All points share the
 * steps.
 *
 * @param tolerance tolerance of one step, without unit; must exceed the rounding errors of v, otherwise steps shrink until
 *     the limit
 * @param mostSteps largest number of steps, rejected ones included
 * @see <a href="https://doi.org/10.1016/0771-050X(80)90013-3">Dormand and Prince 1980, A family of embedded Runge–Kutta
 *     formulae</a>
 */
public record DormandPrince(double tolerance, int mostSteps) {
    private static final double[][] A = {
        {},
        {1 / 5.0},
        {3 / 40.0, 9 / 40.0},
        {44 / 45.0, -56 / 15.0, 32 / 9.0},
        {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
        {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0},
        {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0}
    };
    static final int STAGES = A.length;
    private static final double[] C = {0, 1 / 5.0, 3 / 10.0, 4 / 5.0, 8 / 9.0, 1, 1};

    /** Weights of order 5 minus those of order 4. */
    private static final double[] ERROR = {
        71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0
    };

    private static final double SAFETY = 0.9;
    private static final double MOST_GROWTH = 5;
    private static final double LEAST_GROWTH = 0.2;

    /** The right side v of the equation, for several quantities at many points. */
    @FunctionalInterface
    public interface Field {
        /**
         * Evaluates v at the points {@code from ≤ i < to}.
         *
         * @param y one array for each quantity; not modified
         * @param out dy/dt; overwritten, does not alias y
         */
        void derivative(double t, double[][] y, double[][] out, int from, int to);
    }

    /** Result of an integration. */
    public enum Status {
        DONE,
        STEP_LIMIT,
        DIVERGED
    }

    /**
     * @param evaluations number of evaluations of v per point
     * @param steps number of steps, rejected ones included
     */
    public record Outcome(Status status, long evaluations, int steps) {
        /** Remedy; empty if DONE. */
        public String advice() {
            return switch (status) {
                case DONE -> "";
                case STEP_LIMIT -> CoreWords.text("core.integration.step-limit", steps);
                case DIVERGED -> CoreWords.text("core.integration.diverged");
            };
        }
    }

    /** Integrates {@code y} from time {@code from} to {@code to} in place. Unless DONE, y is that of an earlier time. */
    public Outcome integrate(Field field, double from, double to, double[][] y) {
        int n = y[0].length;
        var derivatives = new double[STAGES][y.length][n];
        var trial = new double[y.length][n];
        double t = from;
        double h = (to - from) / 64;
        field.derivative(t, y, derivatives[0], 0, n);
        long evaluations = 1;
        for (int step = 0; step < mostSteps; step++) {
            boolean last = Math.abs(h) >= Math.abs(to - t);
            h = last ? to - t : h;
            double error = attempt(field, t, h, y, derivatives, trial, 0, n);
            evaluations += STAGES - 1;
            if (Double.isNaN(error)) {
                return new Outcome(Status.DIVERGED, evaluations, step + 1);
            }
            if (error <= 1) {
                if (last) {
                    copy(trial, y);
                    return new Outcome(Status.DONE, evaluations, step + 1);
                }
                t += h;
                copy(trial, y);
                // The derivative of the last stage is that of the next step's first stage.
                var first = derivatives[0];
                derivatives[0] = derivatives[STAGES - 1];
                derivatives[STAGES - 1] = first;
            }
            h *= growth(error);
        }
        return new Outcome(Status.STEP_LIMIT, evaluations, mostSteps);
    }

    /**
     * Tries one step of the points {@code from ≤ i < to}.
     *
     * @param derivatives {@link #STAGES} derivatives, the first that of y at t; the others are overwritten, the last is
     *     that of the result
     * @param trial y at t + h; overwritten
     * @return the largest ratio of estimated error to tolerance; the step is acceptable up to 1. NaN if a number is not
     *     finite
     */
    double attempt(
            Field field,
            double t,
            double h,
            double[][] y,
            double[][][] derivatives,
            double[][] trial,
            int from,
            int to) {
        for (int stage = 1; stage < STAGES; stage++) {
            combine(y, h, A[stage], derivatives, trial, from, to);
            field.derivative(t + C[stage] * h, trial, derivatives[stage], from, to);
        }
        return error(y, trial, h, derivatives, from, to);
    }

    /** The weights of the derivatives in a step's result, times its length. */
    static double[] weights(double h) {
        return Arrays.stream(A[STAGES - 1]).map(weight -> h * weight).toArray();
    }

    /** Ratio of the next step's length to this one's, given the error ratio of this step. */
    static double growth(double error) {
        return Math.clamp(SAFETY * Math.pow(error, -0.2), LEAST_GROWTH, error <= 1 ? MOST_GROWTH : 1);
    }

    /** out ← y + h Σ_l w_l k_l. */
    private static void combine(
            double[][] y, double h, double[] weights, double[][][] derivatives, double[][] out, int from, int to) {
        for (int q = 0; q < y.length; q++) {
            System.arraycopy(y[q], from, out[q], from, to - from);
            for (int l = 0; l < weights.length; l++) {
                Linear.combine(1, out[q], h * weights[l], derivatives[l][q], out[q], from, to);
            }
        }
    }

    private double error(double[][] y, double[][] trial, double h, double[][][] derivatives, int from, int to) {
        double largest = 0;
        for (int q = 0; q < y.length; q++) {
            for (int i = from; i < to; i++) {
                double error = 0;
                for (int l = 0; l < ERROR.length; l++) {
                    error += ERROR[l] * derivatives[l][q][i];
                }
                double allowed = tolerance * (1 + Math.max(Math.abs(y[q][i]), Math.abs(trial[q][i])));
                double ratio = Math.abs(h * error) / allowed;
                if (!Double.isFinite(ratio)) {
                    return Double.NaN;
                }
                largest = Math.max(largest, ratio);
            }
        }
        return largest;
    }

    private static void copy(double[][] from, double[][] to) {
        for (int q = 0; q < from.length; q++) {
            System.arraycopy(from[q], 0, to[q], 0, from[q].length);
        }
    }
}
