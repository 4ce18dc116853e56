package scorescope.core.sampling.flow;

import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.DoubleDouble;
import scorescope.core.sampling.flow.DormandPrince.Outcome;
import scorescope.core.sampling.flow.DormandPrince.Status;

/**
 * One point's path dy/dv = −½ s(y; 1, √v), v = ρ², upwards through an exact mixture, where it is stiff: a point far from
 * its mode is driven to a border between components and along it; per unit of log ρ the contraction reaches its squared
 * distance from the mode in standard deviations. Integrated by {@link Radau} with Newton's method and the exact Hessian H,
 * together with ∫ −½ H dv.
 *
 * <p>Positions and v have 32 digits ({@link WideMixture}). The border moves with v: with v rounded to a double it would
 * jump from step to step by more than its own width.
 */
final class StiffEncoding {
    private static final int STAGES = Radau.STAGES;
    private static final int UNKNOWNS = 2 * STAGES;
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_ITERATIONS = 10;
    /**
     * Convergence bound for a Newton step, relative to the length over which the Hessian changes; the remaining error is
     * its square, 1e-15 of that length, and changes the integral of the Hessian by as little of itself.
     */
    private static final double CONVERGED = 3e-8;

    private final List<Component> components;
    private final double tolerance;
    private final WideMixture[] mixtures = new WideMixture[STAGES];
    private final DoubleDouble[] stageX = new DoubleDouble[STAGES];
    private final DoubleDouble[] stageY = new DoubleDouble[STAGES];
    /** Derivatives of y₁, y₂ and of the three integrals at each stage; the sixth is at the beginning of the step. */
    private final double[][] derivatives = new double[STAGES + 1][5];

    private final double[][] matrix = new double[UNKNOWNS][UNKNOWNS + 1];
    private DoubleDouble x = DoubleDouble.of(0);
    private DoubleDouble y = DoubleDouble.of(0);
    private final double[] integrals = new double[3];
    private long evaluations;

    /** @param tolerance of one step, relative to 1 + |y| and to 1 + |∫| */
    StiffEncoding(List<Component> components, double tolerance) {
        this.components = components;
        this.tolerance = tolerance;
    }

    /**
     * @param from ρ where the path begins
     * @param to ρ where it ends
     * @param state y₁, y₂ and the integrals of −½H_xx, −½H_xy, −½H_yy at {@code from}; overwritten by those at {@code to}
     *     unless the outcome is not DONE
     */
    Outcome integrate(double from, double to, double[] state) {
        x = DoubleDouble.of(state[0]);
        y = DoubleDouble.of(state[1]);
        System.arraycopy(state, 2, integrals, 0, 3);
        evaluations = 0;
        var at = DoubleDouble.product(from, from);
        var end = DoubleDouble.product(to, to);
        double h = 0.05 * at.value();
        double before = 0;
        mixtures[0] = new WideMixture(components, at);
        evaluate(0, x, y, derivatives[STAGES]);
        for (int step = 1; step <= MOST_STEPS; step++) {
            double rest = end.minus(at).value();
            boolean last = h >= rest;
            double length = last ? rest : h;
            if (!(length > 1e-25 * at.value())) {
                return new Outcome(Status.STEP_LIMIT, evaluations, step);
            }
            guess(before, length);
            before = 0;
            if (!solve(at, length)) {
                h = 0.1 * length;
                continue;
            }
            double error = error(length);
            if (Double.isNaN(error)) {
                return new Outcome(Status.DIVERGED, evaluations, step);
            }
            h = length * Math.clamp(0.9 * Math.pow(error, -0.125), 0.1, error <= 1 ? 6 : 1);
            if (error <= 1) {
                accept(length);
                at = at.plus(length);
                before = length;
                if (last) {
                    state[0] = x.value();
                    state[1] = y.value();
                    System.arraycopy(integrals, 0, state, 2, 3);
                    return new Outcome(Status.DONE, evaluations, step);
                }
            }
        }
        return new Outcome(Status.STEP_LIMIT, evaluations, MOST_STEPS);
    }

    /** Starting values of the stages: the last step's polynomial extrapolated, or the step's beginning if there was none. */
    private void guess(double before, double length) {
        if (before == 0) {
            for (int i = 0; i < STAGES; i++) {
                stageX[i] = x;
                stageY[i] = y;
            }
            return;
        }
        // Through the five last stages, the newest being (x, y) itself.
        var oldX = stageX.clone();
        var oldY = stageY.clone();
        for (int i = 0; i < STAGES; i++) {
            var weights = Radau.lagrange(1 + Radau.node(i) * length / before);
            double dx = 0;
            double dy = 0;
            for (int j = 0; j < STAGES; j++) {
                dx += weights[j] * oldX[j].minus(x).value();
                dy += weights[j] * oldY[j].minus(y).value();
            }
            stageX[i] = x.plus(dx);
            stageY[i] = y.plus(dy);
        }
    }

