package scorescope.core.density;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import scorescope.core.noise.NoiseLevel;

/**
 * Random mixtures over all scales, and points where their evaluation is ill-conditioned: deviations from 1e-6 to 1e4, some
 * alike, some nearly singular; points near components, on borders between them, and on borders as far as 1e8.
 */
public final class WideMixtures {
    private WideMixtures() {}

    /** A mixture with its level and points. */
    public record Case(GaussianMixture mixture, NoiseLevel level, double[] x, double[] y) {}

    public static Case of(long seed, int components, int points) {
        var random = new SplittableRandom(seed);
        var mixture = mixture(random, components);
        double sigma = random.nextInt(3) == 0 ? 0 : power(random, -6, 3);
        double alpha = random.nextInt(3) == 0 ? power(random, -2, 0) : 1;
        return at(random, mixture, new NoiseLevel(Double.NaN, alpha, sigma), points);
    }

    /** Ill-conditioned points of a given mixture. */
    static Case at(SplittableRandom random, GaussianMixture mixture, NoiseLevel level, int points) {
        var x = new double[points];
        var y = new double[points];
        var noised = new NoisedMixture(mixture, level);
        for (int i = 0; i < points; i++) {
            double[] point = point(random, noised, i);
            x[i] = point[0];
            y[i] = point[1];
        }
        return new Case(mixture, level, x, y);
    }

    private static GaussianMixture mixture(SplittableRandom random, int count) {
        int kind = random.nextInt(4);
        double apart = power(random, -3, 4);
        double common = power(random, -6, 4);
        var components = new ArrayList<Component>();
        for (int k = 0; k < count; k++) {
            double std = kind == 0 ? common : kind == 1 ? common * power(random, -1, 1) : power(random, -6, 4);
            double a = std * std;
            double b = kind == 0 ? a : a * power(random, -2, 2);
            double correlation = kind == 3 ? 1 - power(random, -10, 0) : kind == 0 ? 0 : random.nextDouble(-0.9, 0.9);
            components.add(new Component(
                    power(random, -3, 0),
                    apart * random.nextGaussian(),
                    apart * random.nextGaussian(),
                    a,
                    correlation * Math.sqrt(a * b),
                    b));
        }
        return new GaussianMixture(List.copyOf(components));
    }

    private static double[] point(SplittableRandom random, NoisedMixture noised, int i) {
        int k = random.nextInt(noised.size());
        double std = Math.sqrt(noised.covarianceXX(k) + noised.covarianceYY(k));
        double reach =
                switch (i % 4) {
                    case 0 -> 0;
                    case 1 -> power(random, 0, 3) * std;
                    case 2 -> power(random, 0, 8);
                    default -> power(random, 5, 8);
                };
        double[] one = {
            noised.meanX(k) + std * random.nextGaussian() + reach * random.nextGaussian(),
            noised.meanY(k) + std * random.nextGaussian() + reach * random.nextGaussian()
        };
        if (i % 2 == 0 || noised.size() == 1) {
            return bounded(one);
        }
        int other = random.nextInt(noised.size());
        double[] two = {
            noised.meanX(other) + reach * random.nextGaussian(), noised.meanY(other) + reach * random.nextGaussian()
        };
        return bounded(border(noised, one, two));
    }

    /** Bisects between two points until adjacent doubles belong to different components. */
    private static double[] border(NoisedMixture noised, double[] one, double[] two) {
        int owner = largest(noised, one);
        double[] a = one;
        double[] b = two;
        for (int round = 0; round < 60 && largest(noised, two) != owner; round++) {
            double[] middle = {0.5 * (a[0] + b[0]), 0.5 * (a[1] + b[1])};
            if (largest(noised, middle) == owner) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return a;
    }

    private static int largest(NoisedMixture noised, double[] at) {
        int best = 0;
        for (int k = 1; k < noised.size(); k++) {
            if (noised.logTerm(k, at[0], at[1]) > noised.logTerm(best, at[0], at[1])) {
                best = k;
            }
        }
        return best;
    }

    private static double[] bounded(double[] point) {
        return new double[] {Math.clamp(point[0], -1e8, 1e8), Math.clamp(point[1], -1e8, 1e8)};
    }

    private static double power(SplittableRandom random, double low, double high) {
        return Math.pow(10, random.nextDouble(low, high));
    }
}
