package scorescope.plot.export;

import scorescope.core.BadInputException;
import scorescope.core.parameter.Parameter;
import scorescope.words.Words;

/**
 * How an animation runs.
 *
 * @param seconds from the first frame to the end of the last, without {@code hold}
 * @param fps frames per second
 * @param loop number of plays; 0 for endless
 * @param hold how long the last frame stays before the animation begins again, in seconds
 */
public record AnimationTiming(double seconds, double fps, int loop, double hold) {
    public static final Parameter.Real SECONDS = new Parameter.Real(
            "seconds", "", Words.constant("film.unit.seconds"), 6, 0.1, 600, true, Words.constant("film.help.seconds"));
    public static final Parameter.Real FPS = new Parameter.Real(
            "fps", "", Words.constant("film.unit.fps"), 30, 1, 120, true, Words.constant("film.help.fps"));
    public static final Parameter.Whole LOOP =
            new Parameter.Whole("loop", "", 0, 0, 65_535, Words.constant("film.help.loop"));
    public static final Parameter.Real HOLD = new Parameter.Real(
            "hold-last", "", Words.constant("film.unit.seconds"), 1, 0, 60, false, Words.constant("film.help.hold"));

    /** Six seconds at 30 frames per second, endless. */
    public static final AnimationTiming STANDARD =
            new AnimationTiming(SECONDS.standard(), FPS.standard(), (int) LOOP.standard(), HOLD.standard());

    private static final int MOST_FRAMES = 10_000;

    /** @throws BadInputException if a number is out of its range, or there are fewer than 2 frames or more than 10,000 */
    public AnimationTiming {
        double unusedSeconds = SECONDS.parse(seconds, option(SECONDS));
        double unusedFps = FPS.parse(fps, option(FPS));
        long unusedLoop = LOOP.parse((long) loop, option(LOOP));
        double unusedHold = HOLD.parse(hold, option(HOLD));
        long count = Math.round(seconds * fps);
        if (count < 2 || count > MOST_FRAMES) {
            throw new BadInputException(
                    option(FPS),
                    Words.text("film.timing.frames", count),
                    Words.text("film.timing.choose-frames", MOST_FRAMES));
        }
    }

    /** The name of a parameter on the command line. */
    public static String option(Parameter<?> parameter) {
        return "--" + parameter.key();
    }

    public int frames() {
        return (int) Math.round(seconds * fps);
    }

    /**
     * Duration of a frame in units. Each frame ends at a whole number of units after the beginning, so that rounding
     * errors do not accumulate.
     *
     * @param frame the first being 0
     * @param units number of time units in a second
     */
    public int shown(int frame, int units) {
        long begin = Math.round(frame * units / fps);
        long end = Math.round((frame + 1) * units / fps);
        long pause = frame + 1 == frames() ? Math.round(hold * units) : 0;
        return (int) (end - begin + pause);
    }
}
