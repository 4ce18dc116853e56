package scorescope.core.fit;

import scorescope.core.Watcher;

/**
 * Progress of a fit, in which searches for 1, 2, … n Gaussians follow each other, each with several stages. Safe for several
 * threads.
 */
final class FitProgress {
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
        watcher.step(Watcher.Work.FIT, (startsDone + share) / count);
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
