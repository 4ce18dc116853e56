package scorescope.monkey;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Takes stack traces of the window's thread while a gesture lasts too long, and measures that thread's processor time. */
final class StallWatch {
    private static final long EVERY_NANOS = 40_000_000L;
    private static final int FRAMES = 12;

    private final long limitNanos;
    private final Thread watcher;

    /** Start time of the present gesture in nanoseconds; 0 between gestures. */
    private volatile long startNanos;

    private volatile Thread window;
    /** Stacks of the present gesture; only the watcher adds to them. */
    private volatile String stood = "";

    private long work;
    private long spentBefore = -1;

    /** @param limitNanos duration of a gesture after which stack traces are taken, in nanoseconds */
    StallWatch(long limitNanos) {
        this.limitNanos = limitNanos;
        watcher = Thread.ofPlatform().daemon().name("stall-watch").start(this::watch);
    }

    void begin(long now) {
        stood = "";
        startNanos = now;
    }

    /** Ends a gesture, on the window's thread; returns stack traces of a long gesture, "" for a short one. */
    String end() {
        startNanos = 0;
        window = Thread.currentThread();
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work = spentBefore < 0 ? 0 : spent - spentBefore;
        spentBefore = spent;
        return stood;
    }

    /** Processor time of the window's thread between the last two ends, in nanoseconds. */
    long work() {
        return work;
    }

    void stop() {
        watcher.interrupt();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(EVERY_NANOS);
            long start = startNanos;
            var watched = window;
            String before = stood;
            if (start != 0 && watched != null && System.nanoTime() - start > limitNanos && before.length() < 4000) {
                stood = before + "\n    " + frames(watched);
            }
        }
    }

    private static String frames(Thread watched) {
        return Arrays.stream(watched.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .limit(FRAMES)
                .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .collect(Collectors.joining(" < "));
    }
}
