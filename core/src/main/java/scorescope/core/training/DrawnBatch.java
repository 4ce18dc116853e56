package scorescope.core.training;

import scorescope.core.objective.Batch;

/** The batch of one step as training draws it, for display. */
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
        var requirements = task.objective(data).requirements();
        var batches = new Batch[] {
            new Batch(half, total, requirements.vectors()), new Batch(total - half, total, requirements.vectors())
        };
        var source =
                new BatchSource(data, task.draw(), requirements, task.settings().seed());
        source.draw(step, 0, batches[0]);
        source.draw(step, half, batches[1]);
        return batches;
    }
}
