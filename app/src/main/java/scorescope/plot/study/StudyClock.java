package scorescope.plot.study;

import java.util.function.DoubleFunction;

/**
 * How a study moves.
 *
 * @param seconds from beginning to end at usual speed
 * @param steps into how many single steps the whole is divided
 * @param says where it stands at a moment, in a few words
 */
public record StudyClock(double seconds, int steps, DoubleFunction<String> says) {
    /** The nearest whole step to a moment. */
    public int step(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * steps);
    }
}
