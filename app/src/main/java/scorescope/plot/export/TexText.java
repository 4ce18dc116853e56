package scorescope.plot.export;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import scorescope.plot.paint.Latex;
import scorescope.plot.paint.LatexSymbols;
import scorescope.plot.paint.TextLine;

/**
 * A line of text as LaTeX: symbols, accents, subscripts and superscripts as mathematics, everything else in the
 * document's font.
 */
final class TexText {
    /** Sizes in which TeX's fonts exist, in points. */
    private static final double[] SIZES = {5, 6, 7, 8, 9, 10, 10.95, 12, 14.4, 17.28, 20.74, 24.88};

    private static final Map<Integer, String> TEXT = Map.ofEntries(
            plain('#', "\\#"),
            plain('$', "\\$"),
            plain('%', "\\%"),
            plain('&', "\\&"),
            plain('_', "\\_"),
            plain('{', "\\{"),
            plain('}', "\\}"),
            plain('~', "\\textasciitilde{}"),
            plain('^', "\\textasciicircum{}"),
            plain('\\', "\\textbackslash{}"),
            plain('–', "--"),
            plain('—', "---"),
            plain('…', "\\ldots{}"),
            plain('“', "``"),
            plain('”', "''"),
            plain('‘', "`"),
            plain('’', "'"),
            plain('"', "''"),
            plain('\u00a0', "~"),
            plain('\u2009', "\\,"),
            plain('\u202f', "\\,"),
            plain('\u2007', "\\enspace{}"));

    private static final Map<Integer, String> ACCENTS = Map.of(
            0x303, "tilde", 0x302, "hat", 0x304, "bar", 0x305, "bar", 0x307, "dot", 0x308, "ddot", 0x20d7, "vec");

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵀ";
    private static final String RAISED_PLAIN = "0123456789+-nT";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋ᵢₖₙₛₜₓ";
    private static final String LOWERED_PLAIN = "0123456789+-iknstx";

    /** The base of a subscript: a single letter, or the formula just written. */
    private static final Pattern LAST_SYMBOL =
            Pattern.compile("(?:(?<![\\p{L}\\\\])(\\p{L})|\\\\ensuremath\\{((?:[^{}]|\\{[^{}]*\\})*)\\})$");

    /** A variable in plain text, such as the x of (x); a and I are words. */
    private static final Pattern LONE_LETTER =
            Pattern.compile("(?<![\\p{L}\\p{N}\\\\{'-])([b-zB-HJ-Z])(?![\\p{L}\\p{N}}:'-])");

    private final StringBuilder out = new StringBuilder();

    private static Map.Entry<Integer, String> plain(char character, String tex) {
        return Map.entry((int) character, tex);
    }

    /** The size of TeX's fonts nearest to {@code points}. */
    static double size(double points) {
        double nearest = SIZES[0];
        for (double size : SIZES) {
            nearest = Math.abs(size - points) < Math.abs(nearest - points) ? size : nearest;
        }
        return nearest;
    }

    /** Whether each character of a text has a form in LaTeX here. */
    static boolean knows(String text) {
        return decomposed(text)
                .codePoints()
                .allMatch(c -> c < 0x80
                        || LatexSymbols.mathematics(c).isPresent()
                        || TEXT.containsKey(c)
                        || ACCENTS.containsKey(c)
                        || RAISED.indexOf(c) >= 0
                        || LOWERED.indexOf(c) >= 0
                        || isLatin(c));
    }

    /** Whether LaTeX's input encoding has the letter. */
    private static boolean isLatin(int character) {
        return character >= 0xc0 && character <= 0x17f;
    }

    /** Adds empty space, in points. */
    TexText gap(double points) {
        if (points > 0) {
            out.append("\\hspace{").append(SvgSyntax.number(points)).append("bp}");
        }
        return this;
    }

    /** Adds a line of text. Sources of formulas that LaTeX can typeset without packages are passed through. */
    TexText add(TextLine line) {
        boolean passed = false;
        for (var piece : line.pieces()) {
            gap(piece.gap());
            var source = piece.latex();
            // An empty source continues the formula of the previous piece.
            passed = source.isPresent() && (source.get().isEmpty() ? passed : Latex.isPortable(source.get()));
            if (!passed) {
                add(piece.text(), piece.drop(), piece.bold());
            } else if (!source.get().isEmpty()) {
                out.append("\\ensuremath{").append(source.get()).append('}');
            }
        }
        return this;
    }

