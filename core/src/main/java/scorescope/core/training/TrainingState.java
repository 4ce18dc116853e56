package scorescope.core.training;

import java.util.Optional;
import scorescope.core.network.Weights;
import scorescope.core.score.Domain;
import scorescope.core.score.LearnedScore;

/**
 * How training stands after {@code step} steps. Immutable.
 *
 * @param steps the number asked for
 * @param loss of the newest batch; NaN before the first step
 * @param smoothedLoss exponential mean of the losses over some 50 steps; NaN before the first
 * @param history the loss of every step
 * @param levelLosses the loss by noise level
 * @param weights as they are now; after a divergence the last good ones
 * @param average the moving average of the weights, if one is kept
 * @param domain where the learned score is at home
 * @param stepsPerSecond measured over the last second or so; 0 while it stands
 * @param advice what to do if it cannot go on; empty while all is well
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
     * PAUSED: steps can be taken, nobody takes them. RUNNING. FINISHED: all steps taken. DIVERGED: the loss exploded
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

    /** The score of the weights as they are now, not averaged. */
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
