package scorescope.core.density;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import scorescope.core.noise.NoiseLevel;

/**
 * Families of mixtures in which terms cancel, tie or vanish, with points where they do: cases that random mixtures over all
 * scales rarely contain.
 */
public enum HardMixtures {
    /** Correlations of 1 − 1e-6 to 1 − 1e-15, seen from far away along both axes and on their borders. */
    NEARLY_SINGULAR_FROM_AFAR {
        @Override
        Component component(SplittableRandom random, int k) {
            double a = power(random, -2, 2);
            double b = power(random, -2, 2);
            double correlation = (random.nextBoolean() ? 1 : -1) * (1 - power(random, -15, -6));
            return new Component(
                    1 + k, random.nextGaussian(), random.nextGaussian(), a * a, correlation * a * b, b * b);
        }
    },
    /** One component repeated many times, and another one. */
    EQUAL_COMPONENTS {
        @Override
        Component component(SplittableRandom random, int k) {
            return k == 0 ? new Component(1, 3, 1, 2, 0.3, 0.5) : new Component(0.7, -1, 0.1, 0.04, 0.01, 0.09);
        }
    },
    /** Weights of 1, 1e-300 and between, the smallest where the others vanish. */
    VANISHING_WEIGHTS {
        @Override
        Component component(SplittableRandom random, int k) {
            double weight = k == 0 ? 1 : k == 1 ? 1e-300 : power(random, -300, 0);
            double std = power(random, -1, 1);
            return Component.isotropic(weight, 30 * random.nextGaussian(), 30 * random.nextGaussian(), std);
        }
    },
    /** One mean for all, widths from 1e-6 to 1e4. */
    COINCIDENT_MEANS {
        @Override
        Component component(SplittableRandom random, int k) {
            double std = Math.pow(10, -6 + 10.0 * (k % 11) / 10);
            double other = std * power(random, -0.3, 0.3);
            return new Component(1, 0.1, -0.7, std * std, 0.3 * std * other, other * other);
        }
    },
    /** Means that differ by a few units in the last place, far from the origin. */
    MEANS_APART_BY_ROUNDING {
        @Override
        Component component(SplittableRandom random, int k) {
            double x = 1e5;
            return Component.isotropic(1, x + k * Math.ulp(x), -x - (k % 3) * Math.ulp(x), 1e-3 * (1 + (k % 2)));
        }
    },
    /** Covariances that differ in the twelfth digit: log-terms whose quadratic part nearly cancels. */
    NEARLY_EQUAL_COVARIANCES {
        @Override
        Component component(SplittableRandom random, int k) {
            return new Component(1, random.nextGaussian(), random.nextGaussian(), 1 + 1e-12 * k, 0.2, 0.5 - 1e-13 * k);
        }
    },
    /** Points and lines of zero width, which have a density only under noise. */
    WITHOUT_WIDTH {
        @Override
        Component component(SplittableRandom random, int k) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            return k % 2 == 0 ? Component.isotropic(1, x, y, 0) : new Component(1, x, y, 4, 2, 1);
        }

        @Override
        double leastNoise() {
            return 1e-6;
        }
    },
    /** A wide component with a far, extremely narrow one whose axes are slanted. */
    NARROW_AND_SLANTED {
        @Override
        Component component(SplittableRandom random, int k) {
            return k == 0
                    ? new Component(1, 0, 0, 1e8, 0, 1e8)
                    : new Component(1, random.nextGaussian(), random.nextGaussian(), 1e-12, 0.999e-12, 1e-12);
        }
    };

    abstract Component component(SplittableRandom random, int k);

    double leastNoise() {
        return 0;
    }

    /** @param points number of points: near components, on borders between two of them, and on borders as far as 1e8 */
    public WideMixtures.Case of(long seed, int components, int points) {
        var random = new SplittableRandom(seed + 1000L * name().hashCode());
        var all = new ArrayList<Component>();
        for (int k = 0; k < components; k++) {
            all.add(component(random, k));
        }
        double sigma = Math.max(leastNoise(), random.nextBoolean() ? 0 : power(random, -6, 2));
        var level = new NoiseLevel(Double.NaN, random.nextBoolean() ? 1 : power(random, -2, 0), sigma);
        return WideMixtures.at(random, new GaussianMixture(List.copyOf(all)), level, points);
    }

    private static double power(SplittableRandom random, double low, double high) {
        return Math.pow(10, random.nextDouble(low, high));
    }
}
