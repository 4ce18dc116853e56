package scorescope.core.tensor;

import scorescope.core.words.CoreWords;

/** The native matrix library is missing or does not work here; the message says what to do. */
public final class TensorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TensorException(String message, Throwable cause) {
        super(message, cause);
    }

    static TensorException notLoaded(Throwable cause) {
        return new TensorException(
                CoreWords.text(
                        "core.tensor.not-loaded",
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        root(cause)),
                cause);
    }

    private static String root(Throwable cause) {
        var deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.toString().lines().findFirst().orElseGet(() -> CoreWords.text("core.tensor.no-reason"));
    }
}
