package scorescope.core.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Queue of commands for the thread of a {@link TrainingRun}. Requested checkpoints are written before the run ends or is
 * reset. All methods may be called from any thread.
 */
final class TrainingCommands {
    /** What the training thread does next. */
    enum Order {
        SAVE,
        RUN,
        STEP,
        RESET,
        CLOSE
    }

    /** A requested checkpoint, with the session's JSON to be stored in it. */
    record Saving(String session, CompletableFuture<byte[]> bytes) {}

    private final Deque<Saving> savings = new ArrayDeque<>();
    private double pace = Double.POSITIVE_INFINITY;
    private boolean running;
    private long singleSteps;
    private boolean resetting;
    private boolean closed;

    synchronized void start() {
        running = true;
        notifyAll();
    }

    synchronized void pause() {
        running = false;
        singleSteps = 0;
        notifyAll();
    }

    synchronized void step() {
        running = false;
        singleSteps++;
        notifyAll();
    }

    synchronized void reset() {
        pause();
        resetting = true;
    }

    synchronized void pace(double stepsPerSecond) {
        pace = stepsPerSecond;
        notifyAll();
    }

    /** Requests a checkpoint after the current step; cancelled if the run has ended. */
    synchronized CompletableFuture<byte[]> save(String session) {
        var saving = new Saving(session, new CompletableFuture<>());
        if (closed) {
            saving.bytes().cancel(false);
        } else {
            savings.add(saving);
            notifyAll();
        }
        return saving.bytes();
    }

    /** Ends the run after the current step and the requested checkpoints. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean closed() {
        return closed;
    }

    /** The next command; waits while there is none. */
    synchronized Order next() {
        while (true) {
            if (!savings.isEmpty()) {
                return Order.SAVE;
            }
            if (closed) {
                return Order.CLOSE;
            }
            if (resetting) {
                resetting = false;
                return Order.RESET;
            }
            if (running) {
                return Order.RUN;
            }
            if (singleSteps > 0) {
                singleSteps--;
                return Order.STEP;
            }
            try {
                wait();
            } catch (InterruptedException ended) {
                closed = true;
            }
        }
    }

    /** Whether to take a further step before any other command. */
    synchronized boolean goOn() {
        return running && !resetting && !closed && savings.isEmpty();
    }

    /** Records that the run has taken its last step. */
    synchronized void finish() {
        running = false;
    }

    /** Waits until the step after the one begun at {@code nanos} is due, or another command arrives. */
    synchronized void keepPace(long nanos) {
        long left = 1;
        while (left > 0 && goOn()) {
            left = nanos + (long) (1e9 / pace) - System.nanoTime();
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException ended) {
                closed = true;
            }
        }
    }

    /** The checkpoint requests to serve now. */
    synchronized Saving saving() {
        return savings.remove();
    }

    /** Records that the thread has ended; cancels pending requests. */
    synchronized void end() {
        closed = true;
        savings.forEach(saving -> saving.bytes().cancel(false));
        savings.clear();
    }
}
