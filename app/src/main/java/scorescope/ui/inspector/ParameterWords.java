package scorescope.ui.inspector;

import java.util.Locale;
import java.util.stream.Collectors;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.ui.control.FormulaText;
import scorescope.words.Words;

/** Title and tooltip of a declared parameter in the current notation. */
public final class ParameterWords {
    private ParameterWords() {}

    /** "Step size η" for key {@code stepSize} and symbol η; the symbol alone if the key spells it, as {@code sigmaMin}. */
    static String title(Parameter<?> parameter) {
        String symbol = Words.written(parameter.symbol());
        String name = spaced(parameter.name());
        if (symbol.isEmpty() || symbol.equalsIgnoreCase(parameter.name())) {
            return Words.written(name);
        }
        return spelt(symbol, name.split(" ", 2)[0]) ? symbol : Words.written(name) + " " + symbol;
    }

    /** Whether a word is the name of the first letter of a symbol. */
    private static boolean spelt(String symbol, String word) {
        return Character.getName(symbol.codePointAt(0)).endsWith(" " + word.toUpperCase(Locale.ROOT));
    }

    /** The title for a screen reader. */
    public static String spoken(Parameter<?> parameter) {
        return FormulaText.plain(title(parameter));
    }

    /** "Step size" for {@code stepSize}, "Sigma squared" for {@code sigma-squared}. */
    private static String spaced(String key) {
        String words = key.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Symbol and help text; for a choice also a line for each option that has a symbol or a help text. */
    static String tooltip(Parameter<?> parameter) {
        String symbol = Words.written(parameter.symbol());
        return (symbol.isEmpty() ? "" : symbol + ": ")
                + Words.written(parameter.help())
                + (parameter instanceof Parameter.OneOf<?> choice ? meanings(choice) : "");
    }

    private static String meanings(Parameter.OneOf<?> parameter) {
        return parameter.options().stream()
                .filter(option -> !(option instanceof Kind<?>) && !(option.symbol() + option.help()).isEmpty())
                .map(option -> "\n" + Words.written(option.title())
                        + (option.symbol().isEmpty() ? "" : ", " + Words.written(option.symbol()))
                        + (option.help().isEmpty() ? "" : ": " + Words.written(option.help())))
                .collect(Collectors.joining());
    }
}
