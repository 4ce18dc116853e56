package scorescope.core.density;

import java.util.SplittableRandom;
import scorescope.core.BadInputException;

/**
 * A picture in shades of grey as a distribution. The probability of a cell is proportional to its area times the amount by
 * which it is darker than the middle between the lightest and the darkest shade; inside a cell the density is constant.
 * Shades are sRGB's stored values, which follow perceived darkness, not linear light. The longer side of the picture spans
 * {@link #SPAN} data units about the origin, upright.
 *
 * @param width number of columns that the picture covers; the last may be covered in part
 * @param height number of rows that it covers; the last may be covered in part
 * @param grey 0 black to 1 white, row by row from the top; not copied
 */
public record GreyPicture(int columns, int rows, double width, double height, float[] grey) {
    /** The longer side, in data units. */
    public static final double SPAN = 8;

    public GreyPicture {
        if (columns < 1 || rows < 1 || grey.length != columns * rows) {
            throw new IllegalArgumentException(grey.length + " shades for " + columns + " × " + rows + " cells");
        }
        if (!(width > columns - 1 && width <= columns && height > rows - 1 && height <= rows)) {
            throw new IllegalArgumentException(
                    width + " × " + height + " is not covered by " + columns + " × " + rows + " cells");
        }
    }

    /** A picture whose cells are whole pixels. */
    public GreyPicture(int columns, int rows, float[] grey) {
        this(columns, rows, columns, rows, grey);
    }

    /** The side of a cell, in data units. */
    public double pixel() {
        return SPAN / Math.max(width, height);
    }

    /**
     * Draws points, spread over the shades more evenly than independent points: the i-th point lies where the darkness summed
     * row by row reaches the share (i + u)/n of the total, u uniform. The same seed gives the same points.
     *
     * @param x first coordinates in data units; overwritten
     * @param y second coordinates; overwritten; as long as {@code x}
     * @throws BadInputException if the picture is all of one shade
     */
    public void draw(long seed, double[] x, double[] y) {
        double[] cumulative = darkness();
        double all = cumulative[cumulative.length - 1];
        if (!(all > 0)) {
            throw BadInputException.of("picture", "core.grey-picture.one-shade");
        }
        var random = new SplittableRandom(seed);
        int at = 0;
        for (int i = 0; i < x.length; i++) {
            double share = (i + random.nextDouble()) / x.length * all;
            while (at < cumulative.length - 1 && cumulative[at] <= share) {
                at++;
            }
            int row = at / columns;
            int column = at - row * columns;
            x[i] = (column + random.nextDouble() * covered(column, width) - 0.5 * width) * pixel();
            y[i] = (0.5 * height - row - random.nextDouble() * covered(row, height)) * pixel();
        }
    }

    /** The share of cell number {@code cell} that the picture covers, along one side. */
    private static double covered(int cell, double side) {
        return Math.min(1, side - cell);
    }

    /** The area of a cell that the picture covers, in cells. */
    private double area(int i) {
        int row = i / columns;
        return covered(i - row * columns, width) * covered(row, height);
    }

    /** Cumulative darkness below the middle shade, cell by cell. */
    private double[] darkness() {
        double lightest = Double.NEGATIVE_INFINITY;
        for (float shade : grey) {
            lightest = Math.max(lightest, shade);
        }
        double darkest = lightest;
        for (int i = 0; i < grey.length; i++) {
            // A thin line is no darker in what is left of a cell at the edge than in a whole one.
            darkest = Math.min(darkest, lightest - area(i) * (lightest - grey[i]));
        }
        double middle = 0.5 * (lightest + darkest);
        double[] cumulative = new double[grey.length];
        double sum = 0;
        for (int i = 0; i < grey.length; i++) {
            sum += area(i) * Math.max(0, middle - grey[i]);
            cumulative[i] = sum;
        }
        return cumulative;
    }
}
