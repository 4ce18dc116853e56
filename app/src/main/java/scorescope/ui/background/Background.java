package scorescope.ui.background;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import scorescope.ui.background.Cores.Work;

/**
 * All work of a window outside the JavaFX thread: every thread and clock of the window is created here, so that one
 * owner of the {@link Cores} knows them all. Closing ends them.
 */
public final class Background implements AutoCloseable {
    private final Pulses pulses = new Pulses();
    private final Cores cores = new Cores();
    private final ExecutorService tasks = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("scorescope-task-", 1).factory());

    public Pulses pulses() {
        return pulses;
    }

    public Cores cores() {
        return cores;
    }

    /**
     * Works on the newest request in a thread of its own.
     *
     * @param buffers makes one of the four buffers that results are written into
     * @param work makes a result, on the background thread
     * @param failed called on the JavaFX thread with an exception of {@code work}; the next request is worked on as usual
     */
    public <R, B> ConflatingWorker<R, B> worker(
            Work kind, Supplier<B> buffers, BiConsumer<R, B> work, Consumer<RuntimeException> failed) {
        return new ConflatingWorker<>(
                kind.threadName(),
                buffers,
                (request, buffer) -> cores.run(kind, () -> {
                    work.accept(request, buffer);
                    return buffer;
                }),
                () -> {},
                failure -> Platform.runLater(() -> failed.accept(failure)));
    }

    /** Runs a single task; does nothing once closed. */
    public <T> CompletableFuture<T> once(Work kind, Supplier<T> work) {
        if (tasks.isShutdown()) {
            return new CompletableFuture<>();
        }
        return CompletableFuture.supplyAsync(() -> cores.run(kind, work), tasks);
    }

    /**
     * Does a single piece of work.
     *
     * @param then receives the result on the JavaFX thread
     */
    public <T> void once(Work kind, Supplier<T> work, Consumer<T> then) {
        var unused = once(kind, work).thenAccept(result -> Platform.runLater(() -> then.accept(result)));
    }

    /** A thread that waits for its work by itself; it marks by {@link Cores#run} when it has some. */
    public void thread(Work kind, Runnable loop) {
        Thread.ofPlatform().daemon().name(kind.threadName()).start(loop);
    }

    @Override
    public void close() {
        pulses.close();
        cores.close();
        tasks.shutdownNow();
    }
}
