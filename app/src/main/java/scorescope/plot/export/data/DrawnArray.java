package scorescope.plot.export.data;

import java.util.List;
import scorescope.core.io.NpyArray;

/**
 * The marks of one kind that one panel draws, as rows of numbers or, for tables, of texts.
 *
 * @param name an identifier for files: the panel, the layer and the kind of marks
 * @param what a line of explanation
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

    /** The line of explanation, before the block in a text file and in the array {@code about} of an NPZ file. */
    String line() {
        return name + ": " + what;
    }
}
