package scorescope.core.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.words.CoreWords;

/**
 * Points in a table of text. The columns x and y, or else {@link CoordinateNames}, are read, in any order and among any
 * others; a table without names is read if its rows are two numbers. The delimiter is a comma, semicolon, tab, bar or
 * blank, whichever fits the first row; numbers have a decimal point, or a decimal comma if that is unambiguous. A table
 * that could be read in two ways is refused.
 */
final class PointTable {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|', DelimitedRows.BLANKS);
    private static final int ROOM = 1024;

    private final String text;
    private final String place;
    private final TableNumbers numbers = new TableNumbers();
    private double[] x = new double[ROOM];
    private double[] y = new double[ROOM];
    private int count;

    /**
     * How the table is laid out.
     *
     * @param width fields of a row
     * @param x the field with the first coordinate
     * @param y the field with the second
     * @param named whether the first row holds names, not numbers
     */
    private record Layout(char delimiter, int width, int x, int y, boolean named) {
        /** The layout with an unnamed first column, as R's write.table produces. */
        Layout withRowNames() {
            return new Layout(delimiter, width + 1, x + 1, y + 1, named);
        }
    }

    private PointTable(String text, String place) {
        this.text = text;
        this.place = place;
    }

    /** @throws BadInputException if {@code text} is not a table of points */
    static Csv.Points read(String text, String place) {
        var table = new PointTable(text, place);
        table.read();
        return new Csv.Points(Arrays.copyOf(table.x, table.count), Arrays.copyOf(table.y, table.count));
    }

    private void read() {
        if (text.endsWith("\0")) {
            throw BadInputException.of(place, "core.io.point-table.zero-bytes");
        }
        var declaredSeparator = declaredSeparator();
        int from = declaredSeparator.isPresent() ? lineEnd(0) : 0;
        int line = declaredSeparator.isPresent() ? 2 : 1;
        var layout = layout(from, line, declaredSeparator.map(List::of).orElse(DELIMITERS));
        var rows = new DelimitedRows(text, from, line, layout.delimiter, place);
        boolean first = true;
        if (layout.named) {
            rows.next();
        }
        while (rows.next()) {
            if (first && layout.named && rows.count() == layout.width + 1 && isRowName(rows)) {
                layout = layout.withRowNames();
            }
            first = false;
            requireWidth(rows, layout);
            add(number(rows, layout.x, layout), number(rows, layout.y, layout));
        }
        if (count == 0) {
            throw BadInputException.of(place + ": line 2", "core.io.point-table.no-points");
        }
        numbers.requireDecimalCommas(layout.delimiter, place);
    }

    private double number(DelimitedRows rows, int field, Layout layout) {
        try {
            return numbers.read(rows, field);
        } catch (BadInputException refused) {
            // A comma inside a field is probably part of a number.
            throw hasOtherDelimiter(rows.field(field).replace(',', ' '), layout)
                    ? new BadInputException(
                            refused.place(),
                            refused.problem(),
                            CoreWords.text("core.io.point-table.width.delimiter.remedy", delimiter(layout)))
                    : refused;
        }
    }

