package scorescope.plot.raster;

/** Bounding rectangle of the pixels added; one pixel if there is none. */
public final class ChangedPixels {
    private int left;
    private int right = -1;
    private int top;
    private int bottom = -1;

    /** Begins empty, for a picture of that size. */
    public ChangedPixels(int columns, int rows) {
        left = columns;
        top = rows;
    }

    public void add(int column, int row) {
        left = Math.min(left, column);
        right = Math.max(right, column);
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
    }

    public int left() {
        return right < 0 ? 0 : left;
    }

    public int top() {
        return bottom < 0 ? 0 : top;
    }

    public int width() {
        return right < 0 ? 1 : right - left + 1;
    }

    public int height() {
        return bottom < 0 ? 1 : bottom - top + 1;
    }
}
