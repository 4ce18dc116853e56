package scorescope.plot.figure;

import java.util.List;
import java.util.OptionalInt;
import scorescope.plot.guide.Legend;

/**
 * What a study shows at one moment, before it is laid out.
 *
 * @param description what it shows, in one line of plain text
 * @param rows from top to bottom
 * @param notes what the legend says before it explains the parts
 * @param shared whose colours and arrows are on one scale
 * @param colorsBeside whether the colours of the planes are explained by one bar beside them, as on the plain stage, rather
 *     than in the legend
 */
public record StudyScene(
        String description, List<Row> rows, List<Legend.Entry> notes, List<Sharing> shared, boolean colorsBeside) {
    /** Planes that have scales in common. */
    public record Sharing(List<ScenePlane> planes, boolean colors, boolean arrows) {
        public Sharing {
            planes = List.copyOf(planes);
        }

        /** Colours and arrows of all of them. */
        public static List<Sharing> of(List<ScenePlane> planes) {
            return List.of(new Sharing(planes, true, true));
        }
    }

    /**
     * Parts side by side.
     *
     * @param wraps whether they may go on in another line where the page is narrow
     * @param columns how many stand in a line; empty for as many as there is room for
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

    /** Every plane on scales of its own, with its colours in the legend. */
    public StudyScene(String description, List<Row> rows, List<Legend.Entry> notes) {
        this(description, rows, notes, List.of(), false);
    }

    public static StudyScene of(String description, Row... rows) {
        return new StudyScene(description, List.of(rows), List.of());
    }

    /** The same with words in the legend. */
    public StudyScene saying(String... words) {
        var said = java.util.Arrays.stream(words)
                .filter(text -> !text.isEmpty())
                .map(text -> new Legend.Entry(Legend.NOTHING, text))
                .toList();
        return new StudyScene(description, rows, said, shared, colorsBeside);
    }
}
