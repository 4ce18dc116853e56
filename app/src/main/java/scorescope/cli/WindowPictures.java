package scorescope.cli;

import java.nio.file.Path;
import scorescope.core.FailedWork;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.words.Words;

/**
 * The part of the window that commands need. The main class passes it to them, so that commands and window do not
 * depend on each other.
 */
public interface WindowPictures {
    /** For programs without a window. */
    WindowPictures NONE = new WindowPictures() {
        @Override
        public Session opening() {
            return SessionDefaults.opening();
        }

        @Override
        public void draw(Session session, int width, int height, boolean dark, Path png) {
            throw new FailedWork(Words.text("cli.window-pictures.this-program-has-no-window"));
        }
    };

    /** The session that the window opens with. */
    Session opening();

    /**
     * Draws the window on {@code session} to a PNG, once all its pictures are complete.
     *
     * @throws scorescope.core.BadInputException if the session cannot be shown, or the folder does not exist
     */
    void draw(Session session, int width, int height, boolean dark, Path png);
}
