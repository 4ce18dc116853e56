package scorescope.ui.model;

import java.util.List;
import java.util.Optional;
import scorescope.core.measure.ScoreError;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;
import scorescope.core.training.TrainingState;
import scorescope.ui.background.Background;
import scorescope.ui.background.Cores.Work;

/**
 * Relative error of a learned score at one noise level, E‖s_θ − s‖² / E‖s‖² under p_σ, estimated by Monte Carlo with
 * the same points each time. Measured in the background, at most a few times a second.
 */
final class ErrorMeter {
    private static final int POINTS = 512;
    private static final long NANOS_BETWEEN = 500_000_000;
    private static final long SEED = 20_260;

    private final Background background;
    private volatile Measured latest = new Measured(Optional.empty(), NoiseLevel.plain(0), Estimate.UNKNOWN);
    private volatile boolean busy;
    private long lastRequestNanos;

    /**
     * @param exact the reference score; empty before the first measurement
     */
    private record Measured(Optional<MixtureScore> exact, NoiseLevel level, Estimate error) {
        boolean isOf(MixtureScore wanted, NoiseLevel at) {
            return level.equals(at) && exact.filter(one -> one == wanted).isPresent();
        }
    }

    ErrorMeter(Background background) {
        this.background = background;
    }

    /**
     * The newest error relative to {@code exact} at {@code level} with two standard errors; NaN while there is none.
     */
    Estimate latest(MixtureScore exact, NoiseLevel level) {
        var measured = latest;
        return measured.isOf(exact, level) ? measured.error() : Estimate.UNKNOWN;
    }

    /** Requests the error of {@code state}; ignored during a measurement and shortly after one. */
    void ask(TrainingState state, MixtureScore exact, NoiseLevel level) {
        if (state.step() == 0) {
            latest = new Measured(Optional.of(exact), level, Estimate.UNKNOWN);
            return;
        }
        long now = System.nanoTime();
        if (busy || level.sigma() == 0 || now - lastRequestNanos < NANOS_BETWEEN) {
            return;
        }
        lastRequestNanos = now;
        busy = true;
        var unused = background.once(Work.ERROR, () -> {
            try {
                latest = new Measured(
                        Optional.of(exact),
                        level,
                        new ScoreError(exact, POINTS, SEED)
                                .measure(state.score(), List.of(level))
                                .getFirst()
                                .share());
                return latest;
            } finally {
                busy = false;
            }
        });
    }
}
