package scorescope.core.training;

import java.util.random.RandomGenerator;
import scorescope.core.objective.Batch;
import scorescope.core.objective.BatchRequirements;
import scorescope.core.random.Probes;

/**
 * Draws the batch of a step: clean points with replacement, noise levels, Gaussian noise, and the random vectors of the
 * objective. A part of a batch depends on (seed, step, first sample) alone, so a run can be repeated and a part drawn on
 * any thread.
 *
 * <p>Levels are stratified: sample g of B takes the level at (g + u)/B, u uniform. The levels of every batch are then
 * evenly distributed, which lowers the variance of the gradient.
 */
final class BatchSource {
    private final TrainingData data;
    private final NoiseDraw levels;
    private final BatchRequirements requirements;
    private final long seed;
    private final Counter counter = new Counter();

    BatchSource(TrainingData data, NoiseDraw levels, BatchRequirements requirements, long seed) {
        this.data = data;
        this.levels = levels;
        this.requirements = requirements;
        this.seed = seed;
    }

    /**
     * @param first index of the part's first sample in the whole batch
     * @param batch overwritten
     */
    void draw(long step, int first, Batch batch) {
        counter.address(seed, step, first);
        for (int j = 0; j < batch.size(); j++) {
            int index = counter.nextInt(data.size());
            batch.clean()[2 * j] = data.x(index);
            batch.clean()[2 * j + 1] = data.y(index);
            levels.draw((first + j + counter.nextDouble()) / batch.total(), batch, j);
            batch.noise()[2 * j] = (float) counter.nextGaussian();
            batch.noise()[2 * j + 1] = (float) counter.nextGaussian();
        }
        float[] vectors = batch.vectors();
        boolean signs = requirements.law() == Probes.Law.RADEMACHER;
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = signs ? 1 - 2 * (counter.nextLong() >>> 63) : (float) counter.nextGaussian();
        }
        batch.mix();
    }

    /** SplitMix64 (Steele, Lea and Flood 2014), restarted for every address without allocation. */
    private static final class Counter implements RandomGenerator {
        private static final long GOLDEN = 0x9e3779b97f4a7c15L;
        private long state;

        void address(long seed, long step, long first) {
            state = mix(mix(mix(seed + GOLDEN) + step * GOLDEN) + first * GOLDEN);
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
