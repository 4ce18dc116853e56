package scorescope.plot.figure;

import java.util.List;
import scorescope.plot.guide.Legend;

/**
 * What a study shows at one moment, before it is laid out.
 *
 * @param description what it shows, in one line of plain text
 * @param rows from top to bottom
 * @param notes what the legend says before it explains the parts
 * @param computed done once all parts are computed: shared scales
 */
public record StudyScene(String description, List<Row> rows, List<Legend.Entry> notes, Runnable computed) {
    /**
     * Parts side by side.
     *
     * @param wraps whether they may go on in another line where the page is narrow
     */
    public record Row(List<Part> parts, boolean wraps) {
        public Row {
            parts = List.copyOf(parts);
        }

        public static Row of(Part... parts) {
            return new Row(List.of(parts), false);
        }
    }

    public StudyScene {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    public static StudyScene of(String description, Row... rows) {
        return new StudyScene(description, List.of(rows), List.of(), () -> {});
    }

    /** The same with words in the legend. */
    public StudyScene saying(String... words) {
        var said = java.util.Arrays.stream(words)
                .filter(text -> !text.isEmpty())
                .map(text -> new Legend.Entry(Legend.NOTHING, text))
                .toList();
        return new StudyScene(description, rows, said, computed);
    }
}
