package scorescope.ui.inspector;

import java.util.Locale;
import scorescope.core.parameter.Parameter;
import scorescope.words.Words;

/** Labels of parameters: the words of the key and the symbol, or the symbol alone where the words spell it out. */
final class ParameterTitles {
    private ParameterTitles() {}

    /** "Step size η" of the key {@code stepSize} and the symbol η; "σ_min" of {@code sigmaMin}. */
    static String of(Parameter<?> parameter) {
        String symbol = Words.written(parameter.symbol());
        String spaced = parameter.name().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        if (symbol.isEmpty() || symbol.equalsIgnoreCase(parameter.name())) {
            return words(spaced);
        }
        return spelt(symbol, spaced.split(" ", 2)[0]) ? symbol : words(spaced) + " " + symbol;
    }

    /** Whether a word is the name of the letter that a symbol begins with, as "sigma" is of σ_min. */
    private static boolean spelt(String symbol, String word) {
        return Character.getName(symbol.codePointAt(0)).endsWith(" " + word.toUpperCase(Locale.ROOT));
    }

    private static String words(String spaced) {
        String words = Words.written(spaced.replace('-', ' '));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
