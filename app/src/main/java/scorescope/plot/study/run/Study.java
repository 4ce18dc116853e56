package scorescope.plot.study.run;

import java.util.Optional;
import scorescope.plot.figure.StudyScene;
import scorescope.session.Patch;

/**
 * A scene of its own in the stage's place: a pure function of what is studied and a moment. One file for each;
 * {@link StudyCatalog} lists them.
 *
 * <p>A study of a process in time (particles, a density on a grid) keeps what it computed on the way, so that going back and
 * forth costs nothing; the same inputs and moment give the same scene whatever was asked before. On any thread, one
 * call at a time.
 */
public interface Study {
    /**
     * The scene at a moment.
     *
     * @param moment from 0, where the clock starts, to 1; without a meaning for a study without a clock
     * @throws scorescope.core.BadInputException if there is nothing to show, saying what to do
     */
    StudyScene at(StudyInputs inputs, double moment);

    /** The clock, if the study moves. */
    default Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.empty();
    }

    /** What a session must say for the study's sentence to be true of it; nothing where it is true of any. */
    default Patch scene() {
        return Patch.NONE;
    }

    /**
     * The number that the study's sentence speaks of, which holds the sentence to the picture.
     *
     * @param picture of these inputs, at the clock's end
     */
    Evidence evidence(StudyInputs inputs, StudyScene picture);

    /** Whether it shows the session's lanes itself. Of others each lane is drawn beside the rest. */
    default boolean takesLanes() {
        return false;
    }
}
