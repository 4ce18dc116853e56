package scorescope.plot.figure;

import java.util.List;
import java.util.OptionalInt;
import scorescope.plot.guide.Legend;

/**
 * The content of a study at one moment, before the layout.
 *
 * @param description what it shows, in one line of plain text
 * @param rows from top to bottom
 * @param notes legend entries before those of the parts
 * @param shared groups of planes whose colours or arrows have a common scale
 * @param colorsBeside whether the colours of the planes are explained by one bar beside them, as on the plain stage,
 * rather than in the legend
 */
public record StudyScene(
        String description, List<Row> rows, List<Legend.Entry> notes, List<Sharing> shared, boolean colorsBeside) {
    /** Planes with common scales. */
    public record Sharing(List<ScenePlane> planes, boolean colors, boolean arrows) {
        public Sharing {
            planes = List.copyOf(planes);
        }

        /** Common scales of colours and arrows for all planes. */
        public static List<Sharing> of(List<ScenePlane> planes) {
            return List.of(new Sharing(planes, true, true));
        }
    }

    /**
     * Parts side by side.
     *
     * @param wraps whether they may continue on another line on a narrow page
     * @param columns number of parts per line; empty for as many as fit
     */
    public record Row(List<Part> parts, boolean wraps, OptionalInt columns) {
        public Row(List<Part> parts, boolean wraps) {
            this(parts, wraps, OptionalInt.empty());
        }

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
        shared = List.copyOf(shared);
    }

    /** A scene in which every plane has its own scales, with colours explained in the legend. */
    public StudyScene(String description, List<Row> rows, List<Legend.Entry> notes) {
        this(description, rows, notes, List.of(), false);
    }

    public static StudyScene of(String description, Row... rows) {
        return new StudyScene(description, List.of(rows), List.of());
    }

    /** The same with further texts in the legend. */
    public StudyScene saying(String... words) {
        var said = java.util.Arrays.stream(words)
                .filter(text -> !text.isEmpty())
                .map(text -> new Legend.Entry(Legend.NOTHING, text))
                .toList();
        return new StudyScene(description, rows, said, shared, colorsBeside);
    }
}
