package scorescope.core.training;

import scorescope.core.objective.Batch;
import scorescope.core.objective.Needs;

/** The batch of one step as training draws it, to look at. */
public final class DrawnBatch {
    private DrawnBatch() {}

    /**
     * Both halves of a step's batch.
     *
     * @param step from 1
     */
    public static Batch[] of(TrainingTask task, TrainingData data, long step) {
        int total = task.settings().batch();
        int half = (total + 1) / 2;
        var batches = new Batch[] {new Batch(half, total), new Batch(total - half, total)};
        var source =
                new BatchSource(data, task.draw(), Needs.SCORE, task.settings().seed());
        source.draw(step, 0, batches[0]);
        source.draw(step, half, batches[1]);
        return batches;
    }
}
