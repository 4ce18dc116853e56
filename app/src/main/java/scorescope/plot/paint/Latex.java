package scorescope.plot.paint;

import java.util.Map;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;
import scorescope.words.Words;

/**
 * Reads text with formulas in LaTeX's notation between dollar signs, as in {@code Score at $\\sigma = 1.5$}, as what
 * {@link Formula#parse} understands. Greek letters, accents, a few operators, subscripts and superscripts of one level.
 */
public final class Latex {
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("varepsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("xi", "ξ"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("varphi", "φ"),
            Map.entry("chi", "χ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"),
            Map.entry("Gamma", "Γ"),
            Map.entry("Delta", "Δ"),
            Map.entry("Theta", "Θ"),
            Map.entry("Lambda", "Λ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("Phi", "Φ"),
            Map.entry("Psi", "Ψ"),
            Map.entry("Omega", "Ω"),
            Map.entry("nabla", "∇"),
            Map.entry("partial", "∂"),
            Map.entry("infty", "∞"),
            Map.entry("int", "∫"),
            Map.entry("sum", "∑"),
            Map.entry("cdot", "·"),
            Map.entry("times", "×"),
            Map.entry("pm", "±"),
            Map.entry("le", "≤"),
            Map.entry("leq", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("geq", "≥"),
            Map.entry("neq", "≠"),
            Map.entry("approx", "≈"),
            Map.entry("sim", "∼"),
            Map.entry("to", "→"),
            Map.entry("in", "∈"),
            Map.entry("mid", "|"),
            Map.entry("ldots", "…"),
            Map.entry("dots", "…"),
            Map.entry("prime", "′"),
            Map.entry("log", "log "),
            Map.entry("exp", "exp "),
            Map.entry("min", "min "),
            Map.entry("max", "max "),
            Map.entry("quad", "  "),
            Map.entry("left", ""),
            Map.entry("right", ""));

    /** Accents by their combining character, which follows the letter. */
    private static final Map<String, String> ACCENTS =
            Map.of("tilde", "\u0303", "hat", "\u0302", "bar", "\u0304", "dot", "\u0307", "vec", "\u20d7");

    private final String source;
    private final String place;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Latex(String source, String place) {
        this.source = source;
        this.place = place;
    }

    /**
     * The text as {@link Formula#parse} reads it.
     *
     * @param place where it was written, for messages
     * @throws BadInputException naming a macro that is not known, or an unfinished formula
     */
    public static String marked(String text, String place) {
        var out = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('$'); open >= 0; open = text.indexOf('$', from)) {
            int close = text.indexOf('$', open + 1);
            if (close < 0) {
                throw new BadInputException(
                        place, Words.text("figure.latex.no-end"), Words.text("figure.latex.second-dollar"));
            }
            out.append(text, from, open).append(formula(text.substring(open + 1, close), place));
            from = close + 1;
        }
        return out.append(text.substring(from)).toString();
    }

    private static String formula(String source, String place) {
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
        } else if (SYMBOLS.containsKey(name)) {
            out.append(SYMBOLS.get(name));
            while (at < source.length() && source.charAt(at) == ' ' && name.length() > 1) {
                at++;
            }
            spaceBefore(name);
        } else {
            throw new BadInputException(
                    place,
                    Words.text("figure.latex.macro", name),
                    Words.text("figure.latex.nearest", Nearest.of(name, SYMBOLS.keySet())));
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
        String inside = formula(source.substring(at + 1, end - 1), place);
        at = end;
        return inside;
    }
}
