package scorescope.samplers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;

/**
 * Mixtures for judging default settings, never for choosing them: two to eight Gaussians with means in [−4, 4]², standard
 * deviations of 0.15 to 1.2 in any direction, ratios of weights up to five. After a default was changed because of these
 * mixtures, the seeds must be replaced here.
 */
public final class ValidationMixtures {
    /** Chosen before any sampler was run on them. */
    private static final List<Long> SEEDS = List.of(2026L, 2027L, 2028L);

    private ValidationMixtures() {}

    public static List<GaussianMixture> mixtures() {
        return SEEDS.stream().map(ValidationMixtures::mixture).toList();
    }

    static GaussianMixture mixture(long seed) {
        var random = new SplittableRandom(seed);
        var components = new ArrayList<Component>();
        int count = 2 + random.nextInt(7);
        for (int k = 0; k < count; k++) {
            double weight = Math.pow(5, random.nextDouble());
            double x = 8 * random.nextDouble() - 4;
            double y = 8 * random.nextDouble() - 4;
            double a = 0.15 * Math.pow(8, random.nextDouble());
            double b = 0.15 * Math.pow(8, random.nextDouble());
            double angle = Math.PI * random.nextDouble();
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            components.add(new Component(
                    weight,
                    x,
                    y,
                    c * c * a * a + s * s * b * b,
                    c * s * (a * a - b * b),
                    s * s * a * a + c * c * b * b));
        }
        return new GaussianMixture(components);
    }

    /** Other mixtures of the same kind. */
    public static List<GaussianMixture> others(long firstSeed, int count) {
        return LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(ValidationMixtures::mixture)
                .toList();
    }
}