    /** @param drop distance of the text below the line, in points: a subscript, or a superscript if negative */
    TexText add(String text, double drop, boolean bold) {
        if (drop != 0) {
            var base = LAST_SYMBOL.matcher(out);
            var carrier = "";
            if (base.find()) {
                carrier = base.group(1) == null ? base.group(2) : base.group(1);
                out.setLength(base.start());
            }
            char script = drop > 0 ? '_' : '^';
            // A second script of one kind is an error in TeX unless the first is in a group.
            boolean grouped = carrier.indexOf(script) >= 0;
            out.append("\\ensuremath{").append(grouped ? "{" + carrier + "}" : carrier);
            out.append(script).append('{').append(mathematics(text)).append("}}");
        } else if (bold) {
            out.append("{\\bfseries{}").append(prose(text)).append('}');
        } else {
            out.append(LONE_LETTER.matcher(prose(text)).replaceAll("\\\\ensuremath{$1}"));
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private static String prose(String text) {
        var tex = new StringBuilder();
        int[] characters = decomposed(text).codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int accent = i + 1 < characters.length ? characters[i + 1] : 0;
            if (ACCENTS.containsKey(accent)) {
                tex.append("\\ensuremath{")
                        .append(accented(characters[i], accent))
                        .append('}');
                i++;
            } else if (isMathematics(characters[i])) {
                tex.append("\\ensuremath{").append(symbol(characters[i])).append('}');
            } else {
                tex.append(TEXT.getOrDefault(characters[i], Character.toString(characters[i])));
            }
        }
        return tex.toString();
    }

    private static String mathematics(String text) {
        var tex = new StringBuilder();
        int[] characters = decomposed(text).codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int accent = i + 1 < characters.length ? characters[i + 1] : 0;
            if (ACCENTS.containsKey(accent)) {
                tex.append(accented(characters[i], accent));
                i++;
            } else if (isMathematics(characters[i])) {
                tex.append(symbol(characters[i]));
            } else if (Character.isLetter(characters[i]) && word(characters, i)) {
                int end = i;
                while (end < characters.length && Character.isLetter(characters[end])) {
                    end++;
                }
                tex.append("\\mathrm{")
                        .append(new String(characters, i, end - i))
                        .append('}');
                i = end - 1;
            } else {
                tex.append(
                        characters[i] == ' '
                                ? "\\ "
                                : TEXT.getOrDefault(characters[i], Character.toString(characters[i])));
            }
        }
        return tex.toString();
    }

    /** Whether the letter begins a word of several. */
    private static boolean word(int[] characters, int at) {
        return at + 1 < characters.length
                && Character.isLetter(characters[at + 1])
                && !isMathematics(characters[at + 1]);
    }

    private static boolean isMathematics(int character) {
        return LatexSymbols.mathematics(character).isPresent()
                || RAISED.indexOf(character) >= 0
                || LOWERED.indexOf(character) >= 0;
    }

    private static String symbol(int character) {
        int raised = RAISED.indexOf(character);
        int lowered = LOWERED.indexOf(character);
        if (raised >= 0) {
            return "^{" + RAISED_PLAIN.charAt(raised) + "}";
        }
        if (lowered >= 0) {
            return "_{" + LOWERED_PLAIN.charAt(lowered) + "}";
        }
        return LatexSymbols.mathematics(character).orElseGet(() -> Character.toString(character));
    }

    private static String accented(int letter, int accent) {
        return "\\" + ACCENTS.get(accent) + "{" + symbol(letter) + "}";
    }

    /** The text with mathematical accents separated from their letters; accented letters of languages stay composed. */
    private static String decomposed(String text) {
        var out = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            boolean own = c > 0x17f;
            out.append(
                    own && Character.isLetter(c) && RAISED.indexOf(c) < 0 && LOWERED.indexOf(c) < 0
                            ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                            : Character.toString(c));
        });
        return out.toString();
    }
}
