package scorescope.core.wrong;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import scorescope.core.denoise.MinimumError;
import scorescope.core.denoise.Posterior;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Option;
import scorescope.core.sampling.flow.FlowLikelihood;
import scorescope.core.score.MixtureScore;

/**
 * A published mistake in a number: the correct and the wrong number over noise, time, place or steps.
 *
 * @param axis symbol of what the numbers depend on
 * @param numbers the values
 */
public record WrongCurve(Entry entry, String axis, Numbers numbers) implements Mistake {
    /** The time at which DDIM's single step begins. */
    public static final double STEP_FROM = 0.6;

    private static final VariancePreserving PROCESS = new VariancePreserving(0.1, 20);
    private static final int POINTS = 41;
    private static final int MEAN_OVER = 1024;
    private static final int LEVELS = 12;
    private static final int MOST_STEPS = 40;
    private static final double LARGEST = 10;
    private static final double SMALLEST = 0.01;

    /**
     * Correct and wrong numbers.
     *
     * @param x where, ascending
     */
    public record Pair(double[] x, double[] right, double[] wrong) {
        static Pair over(double[] x, DoubleUnaryOperator right, DoubleUnaryOperator wrong) {
            return new Pair(
                    x,
                    IntStream.range(0, x.length)
                            .mapToDouble(i -> right.applyAsDouble(x[i]))
                            .toArray(),
                    IntStream.range(0, x.length)
                            .mapToDouble(i -> wrong.applyAsDouble(x[i]))
                            .toArray());
        }
    }

    /** The values for a distribution. */
    @FunctionalInterface
    public interface Numbers {
        /**
         * @param x first coordinate of the probe, in data units
         * @param y second coordinate
         */
        Pair at(MixtureScore exact, NoiseLevel level, double x, double y);
    }

    public static final List<WrongCurve> ALL = List.of(
            new WrongCurve(
                    Option.of(
                            "likelihood-sign",
                            "log p − ∫∇·u dt",
                            "The integral enters with a plus; with a minus a density comes out that looks plausible and is not."),
                    "t",
                    WrongCurve::likelihood),
            new WrongCurve(
                    Option.of(
                            "loss-factor",
                            "2σ²‖{eps}̂ − {eps}‖²",
                            "½‖s + {eps}/σ‖² is 1/(2σ²) times ‖{eps}̂ − {eps}‖², not 2σ² times."),
                    "σ",
                    WrongCurve::lossFactor),
            new WrongCurve(
                    Option.of(
                            "stacked-derivatives",
                            "p⁻¹∇²p as ∇² log p",
                            "Derivatives of p over p are H + ssᵀ; the trace of H alone is the divergence of the score."),
                    "x",
                    WrongCurve::stacked),
            new WrongCurve(
                    Option.of(
                            "sub-variance-ratio",
                            "sub-VP / VP = {signal}²",
                            "The ratio of variances is 1 − {signal}²: sub-VP is far below VP at low noise, not at high noise."),
                    "t",
                    (_, _, _, _) -> Pair.over(
                            spaced(0.01, 1),
                            t -> 1 - Math.pow(PROCESS.alpha(t), 2),
                            t -> Math.pow(PROCESS.alpha(t), 2))),
            new WrongCurve(
                    Option.of(
                            "bounded-velocity",
                            "E‖v‖² = 2",
                            "v has the size of {eps} only for data of unit variance; else it goes from E‖{eps}‖² to E‖x₀‖²."),
                    "t",
                    WrongCurve::velocity),
            new WrongCurve(
                    Option.of(
                            "mean-over-coordinates",
                            "Loss averaged over coordinates",
                            "In the plane a mean over coordinates too is half of the loss."),
                    "σ",
                    (exact, _, _, _) -> Pair.over(
                            geometric(0.1, 10),
                            sigma -> denoisingLoss(exact, sigma),
                            sigma -> 0.5 * denoisingLoss(exact, sigma))),
            new WrongCurve(
                    Option.of(
                            "euler-not-ddim",
                            "DDIM as an Euler step",
                            "DDIM is exact while the denoised point stays where it is; an Euler step of the flow in t is another step."),
                    "t",
                    WrongCurve::eulerStep),
            new WrongCurve(
                    Option.of(
                            "unit-start",
                            "Annealing from N(0, I)",
                            "The first level asks for noise of its own size. With many steps a level nothing is seen of the wrong start."),
                    "K",
                    WrongCurve::unitStart));

