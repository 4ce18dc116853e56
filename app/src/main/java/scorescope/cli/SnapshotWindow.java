package scorescope.cli;

import java.nio.file.Path;
import scorescope.session.Session;

/** Draws the real window into a file. Commands know no windows; the main class gives them this one. */
@FunctionalInterface
public interface SnapshotWindow {
    /**
     * Draws the window on {@code session}, once all its pictures are complete.
     *
     * @param width in pixels
     * @param height in pixels
     * @param png where the picture goes
     * @param theme {@code light} or {@code dark}
     * @throws scorescope.core.BadInputException if the session cannot be shown, or the folder does not exist
     */
    void draw(Session session, int width, int height, Path png, String theme);
}
