package scorescope.cli;

/** Work that was begun on good input and could not be finished. The message says why and what to do: exit code 1. */
final class FailedWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedWork(String why) {
        super(why);
    }
}
