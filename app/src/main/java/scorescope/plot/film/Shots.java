package scorescope.plot.film;

import scorescope.plot.study.run.StudyInputs;

/** The pictures of an animation in order. Not safe for use by several threads. */
interface Shots {
    /**
     * Inputs of the picture at a moment: the session with its changed key, and findings.
     *
     * @param share position in the animation, from 0 to 1; not below that of the last call
     * @throws scorescope.core.BadInputException if there is nothing to show
     * @throws scorescope.core.FailedWork if a run diverges
     */
    StudyInputs at(double share);
}
