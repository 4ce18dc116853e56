package scorescope.core.sampling;

import java.util.Optional;
import scorescope.core.parallel.SpinPool;

/**
 * Spreads particles over threads in blocks small enough to stay in the cache. Which thread takes which block is not
 * determined; work that treats each particle independently gives the same bits for any number of threads.
 */
public final class ParticleBlocks implements AutoCloseable {
    /** Particles in a block: eight arrays of them fit into a level-2 cache. */
    public static final int BLOCK = 2048;

    /** The calling thread alone. */
    public static final ParticleBlocks ONE = new ParticleBlocks(1);

    /** The caller's current pool. */
    public static final ParticleBlocks SHARED = new ParticleBlocks(Optional.empty(), 0, Integer.MAX_VALUE);

    /** The pool that this owns; empty if the caller's current one is used. */
    private final Optional<SpinPool> own;

    private final int firstBlock;
    private final int endBlock;

    /**
     * Blocks on threads of their own, which end when this is closed.
     *
     * @param threads number of threads, the caller's included
     */
    public ParticleBlocks(int threads) {
        this(Optional.of(new SpinPool(threads - 1)), 0, Integer.MAX_VALUE);
    }

    private ParticleBlocks(Optional<SpinPool> own, int firstBlock, int endBlock) {
        this.own = own;
        this.firstBlock = firstBlock;
        this.endBlock = endBlock;
    }

    /**
     * Only the block that contains {@code particle}, on the calling thread. Its borders are those of a run of all particles,
     * so that results are the same to the last bit.
     */
    public static ParticleBlocks around(int particle) {
        int block = particle / BLOCK;
        return new ParticleBlocks(ONE.own, block, block + 1);
    }

    /** Work on the particles {@code from ≤ i < to}. */
    @FunctionalInterface
    public interface Work {
        void on(int from, int to);
    }

    /** Runs {@code work} once for every block of 0..count−1 that is covered, and returns when all blocks are done. */
    public void each(int count, Work work) {
        int blocks = Math.min(endBlock, Math.ceilDiv(count, BLOCK)) - firstBlock;
        own.orElseGet(SpinPool::current).run(blocks, nth -> {
            int block = firstBlock + nth;
            work.on(block * BLOCK, (int) Math.min(count, (block + 1L) * BLOCK));
        });
    }

    @Override
    public void close() {
        own.ifPresent(SpinPool::close);
    }
}
