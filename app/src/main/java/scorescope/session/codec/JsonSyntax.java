package scorescope.session.codec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.words.Words;

/**
 * Finds the first violation of the grammar of JSON in a text and describes it. The parser's own messages describe its scanner
 * instead of the text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonSyntax {
    /** Depth limit of the parser. */
    private static final int DEEPEST = 500;

    private static final int LONGEST_NUMBER = 1000;
    private static final int LONGEST_KEY = 50_000;
    private static final int LONGEST_SHOWN = 60;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("true|false|null|NaN|[-+]?I(nfinity|NF)");

    /** A value without quotation marks, valid or not: up to the next delimiter of JSON or blank. */
    private static final Pattern BARE = Pattern.compile("[^\\s\\[\\]{},:\"]*");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\/bfnrt]|u[0-9a-fA-F]{4})");
    private static final Pattern OTHER_QUOTES = Pattern.compile("['`\\p{Pi}\\p{Pf}\u201a\u201e]");
    private static final String BLANKS = " \t\r\n";

    private final String text;

    /** End of the text without trailing blanks, and without zero bytes that a crash may leave. */
    private final int end;

    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    /** An object or a list that is not closed yet. */
    private record Open(boolean object, Set<String> keys) {
        char close() {
            return object ? '}' : ']';
        }
    }

    private JsonSyntax(String text) {
        this.text = text;
        int last = text.length();
        while (last > 0 && (BLANKS.indexOf(text.charAt(last - 1)) >= 0 || text.charAt(last - 1) == 0)) {
            last--;
        }
        this.end = last;
    }

    /** The error in {@code text}; empty if it is valid and the parser has another reason. */
    static Optional<BadInputException> fault(String text) {
        var syntax = new JsonSyntax(text);
        try {
            syntax.value();
            while (!syntax.open.isEmpty()) {
                syntax.next();
            }
            syntax.requireNothingMore();
            return Optional.empty();
        } catch (BadInputException found) {
            return Optional.of(found);
        }
    }

    private void requireNothingMore() {
        skipBlanks();
        if (at < end) {
            throw isJson() ? wrong("session.json.after-the-end", "session.remove-it", shown()) : noObject();
        }
        int zeros = text.indexOf(0, end);
        if (zeros >= 0) {
            at = zeros;
            throw stray(0);
        }
    }

    /** Whether some line begins with an object or a list; other texts may be tables or programs. */
    private boolean isJson() {
        return text.lines().map(String::stripLeading).anyMatch(line -> line.startsWith("{") || line.startsWith("["));
    }

    private BadInputException noObject() {
        return wrong("session.json.no-object", "session.json.begin-object", shown());
    }

    /** The error that {@code text} ends inside a value. */
    static BadInputException cutOff(String text) {
        var syntax = new JsonSyntax(text);
        syntax.at = syntax.end;
        return syntax.wrong("session.cut-off", "session.close-what-is-open", syntax.end);
    }

    /** Reads what follows an entry of the innermost object or list: a comma or the closing bracket. */
    private void next() {
        var inner = open.peek();
        skipBlanks();
        if (text.charAt(at) == inner.close()) {
            at++;
            open.pop();
            return;
        }
        if (text.charAt(at) != ',') {
            throw wrong("session.json.no-comma", "session.json.write-comma", shown(), inner.close());
        }
        int comma = at++;
        skipBlanks();
        if (text.charAt(at) == inner.close()) {
            at = comma;
            throw wrong("session.json.comma-too-many", "session.json.remove-comma", inner.close());
        }
        entry(inner);
    }

    private void begin(Open inner) {
        if (open.size() == DEEPEST) {
            throw wrong("session.json.too-deep", "session.json.nest-less", DEEPEST);
        }
        at++;
        open.push(inner);
        skipBlanks();
        if (text.charAt(at) != inner.close()) {
            entry(inner);
        }
    }

    private void entry(Open inner) {
        if (inner.object) {
            key(inner);
        }
        value();
    }

    private void key(Open object) {
        int from = at;
        if (text.charAt(at) != '"') {
            requireStraightQuotes();
            throw wrong("session.json.bare-key", "session.quote-it", shown());
        }
        string();
        String key = text.substring(from + 1, at - 1);
        if (key.length() > LONGEST_KEY) {
            at = from;
            throw wrong("session.too-many-characters", "session.json.at-most", key.length(), LONGEST_KEY);
        }
        if (!object.keys.add(key)) {
            at = from;
            throw wrong("session.json.duplicate-key", "session.keep-one-of-two", Json.shortened(key));
        }
        skipBlanks();
        if (text.charAt(at) != ':') {
            throw wrong("session.json.no-colon", "session.json.write-colon", shown());
        }
        at++;
    }

    private void value() {
        skipBlanks();
        if (open.isEmpty() && Character.isLetter(text.charAt(at)) && !isCutOff(word())) {
            throw noObject();
        }
        switch (text.charAt(at)) {
            case '{' -> begin(new Open(true, new HashSet<>()));
            case '[' -> begin(new Open(false, Set.of()));
            case '"' -> string();
            case ',', ':', '}', ']' -> throw wrong("session.json.no-value", "session.json.write-value", shown());
            default -> bare();
        }
    }

    private void bare() {
        requireStraightQuotes();
        String word = word();
        boolean whole = NUMBER.matcher(word).matches() || NAME.matcher(word).matches();
        if (isCutOff(word) && !(whole && open.isEmpty())) {
            throw cutOff(text);
        }
        if (word.length() > LONGEST_NUMBER) {
            throw wrong("session.too-many-characters", "session.json.at-most", word.length(), LONGEST_NUMBER);
        }
        if (!whole) {
            throw word.matches("[-+.]?[0-9].*")
                    ? wrong("session.json.no-number", "session.number", shown())
                    : wrong("session.json.bare-word", "session.json.write-value", shown());
        }
        at += word.length();
    }

    /** Whether the text ends with the word, and the word is the beginning of a value. */
    private boolean isCutOff(String word) {
        var number = NUMBER.matcher(word);
        var name = NAME.matcher(word);
        boolean isPrefix = number.matches() || name.matches() || number.hitEnd() || name.hitEnd();
        return isPrefix && at + word.length() == end;
    }

    private void requireStraightQuotes() {
        if (OTHER_QUOTES.matcher(text).region(at, end).lookingAt()) {
            throw wrong("session.json.other-quotes", "session.json.straight-quotes", shown());
        }
    }

    /** Reads a text in quotation marks. */
    private void string() {
        int from = at++;
        for (requireMore(at); text.charAt(at) != '"'; requireMore(at)) {
            char c = text.charAt(at);
            if (c == '\\') {
                escape();
            } else if (c < ' ') {
                if (c == '\n' || c == '\r') {
                    at = from;
                    throw wrong("session.json.text-not-closed", "session.json.close-text");
                }
                throw wrong("session.json.control", "session.json.escape-control", String.format("%04x", (int) c));
            } else {
                at++;
            }
        }
        at++;
    }

    private void escape() {
        Matcher escape = ESCAPE.matcher(text).region(at, text.length());
        if (!escape.lookingAt()) {
            requireMore(at + (text.startsWith("\\u", at) ? 5 : 1));
            if (text.charAt(at + 1) < ' ') {
                at++;
                return; // the character itself is invalid
            }
            throw wrong("session.json.no-escape", "session.json.double-backslash", text.substring(at, at + 2));
        }
        at = escape.end();
    }

    /** The text at this position, for a message. */
    private String shown() {
        String word = word();
        String written = word.isEmpty() ? text.substring(at, text.offsetByCodePoints(at, 1)) : word;
        return written.length() <= LONGEST_SHOWN ? written : written.substring(0, LONGEST_SHOWN) + "…";
    }

    private String word() {
        Matcher word = BARE.matcher(text).region(at, end);
        return word.lookingAt() ? word.group() : "";
    }

    /** Skips blanks; comments and invisible characters are refused. */
    private void skipBlanks() {
        while (at < end && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == end) {
            if (!open.isEmpty() || end == 0) {
                throw cutOff(text);
            }
            return;
        }
        int c = text.codePointAt(at);
        if (c == '/' || c == '#') {
            throw isJson() ? wrong("session.json.comment", "session.remove-it") : noObject();
        }
        if (c < ' ' || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
            throw stray(c);
        }
    }

    private BadInputException stray(int character) {
        return wrong("session.json.stray", "session.remove-it", String.format("%04X", character));
    }

    private void requireMore(int from) {
        if (from >= end) {
            throw cutOff(text);
        }
    }

    private BadInputException wrong(String problem, String remedy, Object... arguments) {
        String before = text.substring(0, at).replace("\r\n", "\n").replace('\r', '\n');
        int line = before.lastIndexOf('\n') + 1;
        int row = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.codePointCount(line, before.length()) + 1;
        return new BadInputException(
                Words.text("session.place", row, column),
                Words.text(problem, arguments),
                Words.text(remedy, arguments));
    }
}
