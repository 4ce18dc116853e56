package scorescope.core.sampling;

import scorescope.core.parallel.Crew;

/**
 * Spreads particles over threads in blocks small enough to stay in the cache. Which thread takes which block is
 * left to chance; work that treats each particle by itself gives the same bits for any number of threads.
 */
public final class Shards implements AutoCloseable {
    /** Particles in a block: eight arrays of them fit into a level-2 cache. */
    static final int BLOCK = 2048;

    /** The calling thread alone. */
    public static final Shards ONE = new Shards(1);

    private final Crew crew;

    /** @param threads how many threads work, the caller's included */
    public Shards(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
        crew = new Crew(threads - 1);
    }

    /** Work on the particles {@code from ≤ i < to}. */
    @FunctionalInterface
    public interface Work {
        void on(int from, int to);
    }

    /** Does {@code work} on all of 0..count−1, each exactly once, and returns when all is done. */
    public void each(int count, Work work) {
        crew.run(
                Math.ceilDiv(count, BLOCK),
                block -> work.on(block * BLOCK, (int) Math.min(count, (block + 1L) * BLOCK)));
    }

    @Override
    public void close() {
        crew.close();
    }
}
