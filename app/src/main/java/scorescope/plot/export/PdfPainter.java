package scorescope.plot.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Typeface;

/**
 * Paints the content of one PDF page: text as text, all lines of one kind in one path, rasters as images without loss.
 * Coordinates are points from the upper left corner, written to a hundredth.
 *
 * @see <a href="https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf">ISO 32000-1, 8 and 9</a>
 */
final class PdfPainter implements Painter {
    private static final int ROUND = 1;

    private final PDDocument document;
    private final PDPageContentStream page;
    private final PdfText words;
    private final double height;
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();
    private int opacity = 255;
    private boolean clipped;

    /**
     * @param page open for writing; not closed here
     * @param height of the page in points
     */
    PdfPainter(PDDocument document, PDPageContentStream page, double height) throws IOException {
        this.document = document;
        this.page = page;
        this.height = height;
        words = new PdfText(document, page);
        page.setLineCapStyle(ROUND);
        page.setLineJoinStyle(ROUND);
    }

    @Override
    public void segments(double[] x, double[] y, int points, Color color, double width) {
        if (points < 2) {
            return;
        }
        write(() -> {
            pen(color, width, Dash.SOLID);
            for (int i = 0; i + 1 < points; i += 2) {
                page.moveTo(across(x[i]), up(y[i]));
                page.lineTo(across(x[i + 1]), up(y[i + 1]));
            }
            page.stroke();
        });
    }

    @Override
    public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
        if (points < 2) {
            return;
        }
        write(() -> {
            pen(color, width, dash);
            outline(x, y, 0, points);
            if (closed) {
                page.closePath();
            }
            page.stroke();
        });
    }

    @Override
    public void triangles(double[] x, double[] y, int points, Color color) {
        if (points < 3) {
            return;
        }
        write(() -> {
            brush(color);
            for (int i = 0; i + 2 < points; i += 3) {
                outline(x, y, i, 3);
                page.closePath();
            }
            page.fill();
        });
    }

    /** Writes a disc as a line of length 0 with round caps, which is the shortest form. */
    @Override
    public void discs(double[] x, double[] y, int count, double radius, Color color) {
        if (count < 1) {
            return;
        }
        write(() -> {
            pen(color, 2 * radius, Dash.SOLID);
            for (int i = 0; i < count; i++) {
                page.moveTo(across(x[i]), up(y[i]));
                page.lineTo(across(x[i]), up(y[i]));
            }
            page.stroke();
        });
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color color) {
        write(() -> {
            brush(color);
            box(x, y, width, height);
            page.fill();
        });
    }

    /** Four Bézier arcs; largest radial error 2.7e-4 of a semi-axis. */
    @Override
    public void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash) {
        write(() -> {
            pen(color, width, dash);
            double cos = Math.cos(angle);
            double sin = -Math.sin(angle); // y points downwards
            double handle = 4.0 / 3 * (Math.sqrt(2) - 1);
            for (int quarter = 0; quarter < 4; quarter++) {
                double c = Math.rint(Math.cos(quarter * Math.PI / 2));
                double s = Math.rint(Math.sin(quarter * Math.PI / 2));
                double[] u = {c, c - handle * s, -s + handle * c, -s};
                double[] v = {s, s + handle * c, c + handle * s, c};
                float[] px = new float[4];
                float[] py = new float[4];
                for (int i = 0; i < 4; i++) {
                    px[i] = across(x + a * u[i] * cos - b * v[i] * sin);
                    py[i] = up(y + a * u[i] * sin + b * v[i] * cos);
                }
                if (quarter == 0) {
                    page.moveTo(px[0], py[0]);
                }
                page.curveTo(px[1], py[1], px[2], py[2], px[3], py[3]);
            }
            page.closePath();
            page.stroke();
        });
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        if (text.isEmpty()) {
            return;
        }
        double shift =
                switch (align) {
                    case LEFT -> 0;
                    case CENTER -> -textWidth(text, size, bold) / 2;
                    case RIGHT -> -textWidth(text, size, bold);
                };
        write(() -> {
            brush(color);
            words.show(text, x + shift, height - y, size, bold);
        });
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return Typeface.width(text, size, bold);
    }

    @Override
    public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
        boolean opaque = true;
        for (int pixel : argb) {
            opaque &= pixel >>> 24 == 255;
        }
        var image = new BufferedImage(columns, rows, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, columns, rows, argb, 0, columns);
        write(() -> {
            opacity(255);
            page.drawImage(
                    LosslessFactory.createFromImage(document, image),
                    across(x),
                    up(y + height),
                    across(width),
                    across(height));
        });
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        unclip();
        write(() -> {
            opacity(255); // The saved state must be opaque, since restoring it restores the opacity.
            page.saveGraphicsState();
            box(x, y, width, height);
            page.clip();
        });
        clipped = true;
    }

    @Override
    public void unclip() {
        if (clipped) {
            write(() -> {
                opacity(255);
                page.restoreGraphicsState();
            });
            clipped = false;
        }
    }

    private void outline(double[] x, double[] y, int from, int points) throws IOException {
        page.moveTo(across(x[from]), up(y[from]));
        for (int i = from + 1; i < from + points; i++) {
            page.lineTo(across(x[i]), up(y[i]));
        }
    }

    private void box(double x, double y, double width, double height) throws IOException {
        page.addRect(across(x), up(y + height), across(width), across(height));
    }

    private void pen(Color color, double width, Dash dash) throws IOException {
        page.setStrokingColor(new java.awt.Color(color.argb() & 0xffffff));
        opacity(color.argb() >>> 24);
        page.setLineWidth(across(width));
        double[] lengths = dash.lengthsBetweenCaps(width);
        float[] pattern = new float[lengths.length];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = across(lengths[i]);
        }
        page.setLineDashPattern(pattern, 0);
    }

    private void brush(Color color) throws IOException {
        page.setNonStrokingColor(new java.awt.Color(color.argb() & 0xffffff));
        opacity(color.argb() >>> 24);
    }

    /** Sets the opacity of lines and areas; written only when it changes. */
    private void opacity(int alpha) throws IOException {
        if (alpha != opacity) {
            page.setGraphicsStateParameters(opacities.computeIfAbsent(alpha, PdfPainter::state));
            opacity = alpha;
        }
    }

    private static PDExtendedGraphicsState state(int alpha) {
        var state = new PDExtendedGraphicsState();
        float share = Math.round(alpha * 1000 / 255.0) / 1000f;
        state.setStrokingAlphaConstant(share);
        state.setNonStrokingAlphaConstant(share);
        return state;
    }

    private static float across(double x) {
        return Math.round(x * 100) / 100f;
    }

    private float up(double y) {
        return across(height - y);
    }

    /** Runs an operation. It writes to memory, so that an {@link IOException} is a programming error. */
    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
