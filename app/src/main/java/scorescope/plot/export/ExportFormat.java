package scorescope.plot.export;

import scorescope.plot.figure.Figure;

/** A file format for figures. */
public interface ExportFormat extends SessionCarrier {
    /** The figure as files of this format. The same figure gives the same bytes. */
    ExportedFigure encode(Figure figure, ExportOptions options);
}
