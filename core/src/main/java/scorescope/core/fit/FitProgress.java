package scorescope.core.fit;

import scorescope.core.Watcher;

/**
 * How far a fit is. Fits of 1, 2, … n Gaussians follow each other, and the search for each has stages. Safe for several
 * threads.
 */
final class FitProgress {
    private final Watcher watcher = Watcher.current();
    private final int count;
    private int begun;

    /** @param count how many Gaussians are wanted */
    FitProgress(int count) {
        this.count = count;
    }

    /** The search for so many Gaussians begins. */
    void begin(int gaussians) {
        begun = gaussians - 1;
        reached(0);
    }

    /**
     * @param share of the search for the present number of Gaussians
     * @throws java.util.concurrent.CancellationException if the fit is not wanted any more
     */
    void reached(double share) {
        watcher.step(Watcher.Work.FIT, (begun + share) / count);
    }

    /** Part {@code done} of {@code all} of a stage that lies between two shares of the search. */
    void reached(double from, double to, int done, int all) {
        reached(from + (to - from) * done / all);
    }

    /** @throws java.util.concurrent.CancellationException if the fit is not wanted any more */
    void requireWanted() {
        watcher.requireWanted();
    }
}
