package scorescope.core.denoise;

import java.util.List;
import java.util.SplittableRandom;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;

/** n clean points and their noisy versions αx₀ + σε, determined by a seed. */
public record NoisyPairs(double[] cleanX, double[] cleanY, double[] noisyX, double[] noisyY) {
    private static final GaussianMixture NORMAL = new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1)));

    private static final long NOISE = 0x6E6F697365L;

    /**
     * Clean points and their noisy versions: if all components are points, these points, each once; otherwise independent
     * samples.
     *
     * @param most largest number of pairs; of more points, {@code most} evenly spaced ones of the list are taken
     */
    public static NoisyPairs of(GaussianMixture clean, NoiseLevel level, int most, long seed) {
        var components = clean.components();
        boolean points = components.stream().allMatch(c -> c.xx() == 0 && c.yy() == 0);
        var pairs = of(points ? Math.min(most, components.size()) : most);
        pairs.draw(clean, level, seed);
        for (int i = 0; points && i < pairs.cleanX.length; i++) {
            var own = components.get((int) ((long) i * components.size() / pairs.cleanX.length));
            pairs.noisyX[i] += level.alpha() * (own.meanX() - pairs.cleanX[i]);
            pairs.noisyY[i] += level.alpha() * (own.meanY() - pairs.cleanY[i]);
            pairs.cleanX[i] = own.meanX();
            pairs.cleanY[i] = own.meanY();
        }
        return pairs;
    }

    static NoisyPairs of(int count) {
        return new NoisyPairs(new double[count], new double[count], new double[count], new double[count]);
    }

    /**
     * Overwrites all pairs. A generator's numbers are one sequence that seeds enter at places in their order, so that a seed plus
     * its increment gives the same numbers one later. The seed of the noise is therefore itself a random number.
     */
    void draw(GaussianMixture clean, NoiseLevel level, long seed) {
        clean.draw(seed, cleanX, cleanY);
        NORMAL.draw(new SplittableRandom(seed ^ NOISE).nextLong(), noisyX, noisyY);
        for (int i = 0; i < cleanX.length; i++) {
            noisyX[i] = level.alpha() * cleanX[i] + level.sigma() * noisyX[i];
            noisyY[i] = level.alpha() * cleanY[i] + level.sigma() * noisyY[i];
        }
    }
}
