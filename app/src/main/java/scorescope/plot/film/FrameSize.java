package scorescope.plot.film;

import java.util.Optional;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.plot.paint.Length;
import scorescope.words.Words;

/**
 * Requested size of frames.
 *
 * @param dpi pixels per inch of the figure's width on paper; ignored if {@code pixels} is given
 * @param pixels columns and rows into which the figure is fitted
 */
public record FrameSize(double dpi, Optional<Pixels> pixels) {
    /** At this resolution 85 mm are 602 pixels. */
    public static final double SCREEN_DPI = 180;

    private static final int FEWEST = 64;
    private static final int MOST = 4096;
    private static final long MOST_OF_FRAME = 1L << 23;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})x([0-9]{1,6})");

    /** Columns and rows of a frame. */
    public record Pixels(int columns, int rows) {
        /**
         * @param text such as {@code 600x600}
         * @param place where the text stands, for the message
         * @throws BadInputException if it is no size, below 64 or above 4096 pixels, or of more than 2²³ pixels
         */
        public static Pixels parse(String text, String place) {
            var form = FORM.matcher(text);
            if (!form.matches()) {
                throw new BadInputException(place, Words.text("film.size.none", text), Words.text("film.size.write"));
            }
            return new Pixels(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))).checked(place);
        }

        private Pixels checked(String place) {
            boolean inRange = columns >= FEWEST && rows >= FEWEST && columns <= MOST && rows <= MOST;
            if (!inRange || (long) columns * rows > MOST_OF_FRAME) {
                throw new BadInputException(
                        place,
                        Words.text("film.size.out-of-range", columns, rows),
                        Words.text("film.size.choose", FEWEST, MOST, MOST_OF_FRAME >> 20));
            }
            return this;
        }
    }

    /** @throws BadInputException if dpi is not between 10 and 2400 */
    public FrameSize {
        if (!(dpi >= 10 && dpi <= 2400)) {
            throw new BadInputException(
                    "--dpi", Words.text("film.dpi.out-of-range", dpi), Words.text("film.dpi.choose"));
        }
    }

    /**
     * The page for figures of a width and a height in points.
     *
     * @param even whether it needs even numbers of columns and rows
     * @throws BadInputException if it would be too small or too large
     */
    FramePage page(double width, double height, boolean even) {
        double scale = dpi / Length.POINTS_PER_INCH;
        var size = pixels.orElseGet(
                () -> new Pixels((int) Math.round(width * scale), (int) Math.round(height * scale)).checked("--dpi"));
        int odd = even ? 1 : 0;
        int columns = size.columns + (size.columns & odd);
        int rows = size.rows + (size.rows & odd);
        return pixels.isPresent()
                ? new FramePage(columns, rows, Math.min(columns / width, rows / height))
                : new FramePage(columns, rows, scale);
    }
}
