package scorescope.core.io;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.BadInputException;

/** The error message for a table of text whose first row neither names columns x and y nor consists of two numbers. */
record UnknownLayout(String text, String place, List<Character> delimiters) {
    /** Number of lines that are searched for a header below other lines. */
    private static final int MOST_ABOVE = 50;

    /**
     * What is wrong with the first row, and what to do.
     *
     * @param from the offset of the first line
     * @param line its number, from 1
     */
    BadInputException refusal(int from, int line) {
        var best = new DelimitedRows(text, from, line, delimiters.getFirst(), place);
        char delimiter = delimiters.getFirst();
        for (char other : delimiters) {
            var rows = DelimitedRows.first(text, from, line, other, place);
            if (rows.isPresent() && rows.get().count() > best.count()) {
                best = rows.get();
                delimiter = other;
            }
        }
        if (best.count() == 0) {
            // No delimiter fits the quotation marks; this call throws the exception that describes the fault.
            boolean unusedRow = best.next();
        }
        String header = "\"" + InputText.shown(best.row()) + "\"";
        int below = headerBelow(from, line);
        if (below > 0) {
            return best.wrong(0, "core.io.unknown-layout.header-below", header, below);
        }
        if (best.count() == 1) {
            return best.wrong(0, "core.io.unknown-layout.one-column", header);
        }
        for (int i = 0; i < best.count(); i++) {
            if (!TableNumbers.isNumber(best, i)) {
                return best.wrong(0, "core.io.unknown-layout.no-x-and-y", header);
            }
        }
        return best.wrong(
                0, "core.io.unknown-layout.no-names", header, best.count(), exampleNames(best.count(), delimiter));
    }

    /** The number of a further line that names columns x and y; 0 if there is none among the first. */
    private int headerBelow(int from, int line) {
        int at = from;
        for (int number = line; number < line + MOST_ABOVE && at < text.length(); number++) {
            for (char delimiter : delimiters) {
                var row = DelimitedRows.first(text, at, number, delimiter, place);
                if (row.isPresent() && row.get().line() == number && PointTable.names(row.get(), delimiter)) {
                    return number;
                }
            }
            at = DelimitedRows.lineEnd(text, at);
        }
        return 0;
    }

    private static String exampleNames(int width, char delimiter) {
        var names = new ArrayList<>(List.of("x", "y"));
        for (int i = 2; i < Math.min(width, 5); i++) {
            names.add("c" + (i + 1));
        }
        return String.join(delimiter == '\t' ? " " : String.valueOf(delimiter), names) + (width > 5 ? "…" : "");
    }
}
