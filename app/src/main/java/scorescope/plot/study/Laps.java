package scorescope.plot.study;

import scorescope.core.training.Trainer;
import scorescope.plot.ChartAxis;

/**
 * A training in equal parts, for studies that look at it after each of them.
 *
 * @param steps of the whole training
 */
record Laps(long steps) {
    static final int COUNT = 40;

    /** The lap at a moment of the study. */
    int at(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * COUNT);
    }

    /** The steps taken after so many laps. */
    long step(int lap) {
        return steps * lap / COUNT;
    }

    /** Trains to the end of a lap, or as far as it goes. */
    void train(Trainer trainer, int lap, int workers) {
        boolean more = true;
        while (more && trainer.steps() < step(lap)) {
            more = trainer.step(workers);
        }
    }

    /** A clock whose steps are laps. */
    StudyClock clock(double seconds) {
        return new StudyClock(seconds, COUNT, moment -> "step " + step(at(moment)) + " of " + steps);
    }

    /** All steps, for charts over them. */
    ChartAxis axis() {
        return ChartAxis.linear("steps", 0, (double) steps);
    }
}
