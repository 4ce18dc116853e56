package scorescope.core;

/** Work that was begun on good input and could not be finished. The message says why and what to do: exit code 1. */
public final class FailedWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FailedWork(String why) {
        super(why);
    }
}
