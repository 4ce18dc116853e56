package scorescope.core.training;

import java.util.Optional;
import scorescope.core.network.Weights;
import scorescope.core.score.Domain;
import scorescope.core.score.LearnedScore;

/**
 * State of training after {@code step} steps. Immutable.
 *
 * @param steps the number asked for
 * @param loss of the newest batch; NaN before the first step
 * @param smoothedLoss exponential mean of the losses over some 50 steps; NaN before the first
 * @param history the loss of every step
 * @param levelLosses the loss by noise level
 * @param weights present ones; after a divergence the last good ones
 * @param average the moving average of the weights, if one is kept
 * @param domain range in which the score is trained
 * @param stepsPerSecond measured over the last second or so; 0 while paused
 * @param advice remedy if training cannot go on; else empty
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

        /** Whether a step can follow. */
        public boolean canStep() {
            return this == PAUSED || this == RUNNING;
        }
    }

    /** The score that was learned: that of the averaged weights if an average is kept. */
    public LearnedScore score() {
        return new LearnedScore(average.orElse(weights), domain);
    }

    /** The score of the present weights, not averaged. */
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
