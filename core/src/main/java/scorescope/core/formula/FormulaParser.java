package scorescope.core.formula;

import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.words.CoreWords;

/**
 * Recursive descent over the grammar
 *
 * <pre>
 * sum    = product { ("+" | "-") product }
 * product = signed { ("*" | "/") signed }
 * signed = [ "+" | "-" ] signed | power
 * power  = atom [ "^" signed ]
 * atom   = number | "t" | "pi" | function "(" sum ")" | "(" sum ")"
 * </pre>
 *
 * with the precedence of Python: −t^2 is −(t²), and 2^t^2 is 2^(t²). The length of texts bounds the depth of recursion.
 */
final class FormulaParser {
    private static final String PI = "pi";

    private final String text;
    private final String place;
    private int next;

    FormulaParser(String text, String place) {
        this.text = text;
        this.place = place;
    }

    Term formula() {
        if (text.isEmpty()) {
            throw BadInputException.of(place, "core.formula.empty");
        }
        if (text.length() > Formula.LONGEST) {
            throw BadInputException.of(place, "core.formula.too-long", text.length(), Formula.LONGEST);
        }
        var whole = sum();
        if (peek() != 0) {
            throw unexpected();
        }
        return whole;
    }

    private Term sum() {
        var left = product();
        while (peek() == '+' || peek() == '-') {
            left = new Term.Binary(take(), left, product());
        }
        return left;
    }

    private Term product() {
        var left = signed();
        while (peek() == '*' || peek() == '/') {
            left = new Term.Binary(take(), left, signed());
        }
        return left;
    }

    private Term signed() {
        if (peek() == '-') {
            take();
            return new Term.Negative(signed());
        }
        if (peek() == '+') {
            take();
            return signed();
        }
        return power();
    }

    private Term power() {
        var base = atom();
        if (peek() == '^') {
            return new Term.Binary(take(), base, signed());
        }
        return base;
    }

    private Term atom() {
        char first = peek();
        if (first == '(') {
            return inBrackets();
        }
        if (Character.isDigit(first) || first == '.') {
            return number();
        }
        if (Character.isLetter(first)) {
            return named();
        }
        throw unexpected();
    }

    private Term inBrackets() {
        take();
        var inner = sum();
        if (peek() != ')') {
            throw BadInputException.of(at(), "core.formula.open-bracket");
        }
        take();
        return inner;
    }

    private Term number() {
        int begin = next;
        while (next < text.length() && partOfNumber(begin)) {
            next++;
        }
        try {
            return new Term.Constant(Double.parseDouble(text.substring(begin, next)));
        } catch (NumberFormatException notANumber) {
            String wrong = text.substring(begin, next);
            next = begin;
            throw BadInputException.of(at(), "core.formula.not-number", wrong);
        }
    }

    /** Whether the next character continues a number: a digit, a point, an e before digits or a sign, or the sign after an e. */
    private boolean partOfNumber(int begin) {
        char here = text.charAt(next);
        char after = next + 1 < text.length() ? text.charAt(next + 1) : 0;
        return switch (here) {
            case 'e', 'E' -> Character.isDigit(after) || after == '-' || after == '+';
            case '+', '-' -> next > begin && Character.toLowerCase(text.charAt(next - 1)) == 'e';
            default -> Character.isDigit(here) || here == '.';
        };
    }

    private Term named() {
        int begin = next;
        while (next < text.length() && Character.isLetterOrDigit(text.charAt(next))) {
            next++;
        }
        String name = text.substring(begin, next);
        if (name.equals(Formula.VARIABLE)) {
            return new Term.Variable();
        }
        if (name.equals(PI)) {
            return new Term.Constant(Math.PI);
        }
        var function = FormulaFunction.named(name);
        if (function.isPresent() && peek() == '(') {
            return new Term.Call(function.get(), inBrackets());
        }
        next = begin;
        if (function.isPresent()) {
            throw BadInputException.of(at(), "core.formula.no-argument", name);
        }
        var known = Stream.concat(FormulaFunction.names().stream(), Stream.of(Formula.VARIABLE, PI))
                .toList();
        throw BadInputException.of(at(), "core.formula.unknown-name", name, String.join(", ", known));
    }

    private BadInputException unexpected() {
        return peek() == 0
                ? BadInputException.of(at(), "core.formula.ends-early")
                : BadInputException.of(at(), "core.formula.unexpected", peek());
    }

    /** The next character that is not a space; 0 at the end. */
    private char peek() {
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() ? text.charAt(next) : 0;
    }

    private char take() {
        char here = peek();
        next++;
        return here;
    }

    private String at() {
        return CoreWords.text("core.formula.place", place, next + 1);
    }
}
