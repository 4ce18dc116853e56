package scorescope.core.density;

import java.util.SplittableRandom;
import scorescope.core.BadInputException;

/**
 * A picture in shades of grey as a distribution: as likely in a pixel as this is darker than the middle between the
 * lightest and the darkest shade, and even inside a pixel. Its longer side spans {@link #SPAN} data units about the
 * origin, upright.
 *
 * @param grey 0 black to 1 white, row by row from the top; not copied
 */
public record GreyPicture(int columns, int rows, float[] grey) {
    /** The longer side, in data units. */
    public static final double SPAN = 8;

    public GreyPicture {
        if (columns < 1 || rows < 1 || grey.length != columns * rows) {
            throw new IllegalArgumentException(grey.length + " shades for " + columns + " × " + rows + " pixels");
        }
    }

    /** The side of a pixel, in data units. */
    public double pixel() {
        return SPAN / Math.max(columns, rows);
    }

    /**
     * Draws points from it, spread over the shades more evenly than independent ones would be: the i-th stands where a
     * share (i + u)/n of all darkness has gone by, row by row, u uniform. The same seed gives the same points.
     *
     * @param x first coordinates in data units; overwritten
     * @param y second coordinates; overwritten; as long as {@code x}
     * @throws BadInputException if the picture is all of one shade
     */
    public void draw(long seed, double[] x, double[] y) {
        double[] gone = darkness();
        double all = gone[gone.length - 1];
        if (!(all > 0)) {
            throw new BadInputException("picture", "has no dark pixels", "use one with dark shapes on a light ground");
        }
        var random = new SplittableRandom(seed);
        int at = 0;
        for (int i = 0; i < x.length; i++) {
            double share = (i + random.nextDouble()) / x.length * all;
            while (at < gone.length - 1 && gone[at] <= share) {
                at++;
            }
            int row = at / columns;
            int column = at - row * columns;
            x[i] = (column + random.nextDouble() - 0.5 * columns) * pixel();
            y[i] = (0.5 * rows - row - random.nextDouble()) * pixel();
        }
    }

    /** Summed up, pixel by pixel. */
    private double[] darkness() {
        float lightest = Float.NEGATIVE_INFINITY;
        float darkest = Float.POSITIVE_INFINITY;
        for (float shade : grey) {
            lightest = Math.max(lightest, shade);
            darkest = Math.min(darkest, shade);
        }
        double middle = 0.5 * (lightest + darkest);
        double[] gone = new double[grey.length];
        double sum = 0;
        for (int i = 0; i < grey.length; i++) {
            sum += Math.max(0, middle - grey[i]);
            gone[i] = sum;
        }
        return gone;
    }
}
