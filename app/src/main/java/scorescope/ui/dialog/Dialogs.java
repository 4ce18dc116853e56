package scorescope.ui.dialog;

import java.nio.file.Path;
import java.util.Optional;

/** The dialogs that ask for a file. Tests and headless runs replace them. An empty answer means that none was chosen. */
public interface Dialogs {
    /** Dialogs that choose no file. */
    Dialogs NOBODY = new Dialogs() {
        @Override
        public Optional<Path> openSession() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveSession(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> exportFigure(String suggestedName) {
            return Optional.empty();
        }
    };

    /** The session to open. */
    Optional<Path> openSession();

    /** The file of points, or the picture, to import. */
    default Optional<Path> openPoints() {
        return Optional.empty();
    }

    /** The file of weights from which to continue a training. */
    default Optional<Path> openWeights() {
        return Optional.empty();
    }

    /** The file to save the weights of a training to. */
    default Optional<Path> saveWeights(String suggestedName) {
        return Optional.empty();
    }

    /** The file to save the session to. */
    Optional<Path> saveSession(String suggestedName);

    /** The file to write the figure to; its extension gives the format. */
    Optional<Path> exportFigure(String suggestedName);

    /** The file to save an animation to; its extension gives the format. */
    default Optional<Path> exportAnimation(String suggestedName) {
        return Optional.empty();
    }
}
