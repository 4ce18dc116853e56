package scorescope.plot.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.TextMeasure;
import scorescope.plot.paint.Viewport;

/**
 * Paints into a {@link Raster} without any toolkit, so that a background thread can draw a whole frame and the
 * window only swaps pixels. Text is collected in {@link #words()}; the caller draws it on top.
 */
public final class RasterPainter implements Painter {
    private static final int ELLIPSE_POINTS = 96;

    private static final int[] NO_INDICES = {};

    private final Raster raster;
    private final TextMeasure measure;
    private final List<Word> words = new ArrayList<>();
    private final double[] ellipseX = new double[ELLIPSE_POINTS];
    private final double[] ellipseY = new double[ELLIPSE_POINTS];
    private double scale = 1;

    /** A text to be drawn over the pixels; position and size in points. */
    public record Word(String text, double x, double y, double size, boolean bold, Align align, Color color) {}

    public RasterPainter(Raster raster, TextMeasure measure) {
        this.raster = raster;
        this.measure = measure;
    }

    /** Begins a new picture: forgets the words; {@code pixelsPerPoint} is the screen's scale. */
    public void begin(double pixelsPerPoint) {
        scale = pixelsPerPoint;
        words.clear();
        unclip();
    }

    public List<Word> words() {
        return words;
    }

    @Override
    public void segments(double[] x, double[] y, int points, Color color, double width) {
        for (int i = 0; i + 1 < points; i += 2) {
            line(x[i], y[i], x[i + 1], y[i + 1], color, width);
        }
    }

    @Override
    public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
        double along = 0;
        int last = closed ? points : points - 1;
        double[] lengths = dash.lengths(width);
        for (int i = 0; i < last; i++) {
            int j = i + 1 == points ? 0 : i + 1;
            if (dash == Dash.SOLID) {
                line(x[i], y[i], x[j], y[j], color, width);
            } else {
                along = dashes(x[i], y[i], x[j], y[j], along, color, width, lengths);
            }
        }
    }

    /**
     * Draws the dashes that fall on one segment.
     *
     * @param along how far along the pattern the segment begins, in points
     * @param lengths of strokes and gaps alternately, in points
     * @return how far along the pattern it ends
     */
    private double dashes(
            double x0, double y0, double x1, double y1, double along, Color color, double width, double[] lengths) {
        double period = Arrays.stream(lengths).sum();
        double length = Math.hypot(x1 - x0, y1 - y0);
        if (!(length > 0) || length / period > 1e5) {
            return along;
        }
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        for (double start = -(along % period); start < length; start += period) {
            double stroke = start;
            for (int k = 0; k + 1 < lengths.length; k += 2) {
                piece(x0, y0, ux, uy, stroke, Math.min(stroke + lengths[k], length), color, width);
                stroke += lengths[k] + lengths[k + 1];
            }
        }
        return along + length;
    }

    /** Draws the piece from {@code start} to {@code end} of the ray from (x, y) along (ux, uy), cut at the ray's start. */
    private void piece(double x, double y, double ux, double uy, double start, double end, Color color, double width) {
        double from = Math.max(start, 0);
        if (end > from) {
            line(x + from * ux, y + from * uy, x + end * ux, y + end * uy, color, width);
        }
    }

    @Override
    public void triangles(double[] x, double[] y, int points, Color color) {
        for (int i = 0; i + 2 < points; i += 3) {
            raster.triangle(
                    scale * x[i],
                    scale * y[i],
                    scale * x[i + 1],
                    scale * y[i + 1],
                    scale * x[i + 2],
                    scale * y[i + 2],
                    color.argb());
        }
    }

    @Override
    public void discs(double[] x, double[] y, int count, double radius, Color color) {
        raster.discs(x, y, NO_INDICES, count, PixelMap.ofPoints(scale), scale * radius, color.argb());
    }

    @Override
    public void particles(
            Viewport viewport, double[] x, double[] y, int[] colorIndex, int count, double radius, List<Color> colors) {
        int[] argb = colors.stream().mapToInt(Color::argb).toArray();
        raster.discs(x, y, colorIndex, count, PixelMap.ofData(viewport, scale), scale * radius, argb);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color color) {
        raster.rectangle(scale * x, scale * y, scale * width, scale * height, color.argb());
    }

    @Override
    public void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int i = 0; i < ELLIPSE_POINTS; i++) {
            double turn = 2 * Math.PI * i / ELLIPSE_POINTS;
            double u = a * Math.cos(turn);
            double v = b * Math.sin(turn);
            ellipseX[i] = x + cos * u - sin * v;
            ellipseY[i] = y - sin * u - cos * v;
        }
        polyline(ellipseX, ellipseY, ELLIPSE_POINTS, true, color, width, dash);
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        words.add(new Word(text, x, y, size, bold, align, color));
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return measure.textWidth(text, size, bold);
    }

    @Override
    public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
        raster.image(argb, columns, rows, scale * x, scale * y, scale * width, scale * height);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        raster.clip(
                (int) Math.round(scale * x), (int) Math.round(scale * y), (int) Math.round(scale * (x + width)), (int)
                        Math.round(scale * (y + height)));
    }

    @Override
    public void unclip() {
        raster.clip(0, 0, raster.width(), raster.height());
    }

    private void line(double x0, double y0, double x1, double y1, Color color, double width) {
        raster.line(scale * x0, scale * y0, scale * x1, scale * y1, scale * width, color.argb());
    }
}
