package scorescope.core.training;

import java.util.List;
import scorescope.core.objective.Batch;
import scorescope.core.words.CoreWords;

/**
 * Detects divergence of a training: a loss or gradient norm that is not finite, or a loss far above the first one. Stores
 * the last weights that gave a finite, moderate loss, which are shown after a divergence.
 */
final class DivergenceWatch {
    /** A loss this many times the first one (or 1) counts as divergence. */
    private static final double EXPLOSION = 1e4;

    private static final int STEPS_PER_CHECKPOINT = 50;

    private final float[] good;
    private double firstLoss;

    /** @param start the weights that training begins with; copied */
    DivergenceWatch(float[] start) {
        good = start.clone();
    }

    /**
     * Whether training has failed.
     *
     * @param step steps taken before
     * @param loss loss of this step's batch
     * @param norm norm of its gradient
     */
    boolean diverged(long step, double loss, double norm) {
        return !Double.isFinite(loss)
                || !Double.isFinite(norm)
                || (step > 0 && Math.abs(loss) > EXPLOSION * Math.max(1, Math.abs(firstLoss)));
    }

    /**
     * Receives {@code weights} that gave a moderate loss after {@code step} steps, and copies them at every
     * {@value #STEPS_PER_CHECKPOINT}th step.
     */
    void sound(long step, double loss, float[] weights) {
        if (step == 0) {
            firstLoss = loss;
        }
        if (step % STEPS_PER_CHECKPOINT == 0) {
            System.arraycopy(weights, 0, good, 0, good.length);
        }
    }

    /** Overwrites {@code weights} with the last ones stored. */
    void fallBack(float[] weights) {
        System.arraycopy(good, 0, weights, 0, good.length);
    }

    /** Message for a diverged step: the fault, the noise level with the largest loss, and the remedy. */
    static String advice(long step, double loss, List<Batch> batches, TrainingSettings settings) {
        return CoreWords.text(
                "core.training.diverged",
                CoreWords.text(Double.isFinite(loss) ? "core.training.exploded" : "core.training.not-a-number"),
                step + 1,
                worstRatio(batches),
                settings.learningRate().initial(),
                settings.clipNorm());
    }

    /** σ/α of the sample with the largest loss, or of the first sample whose loss is NaN. */
    private static double worstRatio(List<Batch> batches) {
        double worst = -1;
        double ratio = Double.NaN;
        for (var batch : batches) {
            for (int j = 0; j < batch.size(); j++) {
                double size = Math.abs(batch.losses()[j]);
                if (Double.isNaN(size)) {
                    return batch.sigma()[j] / batch.alpha()[j];
                }
                if (size > worst) {
                    worst = size;
                    ratio = batch.sigma()[j] / batch.alpha()[j];
                }
            }
        }
        return ratio;
    }

    double firstLoss() {
        return firstLoss;
    }

    /** The last weights stored; the array itself, not a copy. */
    float[] good() {
        return good;
    }

    /** Restores the state of another watch. */
    void restore(double earlierFirstLoss, float[] earlierGood) {
        firstLoss = earlierFirstLoss;
        System.arraycopy(earlierGood, 0, good, 0, good.length);
    }
}
