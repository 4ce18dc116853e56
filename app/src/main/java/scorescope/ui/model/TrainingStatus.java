package scorescope.ui.model;

import scorescope.core.quadrature.Estimate;
import scorescope.core.training.TrainingState;

/**
 * The status of training, for read-outs.
 *
 * @param phase what it is doing
 * @param step steps taken
 * @param steps total number of steps requested
 * @param stepsPerSecond measured over about the last second; 0 while training is paused
 * @param loss the newest loss, smoothed; NaN before the first step
 * @param error relative error E‖s_θ − s‖² / E‖s‖² at the level shown; NaN while unknown
 * @param advice what to do when training cannot continue; empty otherwise
 */
public record TrainingStatus(
        Phase phase, long step, long steps, double stepsPerSecond, double loss, Estimate error, String advice) {
    /**
     * IDLE: nothing learned yet. RUNNING. PAUSED: can continue where it stopped. FINISHED: all steps taken. ELSEWHERE:
     * the network was trained for another distribution; its score is shown, and training can continue with the present
     * one. STALE: the network belongs to other settings; reset to train with the present ones. FAILED: see the advice.
     */
    public enum Phase {
        IDLE,
        RUNNING,
        PAUSED,
        FINISHED,
        ELSEWHERE,
        STALE,
        FAILED
    }

    public static TrainingStatus idle(long steps) {
        return new TrainingStatus(Phase.IDLE, 0, steps, 0, Double.NaN, Estimate.UNKNOWN, "");
    }

    /** @param error of the newest snapshot whose error is known */
    static TrainingStatus of(TrainingState state, Estimate error) {
        var phase =
                switch (state.status()) {
                    case RUNNING -> Phase.RUNNING;
                    case PAUSED -> state.step() == 0 ? Phase.IDLE : Phase.PAUSED;
                    case FINISHED -> Phase.FINISHED;
                    case DIVERGED, FAILED -> Phase.FAILED;
                };
        return new TrainingStatus(
                phase,
                state.step(),
                state.steps(),
                state.stepsPerSecond(),
                state.smoothedLoss(),
                error,
                state.advice());
    }

    /** The status of a training that does not run, for the reason given by {@code phase}. */
    static TrainingStatus standing(Phase phase, TrainingState state, Estimate error, String advice) {
        return new TrainingStatus(phase, state.step(), state.steps(), 0, state.smoothedLoss(), error, advice);
    }

    public boolean running() {
        return phase == Phase.RUNNING;
    }
}
