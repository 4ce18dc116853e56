package scorescope.plot.export;

import java.util.Optional;
import java.util.OptionalInt;
import scorescope.plot.figure.Figure;

/** A file format for figures. */
public interface ExportFormat {
    /** The ending of its files, lower case, without a dot. */
    String extension();

    /** Its name for people, such as "SVG vector graphics". */
    String title();

    /**
     * Whether a file is of this format, by how it begins.
     *
     * @param start its first bytes, at least {@link #START} of them if it has so many
     */
    boolean recognises(byte[] start);

    /**
     * The JSON of the session that a file of this format carries; empty if it carries none.
     *
     * @param place what to call the file in messages
     * @throws scorescope.core.BadInputException if the file is damaged
     */
    Optional<String> session(byte[] file, String place);

    /** How many bytes tell a format: blank lines may stand first. */
    int START = 1 << 16;

    /** Most marks of one call that stay vectors; empty if all is pixels. */
    default OptionalInt mostMarks() {
        return OptionalInt.of(HybridPainter.MOST_MARKS);
    }

    /** The figure as files of this format. The same figure gives the same bytes. */
    ExportedFigure encode(Figure figure, ExportOptions options);
}
