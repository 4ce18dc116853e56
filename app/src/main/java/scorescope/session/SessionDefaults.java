package scorescope.session;

/** The session that the program opens with, and the default of every key that a session file leaves out. */
public final class SessionDefaults {
    private static final Session OPENING = new Session();

    private SessionDefaults() {}

    public static Session opening() {
        return OPENING;
    }
}
