package scorescope.core.words;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders: {@code {0}} is an argument in its default form, {@code {0:%,d}} the same with a printf format,
 * and {@code {name}} a formula of the notation. Braces after {@code _} and {@code ^} mark sub- and superscripts and are not
 * replaced.
 */
public record Template(String source) {
    private static final Pattern PLACE = Pattern.compile("(?<![_^])\\{(?:(\\d)(?::(%[^{}]+))?|([a-z][a-z0-9-]*))}");

    /** @param formulas the text of a formula by its name */
    public String filled(UnaryOperator<String> formulas, Object... arguments) {
        return source.indexOf('{') < 0
                ? source
                : PLACE.matcher(source)
                        .replaceAll(place -> Matcher.quoteReplacement(filling(place, formulas, arguments)));
    }

    private static String filling(MatchResult place, UnaryOperator<String> formulas, Object... arguments) {
        if (place.group(3) != null) {
            return formulas.apply(place.group(3));
        }
        var argument = arguments[Integer.parseInt(place.group(1))];
        return place.group(2) == null ? String.valueOf(argument) : String.format(Locale.ROOT, place.group(2), argument);
    }
}
