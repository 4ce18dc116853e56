package scorescope.core.training;

import java.util.Optional;
import scorescope.core.network.Weights;
import scorescope.core.score.Domain;
import scorescope.core.score.LearnedScore;

/**
 * State of training after {@code step} steps. Immutable.
 *
 * @param steps number of steps of the whole run
 * @param loss loss of the newest batch; NaN before the first step
 * @param smoothedLoss exponential mean of the losses over about 50 steps; NaN before the first step
 * @param history the loss of every step
 * @param levelLosses the loss by noise level
 * @param weights current weights; after a divergence the last good ones
 * @param average the moving average of the weights, if there is one
 * @param domain range in which the score is trained
 * @param stepsPerSecond steps per second, measured over about one second; 0 while paused
 * @param advice remedy if training cannot continue; otherwise empty
 */
public record TrainingState(
        long step,
        long steps,
        double loss,
        double smoothedLoss,
        LossHistory history,
        LevelLosses levelLosses,
        Weights weights,
        Optional<Weights> average,
        Domain domain,
        double stepsPerSecond,
        Status status,
        String advice) {
    /**
     * PAUSED: steps can be taken. RUNNING. FINISHED: all steps taken. DIVERGED: the loss exploded
     * or is not a number. FAILED: training could not run at all.
     */
    public enum Status {
        PAUSED,
        RUNNING,
        FINISHED,
        DIVERGED,
        FAILED;

        /** Whether another step can be taken. */
        public boolean canStep() {
            return this == PAUSED || this == RUNNING;
        }
    }

    /** The learned score: that of the averaged weights if there is a moving average. */
    public LearnedScore score() {
        return new LearnedScore(average.orElse(weights), domain);
    }

    /** The score of the current weights, not averaged. */
    public LearnedScore newestScore() {
        return new LearnedScore(weights, domain);
    }

    TrainingState with(Status changed, String advice, double stepsPerSecond) {
        return new TrainingState(
                step,
                steps,
                loss,
                smoothedLoss,
                history,
                levelLosses,
                weights,
                average,
                domain,
                stepsPerSecond,
                changed,
                advice);
    }
}