    private void add(double first, double second) {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
        }
        x[count] = first;
        y[count++] = second;
    }

    /** The delimiter in a first line such as {@code sep=;}, which spreadsheets obey. */
    private Optional<Character> declaredSeparator() {
        String line = text.substring(0, lineEnd(0)).strip().toLowerCase(Locale.ROOT);
        boolean tells = line.startsWith("sep=") && line.length() <= 5;
        return tells ? Optional.of(line.length() == 5 ? line.charAt(4) : '\t') : Optional.empty();
    }

    /** The offset behind the line that begins at {@code from}. */
    private int lineEnd(int from) {
        return DelimitedRows.lineEnd(text, from);
    }

    private Layout layout(int from, int line, List<Character> delimiters) {
        if (!new DelimitedRows(text, from, line, ';', place).hasNext()) {
            throw BadInputException.of(place, "core.io.point-table.empty");
        }
        for (char delimiter : delimiters) {
            var named =
                    DelimitedRows.first(text, from, line, delimiter, place).flatMap(row -> named(row, delimiter, true));
            if (named.isPresent()) {
                return named.get();
            }
        }
        var comment = lastComment(from);
        for (char delimiter : delimiters) {
            var named = DelimitedRows.first(comment, 0, line, delimiter, place)
                    .flatMap(row -> named(row, delimiter, false));
            if (named.isPresent()) {
                return named.get();
            }
        }
        for (char delimiter : delimiters) {
            var row = DelimitedRows.first(text, from, line, delimiter, place);
            if (row.isPresent()
                    && row.get().count() == 2
                    && TableNumbers.isNumber(row.get(), 0)
                    && TableNumbers.isNumber(row.get(), 1)) {
                return new Layout(delimiter, 2, 0, 1, false);
            }
        }
        throw new UnknownLayout(text, place, delimiters).refusal(from, line);
    }

    /** The layout if the row holds names with x and y among them. */
    private static Optional<Layout> named(DelimitedRows rows, char delimiter, boolean inFirstRow) {
        var names = names(rows);
        for (boolean exactly : new boolean[] {true, false}) {
            int atX = only(names, "x", exactly, rows);
            int atY = only(names, "y", exactly, rows);
            if (atX >= 0 && atY >= 0) {
                return Optional.of(new Layout(delimiter, names.size(), atX, atY, inFirstRow));
            }
        }
        // A comment may be prose, in which such a pair of words does not name columns.
        return CoordinateNames.among(inFirstRow ? names : List.of())
                .map(pair -> new Layout(delimiter, names.size(), pair.x(), pair.y(), true));
    }

    /** Whether the row names columns x and y. */
    static boolean names(DelimitedRows rows, char delimiter) {
        return named(rows, delimiter, true).isPresent();
    }

    private static List<String> names(DelimitedRows rows) {
        var names = new ArrayList<String>();
        for (int i = 0; i < rows.count(); i++) {
            names.add(rows.field(i));
        }
        return names;
    }

    private static int only(List<String> names, String wanted, boolean exactly, DelimitedRows rows) {
        int found = -1;
        for (int i = 0; i < names.size(); i++) {
            if (exactly ? names.get(i).equals(wanted) : names.get(i).equalsIgnoreCase(wanted)) {
                if (found >= 0) {
                    throw rows.wrong(i, "core.io.point-table.second-column", names.get(i));
                }
                found = i;
            }
        }
        return found;
    }

    /** The last comment before the first row, without its marks; empty if there is none. */
    private String lastComment(int from) {
        String comment = "";
        for (int at = from; at < text.length(); at = lineEnd(at)) {
            String line = text.substring(at, lineEnd(at)).strip();
            if (DelimitedRows.commentMark(line, 0) > 0) {
                comment = line.replaceFirst("^[#%/]+", "");
            } else if (!line.isEmpty()) {
                break;
            }
        }
        return comment;
    }

    private static boolean isRowName(DelimitedRows rows) {
        return (rows.isQuoted(0) && !rows.isQuoted(1)) || !TableNumbers.isNumber(rows, 0);
    }

    private static void requireWidth(DelimitedRows rows, Layout layout) {
        if (rows.count() < layout.width) {
            throw wrongWidth(rows, rows.count(), layout, "incomplete");
        }
        for (int i = layout.width; i < rows.count(); i++) {
            if (rows.end(i) > rows.start(i)) {
                throw wrongWidth(rows, i, layout, "more");
            }
        }
    }

    /**
     * The exception for a wrong number of values in a row; the remedy names the delimiter if the row has a different one.
     */
    private static BadInputException wrongWidth(DelimitedRows rows, int field, Layout layout, String otherwise) {
        boolean other = hasOtherDelimiter(rows.row(), layout);
        return rows.wrong(
                field,
                "core.io.point-table.width." + (other ? "delimiter" : otherwise),
                delimiter(layout),
                values(rows.count()),
                layout.width);
    }

    /** Whether a row, or a field of it, has another delimiter than the first row. */
    private static boolean hasOtherDelimiter(String written, Layout layout) {
        return DELIMITERS.stream()
                .anyMatch(c -> c != layout.delimiter && c != DelimitedRows.BLANKS && written.indexOf(c) >= 0);
    }

    private static String delimiter(Layout layout) {
        String name =
                switch (layout.delimiter) {
                    case ',' -> "comma";
                    case ';' -> "semicolon";
                    case '\t' -> "tab";
                    case '|' -> "bar";
                    default -> "blank";
                };
        return CoreWords.text("core.io.point-table.delimiter." + name);
    }

    private static String values(int count) {
        return count == 1
                ? CoreWords.text("core.io.point-table.one-value")
                : CoreWords.text("core.io.point-table.values", count);
    }
}
