package scorescope.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import scorescope.ui.dialog.Dialogs;

/** File dialogs that choose nothing and count their calls. */
final class CountedDialogs implements Dialogs {
    private final AtomicInteger questions = new AtomicInteger();

    /** Number of dialogs shown. */
    int questions() {
        return questions.get();
    }

    private Optional<Path> count() {
        questions.incrementAndGet();
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
