package scorescope.plot.study.run;

import java.util.Optional;
import scorescope.plot.figure.StudyScene;
import scorescope.session.Patch;

/**
 * A picture shown in place of the stage: a pure function of its inputs and a moment. One file for each; {@link
 * StudyCatalog} lists them.
 *
 * <p>A study of a process in time (particles, a density on a grid) stores intermediate results, so that moving back and
 * forth costs nothing; equal inputs and moments give equal scenes whatever was requested before. May be called on any
 * thread, one call at a time.
 */
public interface Study {
    /**
     * The scene at a moment.
     *
     * @param moment from 0, where the clock starts, to 1; ignored by a study without a clock
     * @throws scorescope.core.BadInputException if there is nothing to show, with the remedy
     */
    StudyScene at(StudyInputs inputs, double moment);

    /**
     * A scene from fewer samples or on a coarser grid, to be shown while {@link #at} is computed; empty if that takes little
     * time, which may depend on what has been computed before. It changes no scene of {@link #at}.
     */
    default Optional<StudyScene> sketch(StudyInputs inputs, double moment) {
        return Optional.empty();
    }

    /** The clock, if the study moves. */
    default Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.empty();
    }

    /** The settings that a session needs for the study's text to be true; empty if it is true for every session. */
    default Patch scene() {
        return Patch.NONE;
    }

    /**
     * The number to which the study's text refers, by which a test compares the text with the picture.
     *
     * @param picture the scene for these inputs at the clock's end
     */
    Evidence evidence(StudyInputs inputs, StudyScene picture);

    /** Whether it shows the session's lanes itself. Other studies are drawn once for each lane, side by side. */
    default boolean takesLanes() {
        return false;
    }
}
