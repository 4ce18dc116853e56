package scorescope.core.sampling;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Spreads particles over threads in blocks small enough to stay in the cache. Which thread takes which block is
 * left to chance; work that treats each particle by itself gives the same bits for any number of threads.
 */
public final class Shards implements AutoCloseable {
    /** Particles in a block: eight arrays of them fit into a level-2 cache. */
    static final int BLOCK = 2048;

    /** The calling thread alone. */
    public static final Shards ONE = new Shards(1);

    private final int threads;
    private final ExecutorService others;

    /** @param threads how many threads work, the caller's included */
    public Shards(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
        this.threads = threads;
        others = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("sampling-", 0).factory());
    }

    /** Work on the particles {@code from ≤ i < to}. */
    @FunctionalInterface
    public interface Work {
        void on(int from, int to);
    }

    public int threads() {
        return threads;
    }

    /** Does {@code work} on all of 0..count−1, each exactly once, and returns when all is done. */
    public void each(int count, Work work) {
        int blocks = Math.ceilDiv(count, BLOCK);
        var next = new AtomicInteger();
        Runnable share = () -> {
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                work.on(block * BLOCK, Math.min(count, (block + 1) * BLOCK));
            }
        };
        var running = new ArrayList<Future<?>>();
        for (int helper = 1; helper < Math.min(threads, blocks); helper++) {
            running.add(others.submit(share));
        }
        try {
            share.run();
        } finally {
            await(running);
        }
    }

    private static void await(Iterable<Future<?>> running) {
        boolean interrupted = false;
        for (var future : running) {
            boolean done = false;
            while (!done) {
                try {
                    future.get();
                    done = true;
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    if (failed.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw new IllegalStateException("a shard failed", failed.getCause());
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
