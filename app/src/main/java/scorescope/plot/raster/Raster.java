package scorescope.plot.raster;

import java.util.Arrays;

/**
 * Opaque pixels with antialiased lines, triangles and discs blended onto them, coverage by distance to the
 * shape's edge (a box filter one pixel wide). Runs on any thread and allocates only when it grows.
 *
 * <p>Coordinates are in pixels, y downwards; the pixel (i, j) covers [i, i+1] × [j, j+1]. Colours are
 * 0xAARRGGBB, straight alpha.
 */
public final class Raster {
    /** Fixed-point bits of distances: 2⁻¹⁶ pixel, far below the 2⁻⁸ of a colour channel. */
    private static final int SHIFT = 16;

    private static final long ONE = 1L << SHIFT;
    private static final long HALF = ONE / 2;

    private final DiscCloud cloud = new DiscCloud();
    private final StretchedImage stretched = new StretchedImage();
    private int[] pixels = new int[0];
    private int width;
    private int height;
    private int clipX0;
    private int clipY0;
    private int clipX1;
    private int clipY1;

    /** Sets the size, fills it with one opaque colour, and removes the clip. */
    public void reset(int width, int height, int rgb) {
        this.width = width;
        this.height = height;
        if (pixels.length < width * height) {
            pixels = new int[width * height];
        }
        Arrays.fill(pixels, 0, width * height, 0xff000000 | rgb);
        clip(0, 0, width, height);
    }

    public int[] pixels() {
        return pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Draws only inside the pixels x0 ≤ i &lt; x1, y0 ≤ j &lt; y1. */
    public void clip(int x0, int y0, int x1, int y1) {
        clipX0 = Math.clamp(x0, 0, width);
        clipY0 = Math.clamp(y0, 0, height);
        clipX1 = Math.clamp(x1, 0, width);
        clipY1 = Math.clamp(y1, 0, height);
    }

    /** A straight segment with flat ends; two that meet end to end join without a gap or a darker joint. */
    public void line(double x0, double y0, double x1, double y1, double lineWidth, int argb) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = length(dx, dy);
        if (!(length > 1e-9) || length > 1e7) {
            return;
        }
        boolean steep = Math.abs(dy) > Math.abs(dx);
        // Steps along the longer axis; u is the position on it, v on the other one.
        double startU = steep ? y0 : x0;
        double startV = steep ? x0 : y0;
        double along = (steep ? dy : dx) / length;
        double aside = (steep ? dx : dy) / length;
        double slope = aside / along;
        double across = Math.abs(along);
        double r = lineWidth / 2;
        double reach = (r + 0.5) / across;
        double end = startU + (steep ? dy : dx);
        int firstU = Math.max((int) Math.floor(Math.min(startU, end) - r - 1), steep ? clipY0 : clipX0);
        int lastU = Math.min((int) Math.ceil(Math.max(startU, end) + r + 1), (steep ? clipY1 : clipX1) - 1);
        int lowV = steep ? clipX0 : clipY0;
        int highV = (steep ? clipX1 : clipY1) - 1;
        int rowStep = steep ? 1 : width;
        int alpha = argb >>> 24;
        // Distance from the centre line and position along it are linear in v; both in units of 1/ONE pixel.
        long band = fixed(r);
        long whole = fixed(length);
        long distanceStep = fixed(across);
        long positionStep = fixed(aside);
        for (int u = firstU; u <= lastU; u++) {
            double offset = u + 0.5 - startU;
            double middle = startV + offset * slope;
            int from = Math.max((int) Math.floor(middle - reach), lowV);
            int to = Math.min((int) Math.floor(middle + reach), highV);
            double off = from + 0.5 - middle;
            long signed = fixed(off * across);
            long position = fixed(offset * along + (offset * slope + off) * aside);
            int at = steep ? u * width + from : from * width + u;
            for (int v = from; v <= to; v++) {
                long distance = Math.abs(signed);
                long side = Math.min(distance + HALF, band) - Math.max(distance - HALF, -band);
                long cap = Math.min(ONE, Math.min(position, whole - position) + HALF);
                if (side > 0 && cap > 0) {
                    blend(at, argb, (int) ((alpha * ((side * cap) >> SHIFT) + HALF) >> SHIFT));
                }
                signed += distanceStep;
                position += positionStep;
                at += rowStep;
            }
        }
    }

