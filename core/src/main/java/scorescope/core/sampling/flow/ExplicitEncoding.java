package scorescope.core.sampling.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.sampling.flow.DormandPrince.Field;

/**
 * Paths of a block of points by {@link DormandPrince8} with common steps. A point whose path becomes stiff, or that alone
 * needs a far shorter step, is removed from the block and returned with its current state, so that the steps of the others
 * stay long.
 */
final class ExplicitEncoding {
    private final Field field;
    private final double tolerance;
    private final double shortest;
    private final double stiffest;
    private final int mostSteps;
    private final List<Leaver> leavers = new ArrayList<>();
    private int[] points;
    private double[][] state;
    private double[][][] derivatives;
    private double[][] trial;
    private double[] errors;
    private int n;
    private long evaluations;
    private int steps;

    /**
     * A point that left its block.
     *
     * @param point its number
     * @param at time at which it left
     * @param state y there
     */
    record Leaver(int point, double at, double[] state) {}

    /**
     * @param field right side whose quantities 2 and 4 are the diagonal of the Jacobian of quantities 0 and 1
     * @param shortest shortest step that the block takes for the sake of a single point
     * @param stiffest largest contraction −(J_xx + J_yy) that is integrated here
     */
    ExplicitEncoding(Field field, double tolerance, double shortest, double stiffest, int mostSteps) {
        this.field = field;
        this.tolerance = tolerance;
        this.shortest = shortest;
        this.stiffest = stiffest;
        this.mostSteps = mostSteps;
    }

    /**
     * Integrates {@code y} from one time to a later one.
     *
     * @param y one array for each quantity; overwritten by their values at the end, NaN for points that left
     * @return the points that left
     */
    List<Leaver> integrate(double from, double to, double[][] y) {
        n = y[0].length;
        points = new int[n];
        Arrays.setAll(points, i -> i);
        state = new double[y.length][];
        Arrays.setAll(state, q -> y[q].clone());
        derivatives = new double[DormandPrince8.DERIVATIVES][y.length][n];
        trial = new double[y.length][n];
        errors = new double[n];
        leavers.clear();
        evaluations = 1;
        steps = 0;
        double at = from;
        double h = (to - from) / 32;
        field.derivative(at, state, derivatives[0], 0, n);
        while (n > 0) {
            removeStiff(at);
            boolean last = h >= to - at;
            h = last ? to - at : h;
            if (++steps > mostSteps) {
                removeAll(at);
            }
            if (n == 0) {
                break;
            }
            DormandPrince8.attempt(field, at, h, state, derivatives, trial, tolerance, errors, n);
            evaluations += DormandPrince8.STAGES - 1;
            double worst = worst();
            if (worst <= 1) {
                swap();
                if (last) {
                    break;
                }
                at += h;
                h *= DormandPrince8.growth(worst);
                field.derivative(at, state, derivatives[0], 0, n);
                evaluations++;
            } else {
                h = shorten(at, h);
            }
        }
        for (int q = 0; q < y.length; q++) {
            Arrays.fill(y[q], Double.NaN);
            for (int i = 0; i < n; i++) {
                y[q][points[i]] = state[q][i];
            }
        }
        return leavers;
    }

    long evaluations() {
        return evaluations;
    }

    int steps() {
        return steps;
    }

    private double worst() {
        double worst = 0;
        for (int i = 0; i < n; i++) {
            // A number that is not finite shortens the step as a large error does.
            worst = Math.max(worst, Double.isNaN(errors[i]) ? Double.POSITIVE_INFINITY : errors[i]);
        }
        return worst;
    }

    private void swap() {
        var before = state;
        state = trial;
        trial = before;
    }

    /** The next step's length after a failed one; points that would make it shorter than allowed leave. */
    private double shorten(double at, double h) {
        double next = h;
        for (int i = n - 1; i >= 0; i--) {
            double error = errors[i];
            double own = error <= 1 ? h : h * (error < 1e300 ? DormandPrince8.growth(error) : 0.2);
            if (own < shortest) {
                remove(i, at);
            } else {
                next = Math.min(next, own);
            }
        }
        return next;
    }

    private void removeStiff(double at) {
        for (int i = n - 1; i >= 0; i--) {
            double contraction = -(derivatives[0][2][i] + derivatives[0][4][i]);
            if (!(contraction <= stiffest)) {
                remove(i, at);
            }
        }
    }

    private void removeAll(double at) {
        while (n > 0) {
            remove(n - 1, at);
        }
    }

    /** Removes a point: the last point takes its index. */
    private void remove(int i, double at) {
        var own = new double[state.length];
        for (int q = 0; q < own.length; q++) {
            own[q] = state[q][i];
        }
        leavers.add(new Leaver(points[i], at, own));
        n--;
        points[i] = points[n];
        errors[i] = errors[n];
        for (int q = 0; q < own.length; q++) {
            state[q][i] = state[q][n];
            derivatives[0][q][i] = derivatives[0][q][n];
        }
    }
}
