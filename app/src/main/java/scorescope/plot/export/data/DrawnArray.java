package scorescope.plot.export.data;

import java.util.List;
import scorescope.core.io.NpyArray;

/**
 * What one panel draws in one way, as rows of numbers or, for tables, of texts.
 *
 * @param name a word for files: the panel, the layer and the kind of marks
 * @param what a line on what it is
 * @param columns names of the columns
 * @param rows n × columns
 */
record DrawnArray(String name, String what, List<String> columns, NpyArray rows) {
    DrawnArray {
        columns = List.copyOf(columns);
    }

    static DrawnArray of(String name, String what, List<String> columns, double[] values) {
        int rows = values.length / columns.size();
        return new DrawnArray(name, what, columns, new NpyArray.Doubles(new int[] {rows, columns.size()}, values));
    }

    static DrawnArray of(String name, String what, List<String> columns, String[] cells) {
        int rows = cells.length / columns.size();
        return new DrawnArray(name, what, columns, new NpyArray.Text(new int[] {rows, columns.size()}, cells));
    }

    /** The line that stands before it in a file of text, and beside it in a file of arrays. */
    String line() {
        return name + ": " + what;
    }
}
