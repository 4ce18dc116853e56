package scorescope.core.words;

import java.util.Optional;
import java.util.ResourceBundle;

/** The bundles of the language that the Java runtime has, English where there is no other. */
public final class Bundles {
    private static final String FOLDER = "scorescope.words.";

    private Bundles() {}

    /**
     * One bundle.
     *
     * @param name of its file, without ending and language
     */
    public static ResourceBundle named(String name) {
        return ResourceBundle.getBundle(FOLDER + name);
    }

    /** The bundle that the first part of a key names. */
    private static ResourceBundle of(String key) {
        return named(key.substring(0, Math.max(0, key.indexOf('.'))));
    }

    /**
     * The raw text of a key.
     *
     * @throws java.util.MissingResourceException if there is no such bundle or key
     */
    public static String text(String key) {
        return of(key).getString(key);
    }

    public static boolean has(String key) {
        return of(key).containsKey(key);
    }

    public static Optional<String> find(ResourceBundle bundle, String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}
