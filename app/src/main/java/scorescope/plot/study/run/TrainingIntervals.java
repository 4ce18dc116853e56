package scorescope.plot.study.run;

import scorescope.core.training.Trainer;
import scorescope.plot.chart.ChartAxis;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * A training divided into {@link #COUNT} equal intervals.
 *
 * @param steps number of steps of the whole training
 */
public record TrainingIntervals(long steps) {
    public static final int COUNT = 40;

    /** The interval at a moment of the study. */
    public int at(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * COUNT);
    }

    /** The number of steps after {@code interval} intervals. */
    public long step(int interval) {
        return steps * interval / COUNT;
    }

    /** Trains to the end of an interval, or until training stops. */
    public void train(Trainer trainer, int interval, int workers) {
        boolean more = true;
        while (more && trainer.steps() < step(interval)) {
            more = trainer.step(workers);
        }
    }

    /** A clock whose steps are intervals. */
    public StudyClock clock(double seconds) {
        return new StudyClock(
                seconds, COUNT, moment -> Sentence.of("study.training-intervals.step", step(at(moment)), steps));
    }

    /** The axis of charts over steps. */
    public ChartAxis axis() {
        return ChartAxis.linear(Words.text("study.training-intervals.steps"), 0, (double) steps);
    }
}
