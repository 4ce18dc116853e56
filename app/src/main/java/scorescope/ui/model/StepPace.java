package scorescope.ui.model;

/**
 * Number of steps to take at each pulse of the screen for a given rate of steps per second: one at every pulse if both
 * rates are 60 per second, none at some pulses on a faster screen. Late pulses take no more steps than others: a busy
 * machine plays more slowly instead of taking on more work.
 */
public final class StepPace {
    /** Duration of a run at speed 1, in s, whatever its number of steps. */
    public static final double SECONDS = 8;

    /** Assumed number of steps of a run whose length is not known before it ends. */
    private static final int USUAL_STEPS = 100;

    private static final double USUAL_PERIOD = 1.0 / 60;

    /**
     * Longest time between pulses of a running screen, in s; a longer gap means that the window was not being updated.
     */
    private static final double LONGEST = 0.025;

    private static final double SMOOTHING = 0.02;

    /**
     * If the number of steps per pulse is within this distance of a whole number, the whole number is used: an even
     * rhythm matters more than the exact pace.
     */
    private static final double NEARLY = 0.12;

    private double period = USUAL_PERIOD;
    private double credit;
    private long last;

    /**
     * Steps per second.
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
