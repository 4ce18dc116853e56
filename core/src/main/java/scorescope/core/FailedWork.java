package scorescope.core;

/** Work on valid input that could not be completed. The message gives the reason and the remedy; the exit code is 1. */
public final class FailedWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FailedWork(String why) {
        super(why);
    }
}
