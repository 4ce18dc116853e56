package scorescope.plot.study.learning;

import java.util.Optional;
import scorescope.core.Watcher;
import scorescope.core.memo.StepCache;
import scorescope.core.network.Weights;
import scorescope.core.score.LearnedScore;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingTask;

/**
 * What one step of a training that begins anew does to its network.
 *
 * @param before the network's score before the step
 * @param after the same after it
 * @param gradientNorm the norm of the loss's gradient, before clipping
 * @param rate the learning rate of the step
 * @param moved the norm of the change of the weights
 */
record TrainingUpdate(LearnedScore before, LearnedScore after, double gradientNorm, double rate, double moved) {
    /** All steps of a training, each computed from the one before. */
    static final class Course {
        private final Trainer trainer;
        private final TrainingTask task;
        private final StepCache<Optional<TrainingUpdate>> steps;

        Course(TrainingTask task, TrainingData data) {
            this.task = task;
            trainer = new Trainer(task, data);
            steps = new StepCache<>(Optional.empty(), (_, step) -> next(step));
        }

        /**
         * A step, counted from 1.
         *
         * @return empty if the training has ended before
         */
        Optional<TrainingUpdate> at(int step) {
            int from = steps.reached();
            var watcher = Watcher.current();
            for (int next = from + 1; next <= step; next++) {
                watcher.step(Watcher.Work.TRAINING, (next - from) / (double) (step - from + 1));
                steps.at(next);
            }
            return steps.at(step);
        }

        /** The last step that is computed. */
        int reached() {
            return steps.reached();
        }

        private Optional<TrainingUpdate> next(int step) {
            if (!trainer.state().status().canStep()) {
                return Optional.empty();
            }
            var before = trainer.state();
            trainer.step(1);
            var after = trainer.state();
            return Optional.of(new TrainingUpdate(
                    before.newestScore(),
                    after.newestScore(),
                    trainer.gradientNorm(),
                    task.settings().learningRate().at(step),
                    distance(before.weights(), after.weights())));
        }

        private static double distance(Weights a, Weights b) {
            float[] from = a.thaw().values();
            float[] to = b.thaw().values();
            double sum = 0;
            for (int i = 0; i < from.length; i++) {
                sum += Math.pow((double) to[i] - from[i], 2);
            }
            return Math.sqrt(sum);
        }
    }
}
