package scorescope.plot.study.run;

import java.util.List;
import java.util.function.DoubleFunction;
import scorescope.words.Sentence;

/**
 * How a study moves.
 *
 * @param seconds from beginning to end at usual speed
 * @param steps into how many single steps the whole is divided
 * @param says where it stands at a moment, in a few words
 */
public record StudyClock(double seconds, int steps, DoubleFunction<Sentence> says) {
    /** Where it stands at a moment. */
    public String says(double moment) {
        return says.apply(moment).text();
    }

    /** The same, then with ever less of it, for where room is short. */
    public List<String> readOuts(double moment) {
        return says.apply(moment).forms();
    }

    /** The nearest whole step to a moment. */
    public int step(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * steps);
    }
}