    /** Without {@code Math.hypot}, which takes ten times as long: pixels neither overflow nor underflow. */
    private static double length(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }

    private static long fixed(double pixels) {
        return (long) (pixels * ONE);
    }

    /** A filled triangle, corners in any order. */
    public void triangle(double ax, double ay, double bx, double by, double cx, double cy, int argb) {
        double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (!(Math.abs(area) > 1e-9)) {
            return;
        }
        double sign = Math.signum(area);
        double ab = sign / length(bx - ax, by - ay);
        double bc = sign / length(cx - bx, cy - by);
        double ca = sign / length(ax - cx, ay - cy);
        int alpha = argb >>> 24;
        int x0 = Math.max((int) Math.floor(Math.min(ax, Math.min(bx, cx)) - 0.5), clipX0);
        int x1 = Math.min((int) Math.ceil(Math.max(ax, Math.max(bx, cx)) + 0.5), clipX1);
        int y0 = Math.max((int) Math.floor(Math.min(ay, Math.min(by, cy)) - 0.5), clipY0);
        int y1 = Math.min((int) Math.ceil(Math.max(ay, Math.max(by, cy)) + 0.5), clipY1);
        // Signed distances from the edges, positive inside; they are linear along a row.
        long stepAb = fixed((ay - by) * ab);
        long stepBc = fixed((by - cy) * bc);
        long stepCa = fixed((cy - ay) * ca);
        double px = x0 + 0.5;
        for (int j = y0; j < y1; j++) {
            double py = j + 0.5;
            long inAb = fixed(((bx - ax) * (py - ay) - (by - ay) * (px - ax)) * ab);
            long inBc = fixed(((cx - bx) * (py - by) - (cy - by) * (px - bx)) * bc);
            long inCa = fixed(((ax - cx) * (py - cy) - (ay - cy) * (px - cx)) * ca);
            for (int at = j * width + x0; at < j * width + x1; at++) {
                long coverage = Math.min(ONE, Math.min(inAb, Math.min(inBc, inCa)) + HALF);
                if (coverage > 0) {
                    blend(at, argb, (int) ((alpha * coverage + HALF) >> SHIFT));
                }
                inAb += stepAb;
                inBc += stepBc;
                inCa += stepCa;
            }
        }
    }

    /** A filled disc. */
    public void disc(double cx, double cy, double radius, int argb) {
        int alpha = argb >>> 24;
        int x0 = Math.max((int) Math.floor(cx - radius - 0.5), clipX0);
        int x1 = Math.min((int) Math.ceil(cx + radius + 0.5), clipX1);
        int y0 = Math.max((int) Math.floor(cy - radius - 0.5), clipY0);
        int y1 = Math.min((int) Math.ceil(cy + radius + 0.5), clipY1);
        for (int j = y0; j < y1; j++) {
            double dy = j + 0.5 - cy;
            for (int i = x0; i < x1; i++) {
                double dx = i + 0.5 - cx;
                double coverage = Math.min(1, radius + 0.5 - Math.sqrt(dx * dx + dy * dy));
                if (coverage > 0) {
                    blend(j * width + i, argb, (int) (alpha * coverage + 0.5));
                }
            }
        }
    }

    /**
     * Filled discs of one radius. Centres of many small ones are rounded to an eighth of a pixel.
     *
     * @param colorIndex index of the colour of each disc; not read if there is one
     * @param argb colours, all of the same opacity
     */
    public void discs(double[] x, double[] y, int[] colorIndex, int count, PixelMap map, double radius, int... argb) {
        if (DiscCloud.suits(count, radius)) {
            cloud.draw(this, x, y, colorIndex, count, map, radius, argb);
        } else {
            for (int i = 0; i < count; i++) {
                disc(map.x(x[i]), map.y(y[i]), radius, argb.length == 1 ? argb[0] : argb[colorIndex[i]]);
            }
        }
    }

