package scorescope.core.denoise;

import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;

/** n clean points and their noisy versions αx₀ + σε, determined by a seed. */
record NoisyPairs(double[] cleanX, double[] cleanY, double[] noisyX, double[] noisyY) {
    private static final GaussianMixture NORMAL = new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1)));

    /** Makes the seed of the noise from that of the points. */
    private static final long NOISE = 0x9E3779B97F4A7C15L;

    static NoisyPairs of(int count) {
        return new NoisyPairs(new double[count], new double[count], new double[count], new double[count]);
    }

    /** Overwrites all pairs. */
    void draw(GaussianMixture clean, NoiseLevel level, long seed) {
        clean.draw(seed, cleanX, cleanY);
        NORMAL.draw(seed ^ NOISE, noisyX, noisyY);
        for (int i = 0; i < cleanX.length; i++) {
            noisyX[i] = level.alpha() * cleanX[i] + level.sigma() * noisyX[i];
            noisyY[i] = level.alpha() * cleanY[i] + level.sigma() * noisyY[i];
        }
    }
}
