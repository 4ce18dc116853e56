package scorescope.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import scorescope.core.Watcher;
import scorescope.words.Words;

/**
 * Shows the kind of long work and its progress on one line of a terminal, which is overwritten. Writes nothing without
 * a terminal.
 */
final class WorkProgress implements Watcher {
    /** Time between two outputs, and before the first, in ns. */
    private static final long PAUSE = 500_000_000;

    private static final int WIDTH = 60;

    private final Console console;
    private final boolean shown;
    private final long pause;
    private final AtomicLong said = new AtomicLong(System.nanoTime());
    private boolean written;

    WorkProgress(Console console) {
        this(
                console,
                Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent(),
                PAUSE);
    }

    WorkProgress(Console console, boolean shown, long pause) {
        this.console = console;
        this.shown = shown;
        this.pause = pause;
    }

    @Override
    public void reached(Work work, double share) {
        if (!shown) {
            return;
        }
        if (share >= 1) {
            clear();
            return;
        }
        long before = said.get();
        long time = System.nanoTime();
        if (time - before >= pause && said.compareAndSet(before, time)) {
            write(Words.text("cli.progress.line", Words.text("figure.progress." + work.id()), (int) (100 * share)));
        }
    }

    private synchronized void write(String line) {
        console.err().print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        console.err().flush();
        written = true;
    }

    /** Clears the line. */
    synchronized void clear() {
        if (written) {
            console.err().print("\r" + " ".repeat(WIDTH) + "\r");
            console.err().flush();
            written = false;
        }
    }
}
