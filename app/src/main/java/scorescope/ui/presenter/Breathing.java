package scorescope.ui.presenter;

import scorescope.session.NoiseSpec;
import scorescope.ui.background.Pulses;
import scorescope.ui.model.WindowModel;
import scorescope.ui.noise.NoiseScale;

/**
 * Sweeps the noise level through its range and back, uniformly along the noise bar, without steps of undo. With reduced
 * motion it jumps between a few levels.
 */
final class Breathing {
    private static final double SECONDS = 16;

    /** Jumps from one end of the noise bar to the other with reduced motion: one each 2 s. */
    private static final int JUMPS = 4;

    private final WindowModel model;
    private final Pulses.Listener pulses;
    private boolean running;
    private long startNanos;
    private double from;
    private NoiseSpec before;

    Breathing(WindowModel model, Pulses pulses) {
        this.model = model;
        this.pulses = pulses.listen(this::pulse);
        before = model.session().noise();
    }

    boolean running() {
        return running;
    }

    void start() {
        before = model.session().noise();
        var scale = NoiseScale.of(model);
        from = Math.clamp(scale.position(scale.valueOf(before)), 0, 1);
        startNanos = System.nanoTime();
        running = true;
        pulses.wake();
    }

    /** Stops and restores the level at which it began. */
    void stop() {
        if (running) {
            running = false;
            model.amend(session -> session.withNoise(before));
        }
    }

    /**
     * Position along the noise bar, from 0 to 1.
     *
     * @param phase 1 after one sweep from end to end, 2 after the way back
     */
    static double position(double phase, boolean reducedMotion) {
        double smooth = 1 - Math.abs(phase % 2 - 1);
        return reducedMotion ? Math.rint(JUMPS * smooth) / JUMPS : smooth;
    }

    private boolean pulse() {
        if (running) {
            double phase = from + 2e-9 * (System.nanoTime() - startNanos) / SECONDS;
            var scale = NoiseScale.of(model);
            var noise =
                    scale.spec(scale.value(position(phase, model.preferences().reducedMotion())));
            model.amend(session -> session.withNoise(noise));
        }
        return running;
    }
}
