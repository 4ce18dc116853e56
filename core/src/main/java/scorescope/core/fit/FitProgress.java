package scorescope.core.fit;

import scorescope.core.Watcher;

/**
 * Progress of a fit, in which searches for 1, 2, … n Gaussians follow each other, each with several stages, and then both
 * divergences. Safe for several
 * threads.
 */
final class FitProgress {
    /** Progress at the end of the search. */
    private static final double SEARCHED = 0.6;

    private final Watcher watcher = Watcher.current();
    private final int count;
    private int startsDone;

    /** @param count number of Gaussians n */
    FitProgress(int count) {
        this.count = count;
    }

    /** Begins the search for {@code gaussians} Gaussians. */
    void begin(int gaussians) {
        startsDone = gaussians - 1;
        reached(0);
    }

    /**
     * @param share completed share of the search for the current number of Gaussians
     * @throws java.util.concurrent.CancellationException if the fit was cancelled
     */
    void reached(double share) {
        watcher.step(Watcher.Work.FIT, SEARCHED * (startsDone + share) / count);
    }

    /** {@code divergences} of the two are known. */
    void measured(int divergences) {
        watcher.step(Watcher.Work.FIT, SEARCHED + (1 - SEARCHED) * divergences / 2);
    }

    /** Part {@code done} of {@code all} of a stage that lies between two shares of the search. */
    void reached(double from, double to, int done, int all) {
        reached(from + (to - from) * done / all);
    }

    /** @throws java.util.concurrent.CancellationException if the fit was cancelled */
    void requireWanted() {
        watcher.requireWanted();
    }
}
