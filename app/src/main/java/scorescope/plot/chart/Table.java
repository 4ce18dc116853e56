package scorescope.plot.chart;

import java.util.List;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/**
 * A table of texts; the first column is aligned left, the others right.
 *
 * @param head titles of the columns, formulas as {@link Formula} reads them
 * @param rows cells row by row, as many in each as there are titles
 * @param emphasised index of the row in bold; −1 for none
 */
public record Table(List<String> head, List<List<String>> rows, int emphasised) {
    public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        Words.text("figure.table.cells-under-heads", row.size(), head.size()));
            }
        }
    }

    /** The height it takes, in points. */
    public double height(Style style) {
        return (rows.size() + 1) * line(style) + 0.4 * style.ticks();
    }

    public static double line(Style style) {
        return 1.5 * style.ticks();
    }
}
