package scorescope.ui.model;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.PhiloxNoise;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.core.training.TrainingState;

/**
 * Relative error of a learned score at one noise level, E‖s_θ − s‖² / E‖s‖² under p_σ, by Monte Carlo with the same
 * points each time. Measured in the background, a few times a second at most.
 */
final class ErrorMeter implements AutoCloseable {
    private static final int POINTS = 512;
    private static final long NANOS_BETWEEN = 500_000_000;
    private static final long SEED = 20_260;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("scorescope-error").factory());
    private volatile double latest = Double.NaN;
    private volatile boolean busy;
    private long asked;

    /** The newest figure; NaN while there is none. */
    double latest() {
        return latest;
    }

    /** Asks for the error of {@code state}; ignored while one is being measured or was just now. */
    void ask(TrainingState state, GaussianMixture mixture, NoiseLevel level) {
        if (state.step() == 0) {
            latest = Double.NaN;
            return;
        }
        long now = System.nanoTime();
        if (busy || level.sigma() == 0 || now - asked < NANOS_BETWEEN) {
            return;
        }
        asked = now;
        busy = true;
        thread.execute(() -> {
            try {
                latest = relativeError(state.score(), mixture, level);
            } finally {
                busy = false;
            }
        });
    }

    static double relativeError(ScoreField learned, GaussianMixture mixture, NoiseLevel level) {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        double[] zx = new double[POINTS];
        double[] zy = new double[POINTS];
        mixture.draw(SEED, x, y);
        new PhiloxNoise(SEED).gaussian(0, 0, 0, POINTS, zx, zy);
        for (int i = 0; i < POINTS; i++) {
            x[i] = level.alpha() * x[i] + level.sigma() * zx[i];
            y[i] = level.alpha() * y[i] + level.sigma() * zy[i];
        }
        double[] exactX = new double[POINTS];
        double[] exactY = new double[POINTS];
        new MixtureScore(mixture).score(x, y, 0, POINTS, level, exactX, exactY);
        learned.score(x, y, 0, POINTS, level, zx, zy);
        double error = 0;
        double size = 0;
        for (int i = 0; i < POINTS; i++) {
            error += square(zx[i] - exactX[i]) + square(zy[i] - exactY[i]);
            size += square(exactX[i]) + square(exactY[i]);
        }
        return error / size;
    }

    private static double square(double value) {
        return value * value;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
