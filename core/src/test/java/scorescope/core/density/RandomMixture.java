package scorescope.core.density;

import java.util.ArrayList;
import java.util.SplittableRandom;

/** Random mixtures of one to six Gaussians with full covariances. */
public final class RandomMixture {
    private RandomMixture() {}

    public static GaussianMixture of(long seed) {
        var random = new SplittableRandom(seed);
        var components = new ArrayList<Component>();
        int count = 1 + random.nextInt(6);
        for (int k = 0; k < count; k++) {
            double xx = 0.05 + random.nextDouble();
            double yy = 0.05 + random.nextDouble();
            double xy = 0.95 * (2 * random.nextDouble() - 1) * Math.sqrt(xx * yy);
            components.add(new Component(
                    0.1 + random.nextDouble(), 8 * random.nextDouble() - 4, 8 * random.nextDouble() - 4, xx, xy, yy));
        }
        return new GaussianMixture(components);
    }
}
