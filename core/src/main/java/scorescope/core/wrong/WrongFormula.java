package scorescope.core.wrong;

import java.util.Arrays;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Option;
import scorescope.core.score.MixtureScore;

/**
 * A published mistake, as a field that can be drawn beside the correct one.
 *
 * @param quantity the quantity that the formula is meant to give
 * @param reach factor by which the view must be wider than usual to show the mistake
 * @param field the wrong values
 */
public record WrongFormula(Entry entry, Quantity quantity, double reach, Field field) implements Mistake {
    /** What a formula is meant to give. */
    public enum Quantity {
        /** ∇log p_t, in 1/data units. */
        SCORE,
        /** E[x₀ | x], in data units. */
        DENOISED
    }

    /** Values at points. */
    @FunctionalInterface
    public interface Field {
        /**
         * @param x first coordinates in data units; all arrays have the same length
         * @param outX overwritten
         */
        void at(MixtureScore exact, NoiseLevel level, double[] x, double[] y, double[] outX, double[] outY);
    }

    /** Lower limit to which densities are clamped. */
    private static final double CLAMP = 1e-30;

    private static final double SMALLEST = 0.01;
    private static final double LARGEST = 10;
    /** Between neighbours of twelve levels. */
    private static final double RATIO = Math.pow(LARGEST / SMALLEST, 1.0 / 11);

    public static final List<WrongFormula> ALL = List.of(
            new WrongFormula(
                    Option.of(
                            "denoised",
                            "x₀ = x + σ²s/{signal}",
                            "Only the second term is divided by {signal}; both must be: (x + σ²s)/{signal}."),
                    Quantity.DENOISED,
                    1,
                    WrongFormula::halfDivided),
            new WrongFormula(
                    Option.of(
                            "rescaled",
                            "Rescaled density",
                            "The clean density with rescaled coordinates; noise is a convolution."),
                    Quantity.SCORE,
                    1,
                    WrongFormula::rescaled),
            new WrongFormula(
                    Option.of(
                            "clamped",
                            "Clamped density",
                            "The score of max(p, 1e-30): it vanishes where it must pull home."),
                    Quantity.SCORE,
                    4,
                    WrongFormula::clamped),
            new WrongFormula(
                    Option.of(
                            "energy-sign",
                            "p ∝ exp(+E)",
                            "The score is −∇E; with the other sign arrows leave the data."),
                    Quantity.SCORE,
                    1,
                    WrongFormula::uphill),
            new WrongFormula(
                    Option.of(
                            "one-target",
                            "−{eps}/σ of one draw",
                            "The loss teaches the mean of −{eps}/σ given x, not one of them."),
                    Quantity.SCORE,
                    1,
                    WrongFormula::nearestTarget),
            new WrongFormula(
                    Option.of(
                            "no-root", "{signal}x₀ + σ²{eps}", "Noise of variance σ⁴ instead of σ²: the root is lost."),
                    Quantity.SCORE,
                    1,
                    WrongFormula::squaredNoise),
            new WrongFormula(
                    Option.of(
                            "prior",
                            "N(0, σ²I) as the density",
                            "An approximation of the end, where σ is far above the data; the data's mean and width stay."),
                    Quantity.SCORE,
                    1,
                    WrongFormula::prior),
            new WrongFormula(
                    Option.of(
                            "ends-early",
                            "Annealing to the second level",
                            "A loop that ends one level early never steps at the smallest noise: its samples are of 1.87 times as much."),
                    Quantity.SCORE,
                    1,
                    (exact, level, x, y, outX, outY) -> otherLevel(exact, level, RATIO, x, y, outX, outY)),
            new WrongFormula(
                    Option.of(
                            "levels-reversed",
                            "Levels in the other order",
                            "Some count levels from the largest, some from the smallest: this level is taken for its mirror image."),
                    Quantity.SCORE,
                    1,
                    (exact, level, x, y, outX, outY) -> otherLevel(
                            exact, level, SMALLEST * LARGEST / Math.pow(level.ratio(), 2), x, y, outX, outY)));

