package scorescope.core.words;

import java.util.MissingResourceException;

/**
 * What core says to a person: complaints, remedies and advice, by key, from the bundle {@code core} beside its classes. They
 * name no formulas, which belong to a notation.
 *
 * <p>Titles, symbols and help stand with the declarations of parameters and members instead.
 */
public final class CoreWords {
    private CoreWords() {}

    /**
     * The text of a key.
     *
     * @param arguments what {0}, {1}, … stand for
     * @throws MissingResourceException if there is no such key
     */
    public static String text(String key, Object... arguments) {
        return new Template(Bundles.text(key)).filled(formula -> "{" + formula + "}", arguments);
    }
}
