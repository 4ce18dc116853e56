package scorescope.plot.export;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import scorescope.core.BadInputException;
import scorescope.plot.export.png.PngFile;
import scorescope.plot.export.png.PngText;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.Length;
import scorescope.words.Words;

/** Figures as PNG at any resolution, which the file states. */
public final class PngExport implements ExportFormat {
    private static final long MOST_PIXELS = 200_000_000;

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public String title() {
        return Words.text("figure.png-export.png-image");
    }

    /** @throws BadInputException if the picture would have more than 200 million pixels */
    @Override
    public ExportedFigure encode(Figure figure, ExportOptions options) {
        double scale = options.dpi() / Length.POINTS_PER_INCH;
        int columns = FigurePixels.columns(figure.width(), scale);
        int rows = FigurePixels.columns(figure.height(), scale);
        if ((long) columns * rows > MOST_PIXELS) {
            throw new BadInputException(
                    "--dpi",
                    Words.text("figure.png-export.times-pixels-too-many", columns, rows),
                    Words.text("figure.png-export.lower-dpi-width"));
        }
        return ExportedFigure.of(
                PngFile.of(
                        FigurePixels.of(figure, scale).argb(),
                        columns,
                        rows,
                        options.dpi(),
                        figure.alternative().get(),
                        options.session()),
                List.of());
    }

    @Override
    public OptionalInt mostMarks() {
        return OptionalInt.empty();
    }

    @Override
    public boolean recognises(byte[] start) {
        return PngText.isPng(start);
    }

    @Override
    public Optional<String> session(byte[] bytes, String place) {
        return PngText.under(PngFile.KEYWORD, bytes, place);
    }
}
