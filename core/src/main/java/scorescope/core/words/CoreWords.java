package scorescope.core.words;

import java.util.MissingResourceException;

/**
 * Messages of core by key, from the bundle {@code core}: errors, remedies and advice. They contain no formulas, which
 * depend on the chosen notation.
 *
 * <p>Titles, symbols and help are in the declarations of parameters and catalog members instead.
 */
public final class CoreWords {
    private CoreWords() {}

    /**
     * The text of a key.
     *
     * @param arguments values of {0}, {1}, …
     * @throws MissingResourceException if there is no such key
     */
    public static String text(String key, Object... arguments) {
        return new Template(Bundles.text(key)).filled(formula -> "{" + formula + "}", arguments);
    }
}
