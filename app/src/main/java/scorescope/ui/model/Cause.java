package scorescope.ui.model;

import java.util.function.Predicate;
import scorescope.session.Session;

/** What a message is about. The message goes when that has gone. */
public sealed interface Cause {
    /** Work that failed; it goes when the work succeeds, or when other work is asked for. */
    enum Work implements Cause {
        SAMPLING,
        TRAINING,
        DRAWING
    }

    /**
     * A failure that a person has chosen to watch, as long as the session is set up for it. That sampling then fails, or that the
     * network was trained for another distribution, does not replace the sentence.
     */
    record Watched(Predicate<Session> lasts) implements Cause {}

    /** A state of the session; it goes with the first session that is not in that state. */
    record Scene(Predicate<Session> lasts) implements Cause {}
}
