package scorescope.core.io;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Python literals, as far as they occur in headers of NPY files: dictionaries, tuples, lists, strings with any
 * prefix and escapes, whole numbers of any base (with the L of Python 2), True, False and None; comments and white space
 * between them.
 *
 * @see <a href="https://docs.python.org/3/library/ast.html#ast.literal_eval">what NumPy reads them with</a>
 */
final class PythonLiteral {
    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 1000;
    private static final String PREFIXES = "uUbBrR";

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** None. */
    record Nothing() {}

    /** The text is not one of these literals. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The one value in {@code text}: a Map, List, String, BigInteger, Boolean or {@link Nothing}; empty if it is none of
     * them.
     */
    static Optional<Object> parse(String text) {
        var literal = new PythonLiteral(text);
        try {
            var value = literal.value(0);
            literal.skip();
            return literal.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (Malformed no) {
            return Optional.empty();
        }
    }

    private Object value(int depth) throws Malformed {
        skip();
        if (depth > DEEPEST || at >= text.length()) {
            throw new Malformed();
        }
        char c = text.charAt(at);
        if (c == '{') {
            return dictionary(depth);
        }
        if (c == '(' || c == '[') {
            return sequence(c == '(' ? ')' : ']', depth);
        }
        if (isQuote(at) || isPrefixed()) {
            return strings();
        }
        if (Character.isDigit(c) || c == '-' || c == '+') {
            return whole();
        }
        return word();
    }

    private Map<Object, Object> dictionary(int depth) throws Malformed {
        var map = new LinkedHashMap<Object, Object>();
        at++;
        while (!ends('}')) {
            var key = value(depth + 1);
            expect(':');
            map.put(key, value(depth + 1));
            if (!ends('}')) {
                expect(',');
            } else {
                break;
            }
        }
        expect('}');
        return map;
    }

    /** A tuple or a list; a value in parentheses without a comma is that value. */
    private Object sequence(char close, int depth) throws Malformed {
        List<Object> values = new ArrayList<>();
        boolean comma = false;
        at++;
        while (!ends(close)) {
            values.add(value(depth + 1));
            if (ends(close)) {
                break;
            }
            expect(',');
            comma = true;
        }
        expect(close);
        return close == ')' && values.size() == 1 && !comma ? values.getFirst() : values;
    }

    private String strings() throws Malformed {
        var all = new StringBuilder();
        do {
            all.append(string());
            skip();
        } while (at < text.length() && (isQuote(at) || isPrefixed()));
        return all.toString();
    }

    private String string() throws Malformed {
        boolean raw = false;
        while (at < text.length() && PREFIXES.indexOf(text.charAt(at)) >= 0) {
            raw |= Character.toLowerCase(text.charAt(at)) == 'r';
            at++;
        }
        char quote = text.charAt(at++);
        var inside = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            inside.append(c == '\\' && !raw ? escaped() : String.valueOf(c));
        }
        if (at >= text.length()) {
            throw new Malformed();
        }
        at++;
        return inside.toString();
    }

    private String escaped() throws Malformed {
        if (at >= text.length()) {
            throw new Malformed();
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'x' -> codePoint(2);
            case 'u' -> codePoint(4);
            case 'U' -> codePoint(8);
            default -> String.valueOf(c);
        };
    }

    private String codePoint(int digits) throws Malformed {
        try {
            int point = Integer.parseInt(text.substring(at, Math.min(text.length(), at + digits)), 16);
            at += digits;
            return Character.isValidCodePoint(point) && at <= text.length() ? Character.toString(point) : "\uFFFD";
        } catch (NumberFormatException notHexadecimal) {
            throw new Malformed();
        }
    }

    private BigInteger whole() throws Malformed {
        int from = at++;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at - from > LONGEST_NUMBER) {
            throw new Malformed();
        }
        String written = text.substring(from, at).replace("_", "").replaceAll("[lL]$", "");
        int sign = written.startsWith("-") || written.startsWith("+") ? 1 : 0;
        String digits = written.substring(sign);
        int base = 10;
        if (digits.length() > 2 && digits.charAt(0) == '0') {
            base = switch (Character.toLowerCase(digits.charAt(1))) {
                case 'x' -> 16;
                case 'o' -> 8;
                case 'b' -> 2;
                default -> 10;
            };
            digits = base == 10 ? digits : digits.substring(2);
        }
        try {
            var value = new BigInteger(digits, base);
            return written.startsWith("-") ? value.negate() : value;
        } catch (NumberFormatException notWhole) {
            throw new Malformed();
        }
    }

    private Object word() throws Malformed {
        int from = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return switch (text.substring(from, at)) {
            case "True" -> true;
            case "False" -> false;
            case "None" -> new Nothing();
            default -> throw new Malformed();
        };
    }

    private boolean isQuote(int i) {
        return i < text.length() && (text.charAt(i) == '\'' || text.charAt(i) == '"');
    }

    private boolean isPrefixed() {
        int i = at;
        while (i < text.length() && i < at + 2 && PREFIXES.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i > at && isQuote(i);
    }

    private boolean ends(char close) {
        skip();
        return at < text.length() && text.charAt(at) == close;
    }

    private void expect(char c) throws Malformed {
        if (!ends(c)) {
            throw new Malformed();
        }
        at++;
    }

    private void skip() {
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '#')) {
            if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                at++;
            }
        }
    }
}
