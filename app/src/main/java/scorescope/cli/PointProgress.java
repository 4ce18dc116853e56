package scorescope.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import scorescope.core.sampling.flow.FlowLikelihood;
import scorescope.words.Words;

/** How many points are done, on one line of a terminal that is written over; nothing where the output is no terminal. */
final class PointProgress implements FlowLikelihood.Watcher {
    /** In ns: between two writings, and before the first. */
    private static final long PAUSE = 500_000_000;

    private final Console console;
    private final int points;
    private final boolean shown;
    private final long pause;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong said = new AtomicLong(System.nanoTime());

    PointProgress(Console console, int points) {
        this(
                console,
                points,
                Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent(),
                PAUSE);
    }

    PointProgress(Console console, int points, boolean shown, long pause) {
        this.pause = pause;
        this.console = console;
        this.points = points;
        this.shown = shown;
    }

    @Override
    public void done(int more) {
        int now = done.addAndGet(more);
        long before = said.get();
        long time = System.nanoTime();
        boolean end = now == points;
        if (!shown || (!end && time - before < pause) || !said.compareAndSet(before, time)) {
            return;
        }
        console.err()
                .print("\r"
                        + (end
                                ? " ".repeat(60) + "\r"
                                : Words.text("cli.point-progress.points-along-flow", now, points)));
        console.err().flush();
    }
}
