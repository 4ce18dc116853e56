package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;

/** Breaks a row of parts into lines. */
record LineBreaks(TextMeasure ruler, Style style) {
    /**
     * Lines with the number of parts that the row requests; or as many as are legible on paper of {@code width} points,
     * or fewer where that makes the plots larger in the given height.
     *
     * @param height for the row, in points; empty for as high as it needs
     */
    List<PartLine> onPaper(Row row, double width, OptionalDouble height) {
        if (row.columns().isPresent()) {
            return grid(row, row.columns().getAsInt());
        }
        double narrowest = row.parts().stream()
                .mapToDouble(part -> part.narrowest(ruler, style))
                .max()
                .orElse(1);
        int most = (int) ((width - 2 * PartLine.edge(style)) / narrowest);
        boolean chosen = height.isPresent() && row.wraps();
        return balanced(row, chosen ? Math.min(most, bestColumns(row, width, height.getAsDouble())) : most);
    }

    /** Lines that make the plots as large as possible in an area of {@code width} by {@code height} points. */
    List<PartLine> onScreen(Row row, double width, double height) {
        return balanced(
                row, row.wraps() ? bestColumns(row, width, height) : row.parts().size());
    }

    /** The number of columns that makes the plots of a row largest. */
    private int bestColumns(Row row, double width, double height) {
        int count = row.parts().size();
        int best = count;
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = Math.ceilDiv(count, columns);
            double wide = (width - 2 * PartLine.edge(style)) / columns - PartLine.gap(style);
            double high = height / rows
                    - Caption.height(style)
                    - row.parts().getFirst().bottom(ruler, style, square(wide));
            double side = row.parts().getFirst().size(style, wide, high);
            if (side > largest + 1) {
                largest = side;
                best = columns;
            }
        }
        return best;
    }

    /** Lines of nearly equal length, of {@code most} parts at most. */
    private List<PartLine> balanced(Row row, int most) {
        int count = row.parts().size();
        int columns = Math.ceilDiv(count, Math.ceilDiv(count, Math.max(1, most)));
        return lines(row, columns, count % columns == 0, false);
    }

    /** Lines of {@code columns} parts; the last line may be shorter, its plots as wide as the others. */
    private List<PartLine> grid(Row row, int columns) {
        return lines(row, columns, true, true);
    }

    private List<PartLine> lines(Row row, int columns, boolean even, boolean grid) {
        double right = row.parts().stream()
                .mapToDouble(part -> part.right(ruler, style))
                .max()
                .orElse(0);
        double caption = row.parts().stream()
                .mapToDouble(part -> part.caption().width(ruler, style))
                .max()
                .orElse(0);
        int count = row.parts().size();
        var lines = new ArrayList<PartLine>();
        for (int from = 0; from < count; from += columns) {
            var parts = row.parts().subList(from, Math.min(count, from + columns));
            lines.add(new PartLine(parts, columns, even, grid, right, caption, ruler, style));
        }
        return lines;
    }

    /** A plot as large as that, roughly. */
    private static Place square(double side) {
        double length = Math.max(PartLine.LEAST, side);
        return new Place(0, 0, length, length);
    }
}
