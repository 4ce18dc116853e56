package scorescope.samplers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;

/**
 * Mixtures on which default settings are judged and never chosen: two to eight Gaussians with middles in [−4, 4]², axes of
 * 0.15 to 1.2 in any direction, weights up to five times each other. Whoever changes a default after looking at them draws
 * others, from other seeds, and says so here.
 */
public final class ExcludedSamplers {
    /** Drawn on 22 November, before any sampler had seen them. */
    private static final List<Long> SEEDS = List.of(2026L, 2027L, 2028L);

    private ExcludedSamplers() {}

    public static List<GaussianMixture> mixtures() {
        return SEEDS.stream().map(ExcludedSamplers::mixture).toList();
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

    /** Others of the same kind, to look at. */
    public static List<GaussianMixture> others(long firstSeed, int count) {
        return LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(ExcludedSamplers::mixture)
                .toList();
    }
}
