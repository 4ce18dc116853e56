package scorescope.core.sampling.flow;

import scorescope.core.sampling.step.Linear;

/**
 * One step of the explicit Runge–Kutta method of order 8 of Dormand and Prince with error estimates of orders 5 and 3, on
 * several quantities at many points that share the step. Twelve evaluations a step.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-78862-1">Hairer, Nørsett, Wanner: Solving ordinary differential
 *     equations I, section II.5, DOP853</a>
 */
final class DormandPrince8 {
    static final int STAGES = 12;
    /** Number of stages plus one: the last is the derivative at the step's end, which is the next step's first. */
    static final int DERIVATIVES = STAGES + 1;

    private static final double[] C = {
        0.0,
        0.05260015195876773,
        0.0789002279381516,
        0.1183503419072274,
        0.2816496580927726,
        0.3333333333333333,
        0.25,
        0.3076923076923077,
        0.6512820512820513,
        0.6,
        0.8571428571428571,
        1.0
    };
    private static final double[][] A = {
        {},
        {0.05260015195876773},
        {0.0197250569845379, 0.0591751709536137},
        {0.02958758547680685, 0.0, 0.08876275643042054},
        {0.2413651341592667, 0.0, -0.8845494793282861, 0.924834003261792},
        {0.037037037037037035, 0.0, 0.0, 0.17082860872947386, 0.12546768756682242},
        {0.037109375, 0.0, 0.0, 0.17025221101954405, 0.06021653898045596, -0.017578125},
        {
            0.03709200011850479,
            0.0,
            0.0,
            0.17038392571223998,
            0.10726203044637328,
            -0.015319437748624402,
            0.008273789163814023
        },
        {
            0.6241109587160757,
            0.0,
            0.0,
            -3.3608926294469414,
            -0.868219346841726,
            27.59209969944671,
            20.154067550477894,
            -43.48988418106996
        },
        {
            0.47766253643826434,
            0.0,
            0.0,
            -2.4881146199716677,
            -0.590290826836843,
            21.230051448181193,
            15.279233632882423,
            -33.28821096898486,
            -0.020331201708508627
        },
        {
            -0.9371424300859873,
            0.0,
            0.0,
            5.186372428844064,
            1.0914373489967295,
            -8.149787010746927,
            -18.52006565999696,
            22.739487099350505,
            2.4936055526796523,
            -3.0467644718982196
        },
        {
            2.273310147516538,
            0.0,
            0.0,
            -10.53449546673725,
            -2.0008720582248625,
            -17.9589318631188,
            27.94888452941996,
            -2.8589982771350235,
            -8.87285693353063,
            12.360567175794303,
            0.6433927460157636
        }
    };
    private static final double[] B = {
        0.054293734116568765,
        0.0,
        0.0,
        0.0,
        0.0,
        4.450312892752409,
        1.8915178993145003,
        -5.801203960010585,
        0.3111643669578199,
        -0.1521609496625161,
        0.20136540080403034,
        0.04471061572777259
    };
    private static final double[] ERROR_5 = {
        0.01312004499419488,
        0.0,
        0.0,
        0.0,
        0.0,
        -1.2251564463762044,
        -0.4957589496572502,
        1.6643771824549864,
        -0.35032884874997366,
        0.3341791187130175,
        0.08192320648511571,
        -0.022355307863886294
    };
    private static final double[] ERROR_3 = {
        -0.18980075407240762,
        0.0,
        0.0,
        0.0,
        0.0,
        4.450312892752409,
        1.8915178993145003,
        -5.801203960010585,
        -0.4226823213237919,
        -0.1521609496625161,
        0.20136540080403034,
        0.02265179219836082
    };

    private DormandPrince8() {}

    /**
     * Tries a step of the points {@code 0 ≤ i < n}.
     *
     * @param derivatives {@link #DERIVATIVES} derivatives; the first is that of y at t, the others are overwritten. The
     *     last, at the step's end, is not computed here
     * @param trial y at t + h; overwritten
     * @param tolerance of one step, relative to 1 + |y|
     * @param errors ratio of estimated error to tolerance at each point; the step is acceptable up to 1. NaN where a number
     *     is not finite; overwritten
     */
    static void attempt(
            DormandPrince.Field field,
            double t,
            double h,
            double[][] y,
            double[][][] derivatives,
            double[][] trial,
            double tolerance,
            double[] errors,
            int n) {
        for (int stage = 1; stage < STAGES; stage++) {
            combine(y, h, A[stage], derivatives, trial, n);
            field.derivative(t + C[stage] * h, trial, derivatives[stage], 0, n);
        }
        combine(y, h, B, derivatives, trial, n);
        for (int i = 0; i < n; i++) {
            errors[i] = error(y, trial, h, derivatives, tolerance, i);
        }
    }

    /** Ratio of the next step's length to this one's, given the error ratio of this step. */
    static double growth(double error) {
        return Math.clamp(0.9 * Math.pow(error, -0.125), 0.2, error <= 1 ? 5 : 1);
    }

    /** |h| e₅²/√(e₅² + 0.01 e₃²), with the root mean squares e of both estimates over the quantities. */
    private static double error(
            double[][] y, double[][] trial, double h, double[][][] derivatives, double tolerance, int i) {
        double fifth = 0;
        double third = 0;
        for (int q = 0; q < y.length; q++) {
            double error5 = 0;
            double error3 = 0;
            for (int l = 0; l < STAGES; l++) {
                error5 += ERROR_5[l] * derivatives[l][q][i];
                error3 += ERROR_3[l] * derivatives[l][q][i];
            }
            double allowed = tolerance * (1 + Math.max(Math.abs(y[q][i]), Math.abs(trial[q][i])));
            fifth += error5 / allowed * (error5 / allowed);
            third += error3 / allowed * (error3 / allowed);
        }
        double both = fifth + 0.01 * third;
        double ratio = both == 0 ? 0 : Math.abs(h) * fifth / Math.sqrt(both * y.length);
        return Double.isFinite(ratio) ? ratio : Double.NaN;
    }

    /** out ← y + h Σ_l w_l k_l. */
    private static void combine(
            double[][] y, double h, double[] weights, double[][][] derivatives, double[][] out, int n) {
        for (int q = 0; q < y.length; q++) {
            System.arraycopy(y[q], 0, out[q], 0, n);
            for (int l = 0; l < weights.length; l++) {
                if (weights[l] != 0) {
                    Linear.combine(1, out[q], h * weights[l], derivatives[l][q], out[q], 0, n);
                }
            }
        }
    }
}
