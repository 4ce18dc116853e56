package scorescope.core.tensor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import scorescope.core.parallel.Threads;

/**
 * Loads the native matrix library, and wide vectors if the machine has them. Loading takes seconds, so it runs on a thread
 * of its own and only on request: by {@link #start()}, which the window calls after its first frame, or by the first
 * product.
 */
public final class Tensors {
    private static final Object LOCK = new Object();
    private static volatile boolean ready;
    private static CompletableFuture<Void> starting;

    private Tensors() {}

    /** Begins loading on a background thread, once; later calls return the same future. Never blocks. */
    public static CompletableFuture<Void> start() {
        synchronized (LOCK) {
            if (starting == null) {
                var promise = new CompletableFuture<Void>();
                starting = promise;
                Threads.unstarted("tensors-start", () -> load(promise)).start();
            }
            return starting.copy();
        }
    }

    /** Whether products can be computed without waiting. */
    public static boolean isReady() {
        return ready;
    }

    /**
     * Waits until products can be computed, starting the library if it has not been started.
     *
     * @throws TensorException if the native library cannot be loaded on this machine
     */
    public static void await() {
        if (ready) {
            return;
        }
        try {
            start().join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof TensorException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private static void load(CompletableFuture<Void> promise) {
        try {
            OpenBlas.load();
            WideVectors.available();
            ready = true;
            promise.complete(null);
        } catch (TensorException failure) {
            promise.completeExceptionally(failure);
        } catch (LinkageError | RuntimeException failure) {
            promise.completeExceptionally(TensorException.notLoaded(failure));
        }
    }
}
