package scorescope.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which scores a picture of the plane shows. */
public enum Shown {
    ANALYTIC("analytic"),
    LEARNED("learned"),
    /** Learned minus analytic. */
    DIFFERENCE("difference"),
    /** The learned score over the analytic one, in one panel. */
    OVERLAY("overlay"),
    /** The analytic score in one panel, the learned one in the next. */
    SIDE_BY_SIDE("side-by-side");

    private final String id;

    Shown(String id) {
        this.id = id;
    }

    /** Its name in session files. */
    public String id() {
        return id;
    }

    /** All names, in the order of the interface. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Shown::id).toList();
    }

    /** The value with this name, if there is one. */
    public static Optional<Shown> named(String id) {
        return Arrays.stream(values()).filter(shown -> shown.id.equals(id)).findFirst();
    }

    /** Whether a learned score is needed to draw it. */
    public boolean needsNetwork() {
        return this != ANALYTIC;
    }
}
