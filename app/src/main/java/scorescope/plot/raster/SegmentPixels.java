package scorescope.plot.raster;

/**
 * Draws straight segments one by one onto pixels of straight alpha, for trails of particles. Java 2D makes a path of every
 * stroke, which for thousands of short ones takes longer than drawing them.
 *
 * <p>Coverage: a box one pixel wide, turned along the segment. A round end is a rectangle of the same area, πr²/2.
 */
public final class SegmentPixels {
    private final int[] argb;
    private final int columns;
    private final int rows;
    private int clipX0;
    private int clipY0;
    private int clipX1;
    private int clipY1;

    /** @param argb pixels 0xAARRGGBB row by row from the top; written to */
    public SegmentPixels(int[] argb, int columns, int rows) {
        this.argb = argb;
        this.columns = columns;
        this.rows = rows;
        unclip();
    }

    /** Draws only pixels whose centre lies in the rectangle, given in pixels. */
    public void clip(double x0, double y0, double x1, double y1) {
        clipX0 = Math.clamp((int) Math.ceil(x0 - 0.5), 0, columns);
        clipY0 = Math.clamp((int) Math.ceil(y0 - 0.5), 0, rows);
        clipX1 = Math.clamp((int) Math.ceil(x1 - 0.5), 0, columns);
        clipY1 = Math.clamp((int) Math.ceil(y1 - 0.5), 0, rows);
    }

    public void unclip() {
        clip(0, 0, columns, rows);
    }

    /** A segment from (ax, ay) to (bx, by), {@code width} wide, all in pixels. */
    public void draw(double ax, double ay, double bx, double by, double width, int color) {
        double length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
        if (!(length < 1e7)) {
            return;
        }
        double ux = length > 0 ? (bx - ax) / length : 1;
        double uy = length > 0 ? (by - ay) / length : 0;
        double r = width / 2;
        double end = Math.PI / 4 * r;
        double reach = r + 1;
        double least = Math.min(ax, bx) - reach;
        double most = Math.max(ax, bx) + reach;
        boolean steep = Math.abs(uy) > 1e-3;
        double slope = steep ? ux / uy : 0;
        double half = steep ? (r + 0.5) / Math.abs(uy) : most - least;
        int first = Math.max(clipY0, (int) Math.floor(Math.min(ay, by) - reach));
        int last = Math.min(clipY1 - 1, (int) Math.ceil(Math.max(ay, by) + reach));
        for (int j = first; j <= last; j++) {
            double dy = j + 0.5 - ay;
            double middle = ax + dy * slope;
            int from = Math.max(clipX0, (int) Math.ceil(Math.max(least, middle - half) - 0.5));
            int to = Math.min(clipX1 - 1, (int) Math.floor(Math.min(most, middle + half) - 0.5));
            for (int i = from; i <= to; i++) {
                double dx = i + 0.5 - ax;
                double aside = dx * uy - dy * ux;
                double along = dx * ux + dy * uy;
                double across = Math.min(aside + 0.5, r) - Math.max(aside - 0.5, -r);
                double within = Math.min(along + 0.5, length + end) - Math.max(along - 0.5, -end);
                if (across > 0 && within > 0) {
                    blend(j * columns + i, color, across * within);
                }
            }
        }
    }

    /** Blends {@code color} over a pixel of which it covers the share {@code covered}. */
    private void blend(int at, int color, double covered) {
        double over = (color >>> 24) / 255.0 * covered;
        int below = argb[at];
        if (below >>> 24 == 255) {
            argb[at] = 0xff000000
                    | mixed(below >> 16, color >> 16, over) << 16
                    | mixed(below >> 8, color >> 8, over) << 8
                    | mixed(below, color, over);
            return;
        }
        double under = (below >>> 24) / 255.0 * (1 - over);
        double alpha = over + under;
        if (alpha > 0) {
            double share = over / alpha;
            argb[at] = channel(255 * alpha) << 24
                    | mixed(below >> 16, color >> 16, share) << 16
                    | mixed(below >> 8, color >> 8, share) << 8
                    | mixed(below, color, share);
        }
    }

    private static int mixed(int below, int above, double share) {
        int start = below & 0xff;
        return channel(start + ((above & 0xff) - start) * share);
    }

    private static int channel(double value) {
        return (int) (value + 0.5);
    }
}
