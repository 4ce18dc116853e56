package scorescope.core.sampling;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.words.CoreWords;

/** Checks and diagnostics that all samplers share. */
public final class Progress {
    private Progress() {}

    public static void requireRunning(State state, State spare) {
        if (state.diagnostics().status() != Status.RUNNING) {
            throw new IllegalStateException("the run has ended: " + state.diagnostics());
        }
        if (state.x() == spare.x()) {
            throw new IllegalArgumentException("the spare state may not share arrays with the state");
        }
    }

    /** Runs {@code work} on all particles of {@code next}. Returns whether all positions are finite afterwards. */
    public static boolean each(State next, ParticleBlocks blocks, ParticleBlocks.Work work) {
        var diverged = new AtomicBoolean();
        blocks.each(next.particles(), (from, to) -> {
            work.on(from, to);
            if (!finite(next.x(), next.y(), from, to)) {
                diverged.set(true);
            }
        });
        return !diverged.get();
    }

    /** Diagnostics after {@code step} of {@code steps} steps. */
    public static Diagnostics after(int step, int steps, long evaluations, boolean finite, Supplier<String> advice) {
        if (!finite) {
            return new Diagnostics(
                    evaluations, Status.DIVERGED, CoreWords.text("core.sampling.diverged", step, advice.get()));
        }
        return new Diagnostics(evaluations, step < steps ? Status.RUNNING : Status.DONE, "");
    }

    static boolean finite(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!(Math.abs(x[i]) <= Double.MAX_VALUE && Math.abs(y[i]) <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }
}
