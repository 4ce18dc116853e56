package scorescope.plot.export;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Typeface;
import scorescope.plot.raster.SegmentPixels;

/** Paints on pixels with Java 2D. */
public final class GraphicsPainter implements Painter {
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final AffineTransform toPixels;
    private final SegmentPixels fine;

    /**
     * A painter on pixels of a rectangle of the figure, transparent at first.
     *
     * @param x left end of the rectangle, in points, as the others
     */
    public GraphicsPainter(int columns, int rows, double x, double y, double width, double height) {
        image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        graphics = image.createGraphics();
        graphics.scale(columns / width, rows / height);
        graphics.translate(-x, -y);
        toPixels = graphics.getTransform();
        fine = new SegmentPixels(argb(), columns, rows);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    /** A figure of the given size in pixels, row by row from the top, straight alpha. */
    static int[] pixels(Figure figure, int columns, int rows) {
        var painter = new GraphicsPainter(columns, rows, 0, 0, figure.width(), figure.height());
        figure.draw(painter);
        return painter.argb();
    }

    /** The painted pixels, row by row from the top, straight alpha. */
    public int[] argb() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    @Override
    public void segments(double[] x, double[] y, int points, Color color, double width) {
        double scale = Math.sqrt(toPixels.getDeterminant());
        for (int i = 0; i + 1 < points; i += 2) {
            fine.draw(column(x[i]), row(y[i]), column(x[i + 1]), row(y[i + 1]), scale * width, color.argb());
        }
    }

    private double column(double x) {
        return toPixels.getScaleX() * x + toPixels.getTranslateX();
    }

    private double row(double y) {
        return toPixels.getScaleY() * y + toPixels.getTranslateY();
    }

    @Override
    public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
        if (points < 2) {
            return;
        }
        pen(color, width, dash);
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, points + 1);
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < points; i++) {
            path.lineTo(x[i], y[i]);
        }
        if (closed) {
            path.closePath();
        }
        graphics.draw(path);
    }

    @Override
    public void triangles(double[] x, double[] y, int points, Color color) {
        graphics.setColor(color(color));
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, 4);
        for (int i = 0; i + 2 < points; i += 3) {
            path.reset();
            path.moveTo(x[i], y[i]);
            path.lineTo(x[i + 1], y[i + 1]);
            path.lineTo(x[i + 2], y[i + 2]);
            path.closePath();
            graphics.fill(path);
        }
    }

    @Override
    public void discs(double[] x, double[] y, int count, double radius, Color color) {
        graphics.setColor(color(color));
        var disc = new Ellipse2D.Double();
        for (int i = 0; i < count; i++) {
            disc.setFrame(x[i] - radius, y[i] - radius, 2 * radius, 2 * radius);
            graphics.fill(disc);
        }
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color color) {
        graphics.setColor(color(color));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash) {
        pen(color, width, dash);
        var turn = AffineTransform.getRotateInstance(-angle, x, y);
        graphics.draw(turn.createTransformedShape(new Ellipse2D.Double(x - a, y - b, 2 * a, 2 * b)));
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        double shift =
                switch (align) {
                    case LEFT -> 0;
                    case CENTER -> -textWidth(text, size, bold) / 2;
                    case RIGHT -> -textWidth(text, size, bold);
                };
        graphics.setColor(color(color));
        var glyphs = Typeface.of(size, bold)
                .layoutGlyphVector(
                        Typeface.EXACT, text.toCharArray(), 0, text.length(), java.awt.Font.LAYOUT_LEFT_TO_RIGHT);
        // Drawn as outlines, which have the same shape at every resolution; drawString would fit glyphs to whole
        // pixels.
        graphics.fill(glyphs.getOutline((float) (x + shift), (float) y));
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return Typeface.width(text, size, bold);
    }

    @Override
    public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
        var image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, columns, rows, argb, 0, columns);
        graphics.drawImage(image, new AffineTransform(width / columns, 0, 0, height / rows, x, y), null);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        graphics.setClip(new Rectangle2D.Double(x, y, width, height));
        fine.clip(column(x), row(y), column(x + width), row(y + height));
    }

    @Override
    public void unclip() {
        graphics.setClip(null);
        fine.unclip();
    }

    private void pen(Color color, double width, Dash dash) {
        graphics.setColor(color(color));
        float w = (float) width;
        double[] lengths = dash.lengthsBetweenCaps(width);
        float[] pattern = lengths.length == 0 ? null : new float[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            // Java2D leaves out the caps of strokes of length 0.
            pattern[i] = (float) Math.max(lengths[i], 0.01 * width);
        }
        graphics.setStroke(new BasicStroke(w, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, pattern, 0));
    }

    private static java.awt.Color color(Color color) {
        return new java.awt.Color(color.argb(), true);
    }
}
