package scorescope.ui.model;

/**
 * How many steps each pulse of the screen brings, so that there are so many a second: one at every pulse where both are
 * 60 a second, some pulses without one on a faster screen. Pulses that come late bring no more steps than others: a busy
 * machine plays more slowly, and does not take on even more work.
 */
public final class StepPace {
    /** How long a run takes at speed 1, in s, however many steps it has. */
    public static final double SECONDS = 8;

    /** Steps of a run whose length is not known before it ends. */
    private static final int USUAL_STEPS = 100;

    private static final double USUAL_PERIOD = 1.0 / 60;

    /** Gaps longer than this are not of the screen's rhythm: the window stood still. */
    private static final double LONGEST = 0.025;

    private static final double SMOOTHING = 0.02;

    /** So near to a whole number of steps a pulse, an even rhythm is worth more than the exact pace. */
    private static final double NEARLY = 0.12;

    private double period = USUAL_PERIOD;
    private double credit;
    private long last;

    /**
     * Steps a second.
     *
     * @param steps of the whole run; 0 while that is not known
     */
    static double perSecond(double speed, int steps) {
        return speed * (steps > 0 ? steps : USUAL_STEPS) / SECONDS;
    }

    /**
     * @param now in nanoseconds, of any clock
     * @param perSecond steps wanted
     */
    int pulse(long now, double perSecond) {
        double gap = (now - last) * 1e-9;
        last = now;
        if (gap > 0 && gap < LONGEST) {
            period += SMOOTHING * (gap - period);
        }
        double exact = perSecond * period;
        double whole = Math.rint(exact);
        if (whole >= 1 && Math.abs(exact - whole) < NEARLY) {
            credit = 0;
            return (int) whole;
        }
        credit += exact;
        int steps = (int) Math.floor(credit + 0.5);
        credit -= steps;
        return steps;
    }
}
