package scorescope.plot.export;

import java.util.OptionalInt;
import scorescope.plot.figure.Figure;

/** A file format for figures. */
public interface ExportFormat extends SessionCarrier {
    /** Largest number of marks of a layer in a panel that are written as vectors; empty for formats made of pixels. */
    default OptionalInt mostMarks() {
        return OptionalInt.of(HybridPainter.MOST_MARKS);
    }

    /** The figure as files of this format. The same figure gives the same bytes. */
    ExportedFigure encode(Figure figure, ExportOptions options);
}
