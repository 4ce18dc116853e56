package scorescope.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import scorescope.ui.dialog.Dialogs;

/** Counts questions and answers none. */
final class CountedDialogs implements Dialogs {
    private final AtomicInteger asked = new AtomicInteger();

    /** How many questions there were. */
    int asked() {
        return asked.get();
    }

    private Optional<Path> count() {
        asked.incrementAndGet();
        return Optional.empty();
    }

    @Override
    public Optional<Path> openSession() {
        return count();
    }

    @Override
    public Optional<Path> openPoints() {
        return count();
    }

    @Override
    public Optional<Path> saveSession(String suggestedName) {
        return count();
    }

    @Override
    public Optional<Path> exportFigure(String suggestedName) {
        return count();
    }

    @Override
    public Optional<Path> exportAnimation(String suggestedName) {
        return count();
    }
}
