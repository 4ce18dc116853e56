package scorescope.core.training;

import java.util.random.RandomGenerator;
import scorescope.core.objective.Batch;

/**
 * Draws the batch of a step: clean points with replacement, geometric noise levels, Gaussian noise. A batch depends on
 * (seed, step, shard) alone, so a run can be repeated and a shard drawn on any thread.
 *
 * <p>Levels are stratified: sample g of B takes level ⌊L (g + u)/B⌋, u uniform. Every level then has its share of
 * every batch, and the gradient wavers less than with independent levels.
 */
final class BatchSource {
    private final TrainingData data;
    private final float[] levels;
    private final long seed;
    private final Counter counter = new Counter();

    BatchSource(TrainingData data, TrainingSettings.Levels levels, long seed) {
        this.data = data;
        this.seed = seed;
        this.levels = geometric(levels);
    }

    /** Level i of L: max (min/max)^(i/(L−1)). */
    private static float[] geometric(TrainingSettings.Levels levels) {
        float[] sigma = new float[levels.count()];
        for (int i = 0; i < sigma.length; i++) {
            double fraction = sigma.length == 1 ? 0 : (double) i / (sigma.length - 1);
            sigma[i] = (float) (levels.max() * Math.pow(levels.min() / levels.max(), fraction));
        }
        return sigma;
    }

    /**
     * @param first the place of the shard's first sample in the whole batch
     * @param batch overwritten
     */
    void draw(long step, int first, Batch batch) {
        counter.address(seed, step, first);
        for (int j = 0; j < batch.size(); j++) {
            int index = counter.nextInt(data.size());
            batch.clean()[2 * j] = data.x(index);
            batch.clean()[2 * j + 1] = data.y(index);
            double place = (first + j + counter.nextDouble()) / batch.total();
            batch.sigma()[j] = levels[Math.min(levels.length - 1, (int) (levels.length * place))];
            batch.noise()[2 * j] = (float) counter.nextGaussian();
            batch.noise()[2 * j + 1] = (float) counter.nextGaussian();
        }
    }

    /** SplitMix64 (Steele, Lea and Flood 2014), started anew at every address without allocating. */
    private static final class Counter implements RandomGenerator {
        private static final long GOLDEN = 0x9e3779b97f4a7c15L;
        private long state;

        void address(long seed, long step, long shard) {
            state = mix(mix(mix(seed + GOLDEN) + step * GOLDEN) + shard * GOLDEN);
        }

        @Override
        public long nextLong() {
            state += GOLDEN;
            return mix(state);
        }

        private static long mix(long z) {
            long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
            return b ^ (b >>> 31);
        }
    }
}
