package scorescope.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the panels of a figure are lettered. */
public enum Letters {
    /** No letters, except those that panels set themselves. */
    NONE("none", "", "", false),
    PLAIN("a", "", "", false),
    BRACKETED("(a)", "(", ")", false),
    CAPITAL("A", "", "", true);

    private static final int ALPHABET = 26;

    private final String id;
    private final String before;
    private final String after;
    private final boolean capital;

    Letters(String id, String before, String after, boolean capital) {
        this.id = id;
        this.before = before;
        this.after = after;
        this.capital = capital;
    }

    /** Its name in session files. */
    public String id() {
        return id;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Letters::id).toList();
    }

    public static Optional<Letters> named(String id) {
        return Arrays.stream(values()).filter(letters -> letters.id.equals(id)).findFirst();
    }

    /** The letter of the panel with this index: z is followed by aa. */
    public Optional<String> of(int index) {
        return this == NONE ? Optional.empty() : Optional.of(before + counted(index) + after);
    }

    private String counted(int index) {
        String last = Character.toString((capital ? 'A' : 'a') + index % ALPHABET);
        return index < ALPHABET ? last : counted(index / ALPHABET - 1) + last;
    }
}
