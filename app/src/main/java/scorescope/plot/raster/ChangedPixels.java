package scorescope.plot.raster;

/** The smallest rectangle of pixels that holds all that were added; one pixel if none was. */
public final class ChangedPixels {
    private int left;
    private int right = -1;
    private int top;
    private int bottom = -1;

    /** Nothing of a picture so large. */
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
