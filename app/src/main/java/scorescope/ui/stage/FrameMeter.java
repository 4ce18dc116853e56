package scorescope.ui.stage;

import java.util.Arrays;

/**
 * Measures while something moves the time between one picture and the next, and the time from an input to the picture
 * that shows it. A frame counts when the stage has swapped in a new picture, so that a stage that stalls while the
 * clock ticks does not count as fast.
 *
 * <p>Toolkit-free; one thread (JavaFX's) writes and reads. After construction only {@link #figures} allocates memory.
 */
public final class FrameMeter {
    /**
     * Number of ticks without a request after which a movement has ended, so that the next picture begins a new one.
     * Counted in ticks, not in time: a window that hangs does not tick, and its long frame must count.
     */
    private static final int IDLE_PULSES = 6;

    private final Series frames;
    private final Series latencies;
    private final Series pulses;
    private long lastFrame;
    private long lastPulse;
    private int idlePulses;
    private boolean running;

    /**
     * @param count number of newest frames that the figures are computed from
     */
    public FrameMeter(int count) {
        frames = new Series(count);
        latencies = new Series(count);
        pulses = new Series(count);
    }

    /** Discards all measurements and starts anew. */
    public void start() {
        frames.clear();
        latencies.clear();
        pulses.clear();
        lastFrame = 0;
        lastPulse = 0;
        running = true;
    }

    public void stop() {
        running = false;
    }

    public boolean running() {
        return running;
    }

    /**
     * Records a tick of the toolkit's clock; {@code moving} if a picture is requested and not shown yet, or was just
     * shown.
     */
    public void pulsed(long now, boolean moving) {
        idlePulses = moving ? 0 : idlePulses + 1;
        if (idlePulses >= IDLE_PULSES) {
            lastFrame = 0;
            lastPulse = 0;
            return;
        }
        if (running && lastPulse != 0) {
            pulses.add(now - lastPulse);
        }
        lastPulse = now;
    }

    /**
     * Records that a new picture is shown; {@code inputNanos} is the time of the input that it shows.
     *
     * @return nanoseconds since the picture before it, 0 if it begins a movement
     */
    public long shown(long now, long inputNanos) {
        long gap = lastFrame == 0 ? 0 : now - lastFrame;
        lastFrame = now;
        if (running) {
            if (gap > 0) {
                frames.add(gap);
            }
            latencies.add(now - inputNanos);
        }
        return gap;
    }

    /** Statistics of the newest frames. */
    public Figures figures() {
        return new Figures(frames.percentiles(), latencies.percentiles(), pulses.percentiles());
    }

    /** Times between pictures, from input to picture, and between the clock's ticks. */
    public record Figures(Percentiles frames, Percentiles latencies, Percentiles pulses) {}

    /** In milliseconds; all 0 while nothing was counted. {@code within33} is a share from 0 to 1. */
    public record Percentiles(int count, double p50, double p95, double p99, double max, double within33) {}

    private static final class Series {
        private final long[] values;
        private final long[] sorted;
        private int next;
        private int count;

        Series(int count) {
            values = new long[count];
            sorted = new long[count];
        }

        void clear() {
            next = 0;
            count = 0;
        }

        void add(long nanos) {
            values[next] = nanos;
            next = (next + 1) % values.length;
            count = Math.min(count + 1, values.length);
        }

        Percentiles percentiles() {
            if (count == 0) {
                return new Percentiles(0, 0, 0, 0, 0, 0);
            }
            System.arraycopy(values, 0, sorted, 0, count);
            Arrays.sort(sorted, 0, count);
            int within = 0;
            while (within < count && sorted[within] <= 33_000_000L) {
                within++;
            }
            return new Percentiles(
                    count, at(0.5), at(0.95), at(0.99), sorted[count - 1] / 1e6, within / (double) count);
        }

        /** The smallest value that a share {@code p} of all does not exceed. */
        private double at(double p) {
            return sorted[Math.max(0, (int) Math.ceil(p * count) - 1)] / 1e6;
        }
    }
}
