package scorescope.plot.film;

import scorescope.plot.study.run.StudyInputs;

/** The pictures of an animation in their order. Not for several threads. */
interface Shots {
    /**
     * What the picture at a moment is drawn from: the session with what has changed of it until then.
     *
     * @param share of the whole animation, from 0 to 1; not below that of the call before
     * @throws scorescope.core.BadInputException if there is nothing to show, saying what to do
     * @throws scorescope.core.FailedWork if a run diverges
     */
    StudyInputs at(double share);
}
