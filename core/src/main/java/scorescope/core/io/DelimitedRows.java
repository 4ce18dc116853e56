package scorescope.core.io;

import java.util.Arrays;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.words.CoreWords;

/**
 * Rows of fields as RFC 4180 writes them, with any delimiter: a field in quotation marks may hold the delimiter, line ends
 * and doubled quotation marks. Blank lines and comments are skipped: lines that begin with #, as NumPy writes them, with %
 * as MATLAB does, or with //.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class DelimitedRows {
    /** Stands for any sequence of spaces and tabs. */
    static final char BLANKS = ' ';

    private static final int FIRST_ROOM = 16;

    private final String text;
    private final char delimiter;
    private final String place;

    /** Offset of the next character. */
    private int at;

    private int line;
    private int nextLine;
    private int lineStart;
    private int count;
    private int[] starts = new int[FIRST_ROOM];
    private int[] ends = new int[FIRST_ROOM];
    private boolean[] quoted = new boolean[FIRST_ROOM];

    /**
     * @param from the offset of the first line
     * @param line its number, from 1
     * @param place name of the file in messages
     */
    DelimitedRows(String text, int from, int line, char delimiter, String place) {
        this.text = text;
        this.at = from;
        this.nextLine = line;
        this.delimiter = delimiter;
        this.place = place;
    }

    /**
     * Moves to the next row.
     *
     * @return whether there is one
     * @throws BadInputException if a quotation mark is not closed, or followed by more of its field
     */
    boolean next() {
        if (hasNext()) {
            readRow();
            return true;
        }
        return false;
    }

    /** Whether there is a further row; moves to its beginning. */
    boolean hasNext() {
        while (at < text.length()) {
            line = nextLine;
            lineStart = at;
            int first = skipBlanks(at);
            if (first < text.length() && !isLineEnd(text.charAt(first)) && commentMark(text, first) == 0) {
                return true;
            }
            while (at < text.length() && !isLineEnd(text.charAt(at))) {
                at++;
            }
            endLine();
        }
        return false;
    }

    /** The first row split at {@code delimiter}; empty if there is none or its quotation marks do not match. */
    static Optional<DelimitedRows> first(String text, int from, int line, char delimiter, String place) {
        var rows = new DelimitedRows(text, from, line, delimiter, place);
        try {
            return rows.next() ? Optional.of(rows) : Optional.empty();
        } catch (BadInputException quotes) {
            return Optional.empty();
        }
    }

    /** The offset behind the line of {@code text} that begins at {@code from}. */
    static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            end++;
        }
        return Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
    }

    /** Length of the mark of a comment that begins at this place of {@code text}; 0 if none does. */
    static int commentMark(String text, int at) {
        return text.startsWith("//", at) ? 2 : text.startsWith("#", at) || text.startsWith("%", at) ? 1 : 0;
    }

    int count() {
        return count;
    }

    /** The row's first line, from 1. */
    int line() {
        return line;
    }

    /** Offset of the row in the text. */
    int offset() {
        return lineStart;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    boolean isQuoted(int field) {
        return quoted[field];
    }

    /** The field's text without its quotation marks and without blanks around it. */
    String field(int field) {
        String inside = text.substring(starts[field], ends[field]).strip();
        return quoted[field] ? inside.replace("\"\"", "\"").strip() : inside;
    }

    /** The unparsed text of the row. */
    String row() {
        return text.substring(lineStart, count == 0 ? lineStart : at).strip();
    }

    /**
     * The exception with the texts of {@code key} for a field of this row; a field after the last one means the end of the
     * row.
     */
    BadInputException wrong(int field, String key, Object... arguments) {
        int from = field < count ? starts[field] : rowEnd();
        return wrongAt(from, key, arguments);
    }

    private int rowEnd() {
        int end = at;
        while (end > lineStart && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private BadInputException wrongAt(int offset, String key, Object... arguments) {
        int column = text.codePointCount(lineStart, Math.max(lineStart, offset)) + 1;
        return BadInputException.of(
                CoreWords.text("core.io.delimited-rows.place", place, line, column), key, arguments);
    }

    private void readRow() {
        count = 0;
        if (delimiter == BLANKS) {
            at = skipBlanks(at);
        }
        while (true) {
            readField();
            if (at >= text.length() || isLineEnd(text.charAt(at))) {
                endLine();
                return;
            }
            at = delimiter == BLANKS ? skipBlanks(at) : at + 1;
            if (delimiter == BLANKS && (at >= text.length() || isLineEnd(text.charAt(at)))) {
                endLine();
                return;
            }
        }
    }

    private void readField() {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            quoted = Arrays.copyOf(quoted, 2 * count);
        }
        int first = skipBlanks(at);
        if (first < text.length() && text.charAt(first) == '"') {
            readQuoted(first);
        } else {
            starts[count] = Math.min(first, text.length());
            while (at < text.length() && !endsField(text.charAt(at))) {
                at++;
            }
            ends[count] = Math.max(at, starts[count]);
            quoted[count] = false;
        }
        count++;
    }

    private void readQuoted(int opening) {
        int close = opening;
        do {
            close = text.indexOf('"', close + 1);
            if (close < 0) {
                throw wrongAt(opening, "core.io.delimited-rows.open-quotation");
            }
            if (close + 1 < text.length() && text.charAt(close + 1) == '"') {
                close++;
            } else {
                break;
            }
        } while (true);
        starts[count] = opening + 1;
        ends[count] = close;
        quoted[count] = true;
        for (int i = opening; i < close; i++) {
            nextLine += endsLine(i) ? 1 : 0;
        }
        at = delimiter == '\t' ? close + 1 : skipBlanks(close + 1);
        boolean ended = at >= text.length() || endsField(text.charAt(at)) || (delimiter == BLANKS && at > close + 1);
        if (!ended) {
            throw wrongAt(at, "core.io.delimited-rows.after-quotation");
        }
        if (delimiter == BLANKS) {
            at = close + 1;
        }
    }

    private boolean endsLine(int i) {
        char c = text.charAt(i);
        return c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'));
    }

    private boolean endsField(char c) {
        return isLineEnd(c) || (delimiter == BLANKS ? c == ' ' || c == '\t' : c == delimiter);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** The first offset from {@code from} on without a space or a tab that is not the delimiter. */
    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length()
                && (text.charAt(i) == ' '
                        || text.charAt(i) == '\u00a0'
                        || (text.charAt(i) == '\t' && delimiter != '\t'))) {
            i++;
        }
        return i;
    }

    private void endLine() {
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
            nextLine++;
        }
    }
}