    private static void prior(
            MixtureScore exact, NoiseLevel level, double[] x, double[] y, double[] outX, double[] outY) {
        double variance = level.sigma() * level.sigma();
        for (int i = 0; i < x.length; i++) {
            outX[i] = -x[i] / variance;
            outY[i] = -y[i] / variance;
        }
    }

    /** The score of a level of {@code factor} times the noise. */
    private static void otherLevel(
            MixtureScore exact, NoiseLevel level, double factor, double[] x, double[] y, double[] outX, double[] outY) {
        var other = new NoiseLevel(level.t(), level.alpha(), factor * level.sigma());
        exact.score(x, y, 0, x.length, other, outX, outY);
    }

    private static void halfDivided(
            MixtureScore exact, NoiseLevel level, double[] x, double[] y, double[] outX, double[] outY) {
        exact.score(x, y, 0, x.length, level, outX, outY);
        double gain = level.sigma() * level.sigma() / level.alpha();
        for (int i = 0; i < x.length; i++) {
            outX[i] = x[i] + gain * outX[i];
            outY[i] = y[i] + gain * outY[i];
        }
    }

    /** ∇log p₀(x/α). */
    private static void rescaled(
            MixtureScore exact, NoiseLevel level, double[] x, double[] y, double[] outX, double[] outY) {
        double alpha = level.alpha();
        exact.score(
                Arrays.stream(x).map(value -> value / alpha).toArray(),
                Arrays.stream(y).map(value -> value / alpha).toArray(),
                0,
                x.length,
                NoiseLevel.plain(0),
                outX,
                outY);
        for (int i = 0; i < x.length; i++) {
            outX[i] /= alpha;
            outY[i] /= alpha;
        }
    }

    private static void clamped(
            MixtureScore exact, NoiseLevel level, double[] x, double[] y, double[] outX, double[] outY) {
        exact.score(x, y, 0, x.length, level, outX, outY);
        var log = new double[x.length];
        exact.logDensity(x, y, 0, x.length, level, log);
        for (int i = 0; i < x.length; i++) {
            if (log[i] < Math.log(CLAMP)) {
                outX[i] = 0;
                outY[i] = 0;
            }
        }
    }

    private static void uphill(
            MixtureScore exact, NoiseLevel level, double[] x, double[] y, double[] outX, double[] outY) {
        exact.score(x, y, 0, x.length, level, outX, outY);
        for (int i = 0; i < x.length; i++) {
            outX[i] = -outX[i];
            outY[i] = -outY[i];
        }
    }

    /** (αμ_k − x)/σ² of the component whose mean is nearest. */
    private static void nearestTarget(
            MixtureScore exact, NoiseLevel level, double[] x, double[] y, double[] outX, double[] outY) {
        double variance = level.sigma() * level.sigma();
        for (int i = 0; i < x.length; i++) {
            double px = x[i];
            double py = y[i];
            var nearest = exact.mixture().components().stream()
                    .min((a, b) -> Double.compare(distance(a, level, px, py), distance(b, level, px, py)))
                    .orElseThrow();
            outX[i] = (level.alpha() * nearest.meanX() - px) / variance;
            outY[i] = (level.alpha() * nearest.meanY() - py) / variance;
        }
    }

    private static double distance(Component component, NoiseLevel level, double x, double y) {
        return Math.hypot(level.alpha() * component.meanX() - x, level.alpha() * component.meanY() - y);
    }

    private static void squaredNoise(
            MixtureScore exact, NoiseLevel level, double[] x, double[] y, double[] outX, double[] outY) {
        var squared = new NoiseLevel(level.t(), level.alpha(), level.sigma() * level.sigma());
        exact.score(x, y, 0, x.length, squared, outX, outY);
    }
}
