package scorescope.core.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/** The bundles of the Java runtime's language; English if there are none for it. */
public final class Bundles {
    private static final String FOLDER = "scorescope.words.";
    private static final ResourceBundle.Control LOOKUP = new Lookup();

    private Bundles() {}

    /**
     * Java's search for bundles without two searches that never succeed but open every library at each start: for bundles
     * that are classes, and for bundles of American English, which is the language of the root bundle.
     */
    private static final class Lookup extends ResourceBundle.Control {
        private static final Set<Locale> AMERICAN = Set.of(Locale.ENGLISH, Locale.US);

        @Override
        public List<String> getFormats(String name) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String name, Locale locale) {
            return super.getCandidateLocales(name, locale).stream()
                    .filter(candidate -> !AMERICAN.contains(candidate))
                    .toList();
        }
    }

    /**
     * The bundle of a name.
     *
     * @param name name of its file, without ending and language
     */
    public static ResourceBundle named(String name) {
        return ResourceBundle.getBundle(FOLDER + name, LOOKUP);
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
