package scorescope.plot.export;

import scorescope.plot.figure.Figure;

/** A file format for figures. */
public interface ExportFormat {
    /** The ending of its files, lower case, without a dot. */
    String extension();

    /** Its name for people, such as "SVG vector graphics". */
    String title();

    /** The bytes of the whole file. */
    byte[] encode(Figure figure, ExportOptions options);
}
