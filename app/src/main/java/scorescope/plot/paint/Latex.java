package scorescope.plot.paint;

import java.util.Map;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;
import scorescope.words.Words;

/**
 * Reads formulas in LaTeX's notation: Greek letters, accents, a few operators, subscripts and superscripts of one level. In a
 * text they stand between dollar signs, as in {@code Score at $\\sigma = 1.5$}; {@link Formula#parse} reads such texts.
 */
public final class Latex {
    /** Accents by their combining character, which follows the letter. */
    private static final Map<String, String> ACCENTS =
            Map.of("tilde", "\u0303", "hat", "\u0302", "bar", "\u0304", "dot", "\u0307", "vec", "\u20d7");

    private static final Pattern PACKAGES = Pattern.compile("\\\\(left|right|text|mathbb)(?![A-Za-z])");

    private static final String ARGUMENT = "\\s*(?:\\{(?:[^{}]|\\{[^{}]*\\})*\\}|\\\\[A-Za-z]+|[^{}\\\\])\\s*";

    /** Two scripts of one kind, a script of the other kind perhaps between them; a prime after a superscript is one too. */
    private static final Pattern TWO_SCRIPTS = Pattern.compile("_A(?:\\^A)?_|\\^A(?:_A)?[\\^']".replace("A", ARGUMENT));

    private final String source;
    private final String place;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Latex(String source, String place) {
        this.source = source;
        this.place = place;
    }

    /**
     * The text itself, if {@link Formula#parse} can read its formulas.
     *
     * @param place of the text, for messages
     * @throws BadInputException naming an unknown macro or an unfinished formula
     */
    public static String checked(String text, String place) {
        int from = 0;
        for (int open = text.indexOf('$'); open >= 0; open = text.indexOf('$', from)) {
            int close = text.indexOf('$', open + 1);
            if (close < 0) {
                throw new BadInputException(
                        place, Words.text("figure.latex.no-end"), Words.text("figure.latex.second-dollar"));
            }
            marked(text.substring(open + 1, close), place);
            from = close + 1;
        }
        return text;
    }

    /**
     * Whether LaTeX alone, without packages, sets the source of a formula. Not so with characters beyond ASCII, characters that
     * mean something else there, delimiters that must match, macros of packages, and two scripts of one kind at one place.
     */
    public static boolean isPortable(String source) {
        return source.chars().allMatch(c -> c >= ' ' && c < 0x7f && "%#&~$".indexOf(c) < 0)
                && !PACKAGES.matcher(source).find()
                && !TWO_SCRIPTS.matcher(source).find();
    }

    /**
     * The source of a formula with characters for macros, scripts marked as {@code _{…}} and {@code ^{…}}.
     *
     * @throws BadInputException naming an unknown macro or an unfinished group
     */
    static String marked(String source, String place) {
        var reader = new Latex(source, place);
        while (reader.at < source.length()) {
            reader.next();
        }
        return reader.out.toString().strip();
    }

    private void next() {
        char c = source.charAt(at++);
        switch (c) {
            case '\\' -> macro();
            case '_', '^' -> out.append(c).append('{').append(argument()).append('}');
            case '-' -> out.append('−');
            case '\'' -> out.append('′');
            case '{' -> {
                at--;
                out.append(argument());
            }
            case '}' ->
                throw new BadInputException(
                        place, Words.text("figure.latex.closed"), Words.text("figure.latex.remove-brace"));
            default -> out.append(c);
        }
    }

    private void macro() {
        int from = at;
        while (at < source.length() && Character.isLetter(source.charAt(at))) {
            at++;
        }
        String name = source.substring(from, at);
        if (name.isEmpty() && at < source.length()) {
            char escaped = source.charAt(at++);
            out.append(escaped == '|' ? "‖" : ",;: !".indexOf(escaped) >= 0 ? " " : Character.toString(escaped));
            return;
        }
        if (ACCENTS.containsKey(name)) {
            out.append(argument()).append(ACCENTS.get(name));
        } else if (name.equals("sqrt")) {
            out.append("√(").append(argument()).append(')');
        } else if (name.equals("text") || name.equals("mathrm") || name.equals("mathbb") || name.equals("mathcal")) {
            out.append(argument());
        } else if (LatexSymbols.text(name).isPresent()) {
            out.append(LatexSymbols.text(name).get());
            while (at < source.length() && source.charAt(at) == ' ' && name.length() > 1) {
                at++;
            }
            spaceBefore(name);
        } else {
            throw new BadInputException(
                    place,
                    Words.text("figure.latex.macro", name),
                    Words.text("figure.latex.nearest", Nearest.of(name, LatexSymbols.names())));
        }
    }

    /** Spaces after a macro end it and are not seen; a following relation or sign keeps one. */
    private void spaceBefore(String name) {
        boolean spaced = at > 0 && source.charAt(at - 1) == ' ';
        if (spaced && at < source.length() && "=<>+-≈≤≥∈".indexOf(source.charAt(at)) >= 0 && !name.isEmpty()) {
            out.append(' ');
        }
    }

    /** What follows: a group in braces, a macro, or one character. */
    private String argument() {
        while (at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
        if (at >= source.length()) {
            throw new BadInputException(place, Words.text("figure.latex.early"), Words.text("figure.latex.braces"));
        }
        if (source.charAt(at) != '{') {
            var one = new Latex(source, place);
            one.at = at;
            one.next();
            at = one.at;
            return one.out.toString().strip();
        }
        int depth = 0;
        int end = at;
        do {
            if (end >= source.length()) {
                throw new BadInputException(place, Words.text("figure.latex.open"), Words.text("figure.latex.close"));
            }
            depth += source.charAt(end) == '{' ? 1 : source.charAt(end) == '}' ? -1 : 0;
            end++;
        } while (depth > 0);
        String inside = marked(source.substring(at + 1, end - 1), place);
        at = end;
        return inside;
    }
}
