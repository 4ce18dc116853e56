package scorescope.session;

/**
 * One section of a {@link Session}: its key in a file, and its value in the opening session. All are in {@link Sections}.
 *
 * @param <T> immutable, compared by {@code equals}
 */
public final class Section<T> {
    private final String key;
    private final T standard;

    Section(String key, T standard) {
        this.key = key;
        this.standard = standard;
    }

    public String key() {
        return key;
    }

    /** The value in a session that does not set it. */
    public T standard() {
        return standard;
    }

    @Override
    public String toString() {
        return key;
    }
}