    private static Pair likelihood(MixtureScore exact, NoiseLevel level, double x, double y) {
        var flow = new FlowLikelihood(exact, PROCESS).withTolerance(FlowLikelihood.COARSE);
        var t = IntStream.range(0, 13).mapToDouble(i -> 0.05 + 0.9 * i / 12).toArray();
        var right = new double[t.length];
        var wrong = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            var encoding = flow.encode(new double[] {x}, new double[] {y}, t[i]);
            double square = Math.pow(encoding.x()[0], 2) + Math.pow(encoding.y()[0], 2);
            double atEnd = -0.5 * square - Math.log(2 * Math.PI);
            right[i] = encoding.logLikelihood()[0];
            wrong[i] = 2 * atEnd - right[i];
        }
        return new Pair(t, right, wrong);
    }

    private static Pair lossFactor(MixtureScore exact, NoiseLevel level, double x, double y) {
        // E‖ε_θ − ε‖² of the exact score, 2σ² times its denoising loss.
        return Pair.over(
                geometric(0.1, 10),
                sigma -> denoisingLoss(exact, sigma),
                sigma -> 4 * Math.pow(sigma, 4) * denoisingLoss(exact, sigma));
    }

    /** E½‖s + ε/σ‖² of the exact score: ½ E tr Cov[x₀ | x]/σ⁴, without the difference ½(2/σ² − E‖s‖²), whose terms cancel. */
    private static double denoisingLoss(MixtureScore exact, double sigma) {
        return 0.5 * MinimumError.of(exact, NoiseLevel.plain(sigma), MEAN_OVER).value() / Math.pow(sigma, 4);
    }

    /** Along the line of the probe, tr H against tr H + ‖s‖². */
    private static Pair stacked(MixtureScore exact, NoiseLevel level, double x, double y) {
        double[] at = spaced(x - 4 * level.sigma(), x + 4 * level.sigma());
        var s = new double[2][POINTS];
        var j = new double[4][POINTS];
        var up = new double[POINTS];
        Arrays.fill(up, y);
        exact.score(at, up, 0, POINTS, level, s[0], s[1]);
        exact.jacobian(at, up, 0, POINTS, level, j[0], j[1], j[2], j[3]);
        var right = new double[POINTS];
        var wrong = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            right[i] = j[0][i] + j[3][i];
            wrong[i] = right[i] + s[0][i] * s[0][i] + s[1][i] * s[1][i];
        }
        return new Pair(at, right, wrong);
    }

    /** E‖αε − σx₀‖² = 2α² + σ²E‖x₀‖². */
    private static Pair velocity(MixtureScore exact, NoiseLevel level, double x, double y) {
        var m = exact.mixture().moments();
        double square = m.meanX() * m.meanX() + m.meanY() * m.meanY() + m.xx() + m.yy();
        return Pair.over(
                spaced(0.001, 1),
                t -> 2 * Math.pow(PROCESS.alpha(t), 2) + Math.pow(PROCESS.sigma(t), 2) * square,
                _ -> 2);
    }

    /** The first coordinate after one step from the probe at {@link #STEP_FROM} to a time t, over t. */
    private static Pair eulerStep(MixtureScore exact, NoiseLevel level, double x, double y) {
        var from = PROCESS.at(STEP_FROM);
        var clean = new double[2][1];
        var s = new double[2][1];
        double[] px = {x};
        double[] py = {y};
        new Posterior(exact).mean(px, py, 0, 1, from, clean[0], clean[1]);
        exact.score(px, py, 0, 1, from, s[0], s[1]);
        double slope = PROCESS.drift(STEP_FROM) * x - 0.5 * PROCESS.diffusionSquared(STEP_FROM) * s[0][0];
        return Pair.over(
                spaced(0.05, STEP_FROM),
                t -> PROCESS.alpha(t) * clean[0][0] - PROCESS.sigma(t) * from.sigma() * s[0][0],
                t -> x + (t - STEP_FROM) * slope);
    }

    /**
     * The variance at the end of annealed Langevin dynamics on a normal density of the data's variance, over the steps K at
     * each level: a step multiplies the distance from the mean by 1 − η/(v + σ²) and adds 2η.
     */
    private static Pair unitStart(MixtureScore exact, NoiseLevel level, double x, double y) {
        var m = exact.mixture().moments();
        double v = 0.5 * (m.xx() + m.yy());
        var steps = IntStream.rangeClosed(1, MOST_STEPS).mapToDouble(k -> k).toArray();
        return Pair.over(steps, k -> annealed(v, LARGEST * LARGEST, (int) k), k -> annealed(v, 1, (int) k));
    }

    private static double annealed(double v, double start, int steps) {
        double variance = start;
        for (int l = 0; l < LEVELS; l++) {
            double sigma = LARGEST * Math.pow(SMALLEST / LARGEST, l / (LEVELS - 1.0));
            double eta = 0.5 * sigma * sigma;
            double keep = 1 - eta / (v + sigma * sigma);
            for (int k = 0; k < steps; k++) {
                variance = keep * keep * variance + 2 * eta;
            }
        }
        return variance;
    }

    private static double[] spaced(double from, double to) {
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> from + (to - from) * i / (POINTS - 1))
                .toArray();
    }

    private static double[] geometric(double from, double to) {
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> from * Math.pow(to / from, i / (POINTS - 1.0)))
                .toArray();
    }
}
