package scorescope.plot.export;

import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.words.Words;

/**
 * How a figure is saved.
 *
 * @param dpi pixels per inch, for formats made of pixels
 * @param session JSON of the session, carried inside the file so that it can be opened again
 * @param outlines whether text in an SVG is written as outlines
 */
public record ExportOptions(double dpi, Optional<String> session, boolean outlines) {
    public static final double PRINT_DPI = 300;

    /** @throws BadInputException if dpi is not between 10 and 2400 */
    public ExportOptions {
        if (!(dpi >= 10 && dpi <= 2400)) {
            throw new BadInputException(
                    "--dpi",
                    Words.text("figure.export-options.out-range", dpi),
                    Words.text("figure.export-options.choose-between-10-2400-such"));
        }
    }

    /** Options with text written as text. */
    public ExportOptions(double dpi, Optional<String> session) {
        this(dpi, session, false);
    }

    public static ExportOptions carrying(String session) {
        return new ExportOptions(PRINT_DPI, Optional.of(session));
    }
}
