package scorescope.plot.study.run;

import java.util.List;
import java.util.function.DoubleFunction;
import scorescope.words.Sentence;

/**
 * The clock of a study that moves.
 *
 * @param seconds from beginning to end at usual speed
 * @param steps number of single steps from beginning to end
 * @param says a short text for a moment
 */
public record StudyClock(double seconds, int steps, DoubleFunction<Sentence> says) {
    /** The text for a moment. */
    public String says(double moment) {
        return says.apply(moment).text();
    }

    /** The text for a moment, followed by shorter and shorter forms for little space. */
    public List<String> readOuts(double moment) {
        return says.apply(moment).forms();
    }

    /** The nearest whole step to a moment. */
    public int step(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * steps);
    }
}
