package scorescope.words;

/** The words of figures, by the name this class had before {@link Words}. */
public final class Messages {
    private Messages() {}

    public static String text(String key, Object... arguments) {
        return Words.text(key, arguments);
    }
}
