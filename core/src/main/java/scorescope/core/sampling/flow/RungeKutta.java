package scorescope.core.sampling.flow;

import java.util.Arrays;
import scorescope.core.sampling.step.Linear;

/**
 * An explicit Runge–Kutta rule with fixed steps: k_j = v(t + c_j h, x + h Σ_l a_jl k_l), x ← x + h Σ_j b_j k_j.
 * A further rule is one more line here.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-78862-1">Hairer, Nørsett, Wanner: Solving ordinary differential
 *     equations I, chapter II</a>
 */
@SuppressWarnings("ImmutableEnumChecker") // the tables are private and never written
public enum RungeKutta {
    /** Order 1. */
    EULER(new double[][] {{}}, new double[] {1}, new double[] {0}),
    /** Order 2: the trapezoidal rule over both ends of the step. */
    HEUN(new double[][] {{}, {1}}, new double[] {0.5, 0.5}, new double[] {0, 1}),
    /** Order 4. */
    RK4(
            new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}},
            new double[] {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0},
            new double[] {0, 0.5, 0.5, 1});

    private final double[][] a;
    private final double[] b;
    private final double[] c;

    RungeKutta(double[][] a, double[] b, double[] c) {
        this.a = a;
        this.b = b;
        this.c = c;
    }

    /** Evaluations of the velocity in a step. */
    public int stages() {
        return b.length;
    }

    /** c_j: the fraction of the step at which stage j evaluates. */
    double node(int stage) {
        return c[stage];
    }

    /** h a_jl for all l. */
    double[] stageWeights(int stage, double h) {
        return Arrays.stream(a[stage]).map(weight -> h * weight).toArray();
    }

    /** h b_j for all j. */
    double[] endWeights(double h) {
        return Arrays.stream(b).map(weight -> h * weight).toArray();
    }

    /**
     * Writes x + h Σ_l a_jl k_l into {@code out} at from..to−1; k_l are the derivatives of the stages before {@code stage}.
     */
    void stagePosition(int stage, double[] x, double h, double[][] k, double[] out, int from, int to) {
        combine(a[stage], x, h, k, out, from, to);
    }

    /** Writes x + h Σ_j b_j k_j into {@code out} at from..to−1. */
    void endPosition(double[] x, double h, double[][] k, double[] out, int from, int to) {
        combine(b, x, h, k, out, from, to);
    }

    private static void combine(double[] weights, double[] x, double h, double[][] k, double[] out, int from, int to) {
        System.arraycopy(x, from, out, from, to - from);
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                Linear.combine(1, out, h * weights[j], k[j], out, from, to);
            }
        }
    }
}