    /** The pixels that are drawn on: x0 ≤ x < x1 and y0 ≤ y < y1. */
    record Clip(int x0, int y0, int x1, int y1) {}

    Clip clip() {
        return new Clip(clipX0, clipY0, clipX1, clipY1);
    }

    /** Whether a rectangle of pixels lies wholly inside the clip. */
    boolean holds(int left, int top, int columns, int rows) {
        return left >= clipX0 && top >= clipY0 && left + columns <= clipX1 && top + rows <= clipY1;
    }

    /** Blends a colour onto a square of pixels from index {@code at} on, by weights in 1/256 from index {@code from} on. */
    void stamp(int at, int side, int[] weights, int from, int argb) {
        int k = from;
        int row = at;
        for (int j = 0; j < side; j++) {
            for (int i = row; i < row + side; i++) {
                pixels[i] = 0xff000000 | mix(pixels[i], argb, weights[k++]);
            }
            row += width;
        }
    }

    /** A filled rectangle, its edges antialiased. */
    public void rectangle(double x, double y, double w, double h, int argb) {
        int alpha = argb >>> 24;
        int x0 = Math.max((int) Math.floor(x), clipX0);
        int x1 = Math.min((int) Math.ceil(x + w), clipX1);
        int y0 = Math.max((int) Math.floor(y), clipY0);
        int y1 = Math.min((int) Math.ceil(y + h), clipY1);
        for (int j = y0; j < y1; j++) {
            double rows = Math.min(j + 1, y + h) - Math.max(j, y);
            for (int i = x0; i < x1; i++) {
                double columns = Math.min(i + 1, x + w) - Math.max(i, x);
                blend(j * width + i, argb, (int) (alpha * rows * columns + 0.5));
            }
        }
    }

    /** An image stretched over a rectangle, bilinear between the centres of its pixels. */
    public void image(int[] argb, int columns, int rows, double x, double y, double w, double h) {
        int x0 = Math.max((int) Math.round(x), clipX0);
        int x1 = Math.min((int) Math.round(x + w), clipX1);
        int y0 = Math.max((int) Math.round(y), clipY0);
        int y1 = Math.min((int) Math.round(y + h), clipY1);
        int across = x1 - x0;
        if (across <= 0) {
            return;
        }
        stretched.take(argb, columns, rows, across, (x0 + 0.5 - x) * columns / w - 0.5, columns / w);
        boolean opaque = stretched.opaque();
        double stepY = rows / h;
        for (int j = y0; j < y1; j++) {
            int[] row = stretched.row((j + 0.5 - y) * stepY - 0.5);
            int at = j * width + x0;
            if (opaque) {
                System.arraycopy(row, 0, pixels, at, across);
            } else {
                for (int i = 0; i < across; i++) {
                    blend(at + i, row[i], row[i] >>> 24);
                }
            }
        }
    }

    /** Copies size and pixels of {@code other}, and removes the clip. */
    public void copy(Raster other) {
        width = other.width;
        height = other.height;
        if (pixels.length < width * height) {
            pixels = new int[width * height];
        }
        System.arraycopy(other.pixels, 0, pixels, 0, width * height);
        clip(0, 0, width, height);
    }

    /** a (1 − w/256) + b w/256 for all four channels. */
    static int mix(int a, int b, int w) {
        int even = ((a & 0xff00ff) * (256 - w) + (b & 0xff00ff) * w) >>> 8 & 0xff00ff;
        int odd = ((a >>> 8 & 0xff00ff) * (256 - w) + (b >>> 8 & 0xff00ff) * w) & 0xff00ff00;
        return even | odd;
    }

    private void blend(int at, int argb, int alpha) {
        int w = alpha + (alpha >>> 7);
        pixels[at] = 0xff000000 | mix(pixels[at], argb, w);
    }
}
