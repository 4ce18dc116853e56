package scorescope.plot.export;

import java.io.IOException;
import java.nio.file.Path;
import scorescope.core.io.AtomicFile;

/** A file format for animations. */
public interface AnimationFormat extends SessionCarrier {
    /** Whether its frames must have even numbers of columns and rows. */
    default boolean even() {
        return false;
    }

    /**
     * Checks before any frame is drawn whether an animation can be saved there.
     *
     * @throws scorescope.core.BadInputException if the target or the timing is not valid for this format
     * @throws scorescope.core.FailedWork if the machine lacks what the format needs
     */
    default void require(Path target, AnimationTiming timing) {
        AtomicFile.requireWritablePlace(target);
    }

    /**
     * Saves an animation. The same frames give the same bytes.
     *
     * @throws IOException if writing failed; what was at the target before is unchanged
     */
    void save(FrameSource frames, Path target) throws IOException;
}
