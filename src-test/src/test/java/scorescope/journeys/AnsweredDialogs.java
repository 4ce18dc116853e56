package scorescope.journeys;

import java.nio.file.Path;
import java.util.Optional;
import scorescope.ui.dialog.Dialogs;

/** File dialogs that all choose the same file. */
final class AnsweredDialogs implements Dialogs {
    private volatile Optional<Path> answer = Optional.empty();

    void answer(Path file) {
        answer = Optional.of(file);
    }

    @Override
    public Optional<Path> openSession() {
        return answer;
    }

    @Override
    public Optional<Path> openPoints() {
        return answer;
    }

    @Override
    public Optional<Path> openWeights() {
        return answer;
    }

    @Override
    public Optional<Path> saveWeights(String suggestedName) {
        return answer;
    }

    @Override
    public Optional<Path> saveSession(String suggestedName) {
        return answer;
    }

    @Override
    public Optional<Path> exportFigure(String suggestedName) {
        return answer;
    }

    @Override
    public Optional<Path> exportAnimation(String suggestedName) {
        return answer;
    }
}