    /** Solves Y_i = y + h Σ_j a_ij f(Y_j) by Newton's method; returns whether it converged. */
    private boolean solve(DoubleDouble at, double h) {
        for (int i = 0; i < STAGES; i++) {
            mixtures[i] = new WideMixture(components, at.plus(DoubleDouble.of(h).times(Radau.node(i))));
        }
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            for (int i = 0; i < STAGES; i++) {
                evaluate(i, stageX[i], stageY[i], derivatives[i]);
            }
            double correction = correct(h);
            if (!(correction < 1e300) || correction > 100 * before) {
                return false;
            }
            if (correction < CONVERGED) {
                for (int i = 0; i < STAGES; i++) {
                    evaluate(i, stageX[i], stageY[i], derivatives[i]);
                }
                return true;
            }
            before = Math.min(before, correction);
        }
        return false;
    }

    private void evaluate(int stage, DoubleDouble atX, DoubleDouble atY, double[] out) {
        var mixture = mixtures[stage];
        mixture.at(atX, atY);
        out[0] = -0.5 * mixture.scoreX();
        out[1] = -0.5 * mixture.scoreY();
        out[2] = -0.5 * mixture.xx();
        out[3] = -0.5 * mixture.xy();
        out[4] = -0.5 * mixture.yy();
        evaluations++;
    }

    /**
     * One Newton step on all stages: (I − h A⊗J) Δ = −residual. Returns the largest Δ relative to the length over which the
     * Hessian changes.
     */
    private double correct(double h) {
        for (int i = 0; i < STAGES; i++) {
            double residualX = stageX[i].minus(x).value();
            double residualY = stageY[i].minus(y).value();
            for (int j = 0; j < STAGES; j++) {
                double weight = h * Radau.weight(i, j);
                residualX -= weight * derivatives[j][0];
                residualY -= weight * derivatives[j][1];
                matrix[2 * i][2 * j] = (i == j ? 1 : 0) - weight * derivatives[j][2];
                matrix[2 * i][2 * j + 1] = -weight * derivatives[j][3];
                matrix[2 * i + 1][2 * j] = -weight * derivatives[j][3];
                matrix[2 * i + 1][2 * j + 1] = (i == j ? 1 : 0) - weight * derivatives[j][4];
            }
            matrix[2 * i][UNKNOWNS] = -residualX;
            matrix[2 * i + 1][UNKNOWNS] = -residualY;
        }
        LinearSystem.solve(matrix);
        double largest = 0;
        for (int i = 0; i < STAGES; i++) {
            double dx = matrix[2 * i][UNKNOWNS];
            double dy = matrix[2 * i + 1][UNKNOWNS];
            double curvature = 2 * (Math.abs(derivatives[i][2]) + Math.abs(derivatives[i][4]));
            double width = 1 / (Math.sqrt(curvature) + 1 / (1 + Math.abs(x.high()) + Math.abs(y.high())));
            largest = Math.max(largest, Math.hypot(dx, dy) / width);
            if (Double.isNaN(dx + dy)) {
                return Double.NaN;
            }
            stageX[i] = stageX[i].plus(dx);
            stageY[i] = stageY[i].plus(dy);
        }
        return largest;
    }

    /**
     * The ratio of estimated error to tolerance. With P and Q the polynomials through the derivatives of all stages and of
     * all but the first, e = hγ₀ (f(0) − P(0)) falls as h⁶ and r, the quotient of the divided differences behind P and Q,
     * as h; the step's own error falls as h¹⁰. Where the path is smooth in the step, e r² is a bound for it; where f jumps,
     * r is above 1 and e is the error. For the position, e is multiplied by (I − hγ₀J)⁻¹, since stiff components of an
     * error decay.
     */
    private double error(double h) {
        var first = derivatives[STAGES];
        var estimate = new double[5];
        double all = 0;
        double fewer = 0;
        double size = 1 + Math.hypot(x.high(), y.high());
        for (int q = 0; q < 5; q++) {
            double allowed = tolerance * (q < 2 ? size : 1 + Math.abs(integrals[q - 2]));
            double p = first[q];
            double less = first[q];
            for (int j = 0; j < STAGES; j++) {
                p -= Radau.atBeginning(j) * derivatives[j][q];
                less -= Radau.atBeginningOfFewer(j) * derivatives[j][q];
            }
            estimate[q] = h * Radau.GAMMA * p;
            all += Math.abs(p) / allowed;
            fewer += Math.abs(less) / allowed;
        }
        double a = 1 - h * Radau.GAMMA * first[2];
        double b = -h * Radau.GAMMA * first[3];
        double d = 1 - h * Radau.GAMMA * first[4];
        double determinant = a * d - b * b;
        double errorX = (d * estimate[0] - b * estimate[1]) / determinant;
        double errorY = (a * estimate[1] - b * estimate[0]) / determinant;
        double largest = Math.hypot(errorX, errorY) / (tolerance * size);
        for (int q = 2; q < 5; q++) {
            largest = Math.max(largest, Math.abs(estimate[q]) / (tolerance * (1 + Math.abs(integrals[q - 2]))));
        }
        double quotient = all == 0 ? 0 : all / (fewer * Radau.node(0));
        double shrunk = Math.min(1, quotient);
        double error = largest * shrunk * shrunk;
        return error < 1e300 ? error : Double.NaN;
    }

    private void accept(double h) {
        for (int q = 0; q < 3; q++) {
            double sum = 0;
            for (int j = 0; j < STAGES; j++) {
                sum += Radau.weight(STAGES - 1, j) * derivatives[j][2 + q];
            }
            integrals[q] += h * sum;
        }
        x = stageX[STAGES - 1];
        y = stageY[STAGES - 1];
        System.arraycopy(derivatives[STAGES - 1], 0, derivatives[STAGES], 0, 5);
    }
}
