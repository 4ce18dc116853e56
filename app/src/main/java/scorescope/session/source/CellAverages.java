package scorescope.session.source;

import scorescope.core.density.GreyPicture;

/** Mean shades of an upright picture over squares of pixels. */
final class CellAverages {
    private final int width;
    private final int height;
    private final PictureMetadata metadata;
    private final int step;
    private final int columns;
    private final int rows;
    private final double[] sums;
    private final int[] counts;

    /**
     * @param width length of the file's rows, in pixels
     * @param height number of the file's rows
     * @param most most cells along the longer side
     */
    CellAverages(int width, int height, PictureMetadata metadata, int most) {
        this.width = width;
        this.height = height;
        this.metadata = metadata;
        step = Math.ceilDiv(Math.max(width, height), most);
        columns = Math.ceilDiv(across(), step);
        rows = Math.ceilDiv(down(), step);
        sums = new double[columns * rows];
        counts = new int[columns * rows];
    }

    private int across() {
        return metadata.isTurned() ? height : width;
    }

    private int down() {
        return metadata.isTurned() ? width : height;
    }

    /**
     * Adds a row of the file.
     *
     * @param shades one per pixel, from 0 black to 1 white
     */
    void add(int row, float[] shades) {
        for (int i = 0; i < width; i++) {
            int cell = metadata.row(i, row, width, height) / step * columns
                    + metadata.column(i, row, width, height) / step;
            sums[cell] += shades[i];
            counts[cell]++;
        }
    }

    /** The picture, after all rows were added. */
    GreyPicture picture() {
        float[] grey = new float[sums.length];
        for (int cell = 0; cell < grey.length; cell++) {
            grey[cell] = (float) (sums[cell] / counts[cell]);
        }
        return new GreyPicture(columns, rows, (double) across() / step, (double) down() / step, grey);
    }
}
