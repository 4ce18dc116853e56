package scorescope.plot.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;

/**
 * How a study moves.
 *
 * @param seconds from beginning to end at usual speed
 * @param steps into how many single steps the whole is divided
 * @param says where it stands at a moment, in a few words
 */
public record StudyClock(double seconds, int steps, DoubleFunction<String> says) {
    private static final Pattern PARTS = Pattern.compile(": | · |, | of | behind ");

    /** What it says at a moment, then the same with ever less behind it, for where room is short. */
    public List<String> ways(double moment) {
        var words = says.apply(moment);
        var ways = new ArrayList<String>();
        ways.add(words);
        PARTS.matcher(words).results().forEach(end -> ways.add(1, words.substring(0, end.start())));
        return ways;
    }

    /** The nearest whole step to a moment. */
    public int step(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * steps);
    }
}
