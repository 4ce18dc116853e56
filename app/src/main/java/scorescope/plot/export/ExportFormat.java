package scorescope.plot.export;

import java.util.OptionalInt;
import scorescope.plot.figure.Figure;

/** A file format for figures. */
public interface ExportFormat extends SessionCarrier {
    /** Most marks of a layer in a panel that stay vectors; empty if all is pixels. */
    default OptionalInt mostMarks() {
        return OptionalInt.of(HybridPainter.MOST_MARKS);
    }

    /** The figure as files of this format. The same figure gives the same bytes. */
    ExportedFigure encode(Figure figure, ExportOptions options);
}
