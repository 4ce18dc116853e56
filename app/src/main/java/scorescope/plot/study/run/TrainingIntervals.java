package scorescope.plot.study.run;

import scorescope.core.training.Trainer;
import scorescope.plot.chart.ChartAxis;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * A training in equal parts, for studies that look at it after each of them.
 *
 * @param steps of the whole training
 */
public record TrainingIntervals(long steps) {
    public static final int COUNT = 40;

    /** The lap at a moment of the study. */
    public int at(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * COUNT);
    }

    /** The steps taken after so many laps. */
    public long step(int lap) {
        return steps * lap / COUNT;
    }

    /** Trains to the end of a lap, or as far as it goes. */
    public void train(Trainer trainer, int lap, int workers) {
        boolean more = true;
        while (more && trainer.steps() < step(lap)) {
            more = trainer.step(workers);
        }
    }

    /** A clock whose steps are laps. */
    public StudyClock clock(double seconds) {
        return new StudyClock(
                seconds, COUNT, moment -> Sentence.of("study.training-intervals.step", step(at(moment)), steps));
    }

    /** All steps, for charts over them. */
    public ChartAxis axis() {
        return ChartAxis.linear(Words.text("study.training-intervals.steps"), 0, (double) steps);
    }
}
