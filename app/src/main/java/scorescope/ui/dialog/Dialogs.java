package scorescope.ui.dialog;

import java.nio.file.Path;
import java.util.Optional;

/** All questions that the window asks in windows of their own. Tests and headless runs answer them themselves. */
public interface Dialogs {
    /** Nobody is there to ask. */
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

    /** Which session to open; empty if the person thinks better of it. */
    Optional<Path> openSession();

    /** Which file of points to import; empty if the person thinks better of it, or is not there to be asked. */
    default Optional<Path> openPoints() {
        return Optional.empty();
    }

    /** Which file of weights to go on with; empty likewise. */
    default Optional<Path> openWeights() {
        return Optional.empty();
    }

    /** Where to save the weights of a training; empty likewise. */
    default Optional<Path> saveWeights(String suggestedName) {
        return Optional.empty();
    }

    /** Where to save the session. */
    Optional<Path> saveSession(String suggestedName);

    /** Where to write the figure; its ending says in which format. */
    Optional<Path> exportFigure(String suggestedName);

    /** Where to save an animation; its ending says in which format. Empty likewise. */
    default Optional<Path> exportAnimation(String suggestedName) {
        return Optional.empty();
    }
}
