package scorescope.words;

import java.util.Optional;
import java.util.ResourceBundle;

/** The bundles of the language that the Java runtime has, English where there is no other. */
final class Bundles {
    private static final String FOLDER = "scorescope.words.";

    private Bundles() {}

    /**
     * One bundle.
     *
     * @param name of its file, without ending and language
     */
    static ResourceBundle named(String name) {
        return ResourceBundle.getBundle(FOLDER + name);
    }

    /**
     * The raw text of a key, in the bundle that its first part names.
     *
     * @throws java.util.MissingResourceException if there is no such bundle or key
     */
    static String text(String key) {
        return named(key.substring(0, Math.max(0, key.indexOf('.')))).getString(key);
    }

    static boolean has(String key) {
        return named(key.substring(0, Math.max(0, key.indexOf('.')))).containsKey(key);
    }

    static Optional<String> find(ResourceBundle bundle, String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}
