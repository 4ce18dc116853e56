package scorescope.core.tensor;

/** The native matrix library is missing or does not work here; the message says what to do. */
public final class TensorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TensorException(String message, Throwable cause) {
        super(message, cause);
    }

    static TensorException notLoaded(Throwable cause) {
        return new TensorException(
                "the matrix library (ND4J with OpenBLAS) could not be loaded for " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + " (" + root(cause)
                        + "); install the build made for this platform and start Java with"
                        + " --enable-native-access=ALL-UNNAMED. Everything but learned scores works without it",
                cause);
    }

    private static String root(Throwable cause) {
        var deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.toString().lines().findFirst().orElse("no reason given");
    }
}
