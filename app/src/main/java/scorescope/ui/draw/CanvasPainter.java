package scorescope.ui.draw;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import scorescope.core.memo.MemoTable;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;

/**
 * Paints on a JavaFX canvas; for few shapes, such as text, ticks and handles. Under software rendering all shapes except
 * lines, rectangles and ovals are rasterised on the toolkit's render thread, so that whole fields are drawn by
 * {@link scorescope.plot.raster.RasterPainter}.
 */
public final class CanvasPainter implements Painter {
    private static final int MOST_COLORS = 256;
    private static final int MOST_WIDTHS = 500;

    private final GraphicsContext context;
    private final String family;
    private final Map<Integer, javafx.scene.paint.Color> colors = new HashMap<>();
    private final Map<Double, Font> regular = new HashMap<>();
    private final Map<Double, Font> strong = new HashMap<>();
    private final Text ruler = new Text();
    private final MemoTable<Measured, Double> widths = new MemoTable<>(MOST_WIDTHS, this::measure);
    private WritableImage picture = new WritableImage(1, 1);

    private record Measured(String text, double size, boolean bold) {}

    /** @param family name of the font; the system's default font is used if it is not loaded */
    public CanvasPainter(GraphicsContext context, String family) {
        this.context = context;
        this.family = family;
    }

    @Override
    public void segments(double[] x, double[] y, int points, Color color, double width) {
        stroke(color, width, Dash.SOLID);
        for (int i = 0; i + 1 < points; i += 2) {
            context.strokeLine(x[i], y[i], x[i + 1], y[i + 1]);
        }
    }

    @Override
    public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
        stroke(color, width, dash);
        if (closed) {
            context.strokePolygon(x, y, points);
        } else {
            context.strokePolyline(x, y, points);
        }
        context.setLineDashes();
    }

    @Override
    public void triangles(double[] x, double[] y, int points, Color color) {
        context.setFill(color(color));
        context.beginPath();
        for (int i = 0; i + 2 < points; i += 3) {
            context.moveTo(x[i], y[i]);
            context.lineTo(x[i + 1], y[i + 1]);
            context.lineTo(x[i + 2], y[i + 2]);
            context.closePath();
        }
        context.fill();
    }

    @Override
    public void discs(double[] x, double[] y, int count, double radius, Color color) {
        context.setFill(color(color));
        for (int i = 0; i < count; i++) {
            context.fillOval(x[i] - radius, y[i] - radius, 2 * radius, 2 * radius);
        }
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color color) {
        context.setFill(color(color));
        context.fillRect(x, y, width, height);
    }

    @Override
    public void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash) {
        stroke(color, width, dash);
        context.save();
        context.translate(x, y);
        context.rotate(-Math.toDegrees(angle));
        context.strokeArc(-a, -b, 2 * a, 2 * b, 0, 360, ArcType.OPEN);
        context.restore();
        context.setLineDashes();
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        context.setFill(color(color));
        context.setFont(font(size, bold));
        context.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        context.fillText(text, x, y);
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return widths.of(new Measured(text, size, bold));
    }

    private double measure(Measured wanted) {
        ruler.setFont(font(wanted.size(), wanted.bold()));
        ruler.setText(wanted.text());
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
        if (picture.getWidth() != columns || picture.getHeight() != rows) {
            picture = new WritableImage(columns, rows);
        }
        picture.getPixelWriter().setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
        context.drawImage(picture, x, y, width, height);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        context.save();
        context.beginPath();
        context.rect(x, y, width, height);
        context.clip();
    }

    @Override
    public void unclip() {
        context.restore();
    }

    private void stroke(Color color, double width, Dash dash) {
        context.setStroke(color(color));
        context.setLineWidth(width);
        context.setLineCap(StrokeLineCap.BUTT);
        context.setLineDashes(dash.lengths(width));
    }

    private javafx.scene.paint.Color color(Color color) {
        if (colors.size() > MOST_COLORS) {
            colors.clear();
        }
        return colors.computeIfAbsent(
                color.argb(),
                argb -> javafx.scene.paint.Color.rgb(
                        argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0));
    }

    private Font font(double size, boolean bold) {
        return (bold ? strong : regular)
                .computeIfAbsent(size, s -> Font.font(family, bold ? FontWeight.BOLD : FontWeight.NORMAL, s));
    }
}
