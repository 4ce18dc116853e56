package scorescope.ui.model;

import java.util.function.Predicate;
import scorescope.session.Session;

/** What a message is about. The message disappears when its cause no longer holds. */
public sealed interface Cause {
    /** Work that failed. The message disappears when the work succeeds or other work is requested. */
    enum Work implements Cause {
        SAMPLING,
        TRAINING,
        DRAWING
    }

    /**
     * A failure that a person has chosen to watch, for as long as the session is set up for it. Messages that sampling
     * failed, or that the network was trained for another distribution, do not replace this one.
     */
    record Watched(Predicate<Session> lasts) implements Cause {}

    /** A state of the session. The message disappears at the first session that is not in that state. */
    record Scene(Predicate<Session> lasts) implements Cause {}
}
