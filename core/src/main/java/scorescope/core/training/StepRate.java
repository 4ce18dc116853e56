package scorescope.core.training;

/** Steps per second of a run, measured once a second. */
final class StepRate {
    private static final long NANOS_PER_RATE = 1_000_000_000;

    private long markNanos;
    private long markStep;
    private double perSecond;

    /**
     * Begins to measure at {@code step}, at time {@code now} in nanoseconds of {@link System#nanoTime}; the rate is 0 until
     * the first measurement.
     */
    void begin(long step, long now) {
        markNanos = now;
        markStep = step;
        perSecond = 0;
    }

    /** Updates the rate at the first call, until a second has passed, and then once per second. */
    void measure(long step, long now) {
        long elapsed = now - markNanos;
        if (elapsed > 0 && (perSecond == 0 || elapsed > NANOS_PER_RATE)) {
            perSecond = (step - markStep) * 1e9 / elapsed;
        }
        if (elapsed > NANOS_PER_RATE) {
            markNanos = now;
            markStep = step;
        }
    }

    /** Steps per second; 0 before the first measurement. */
    double perSecond() {
        return perSecond;
    }
}
