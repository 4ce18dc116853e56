package scorescope.plot.export;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.StringJoiner;
import scorescope.plot.export.png.PngFile;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.TextLine;
import scorescope.plot.paint.Typeface;
import scorescope.session.Carried;

/**
 * Writes SVG: real text in Inter, its glyphs inside the file, all lines of one kind in one path, rasters as PNG inside the file.
 * Coordinates are points, to a hundredth.
 */
public final class SvgPainter implements Painter {
    static final String NAMESPACE = "urn:scorescope:session";

    /** Begins names of clips and layers until the content, which they are derived from, is known; no text contains it. */
    private static final String NAME = "\u0000";

    private final SvgText words = new SvgText();
    private final StringBuilder body = new StringBuilder();
    private final boolean outlines;
    private int clips;
    private int layers;
    private boolean clipped;

    public SvgPainter() {
        this(false);
    }

    /** @param outlines whether text is written as outlines */
    SvgPainter(boolean outlines) {
        this.outlines = outlines;
    }

    /**
     * The whole file.
     *
     * @param width of the figure in points
     * @param title what the figure shows, in one line
     * @param alternative the picture in words, for screen readers
     * @param session written into the metadata
     */
    public String document(double width, double height, String title, String alternative, Optional<String> session) {
        var mark = mark(width, height, session);
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"")
                .append(SvgSyntax.millimetres(width))
                .append("mm\" height=\"")
                .append(SvgSyntax.millimetres(height))
                .append("mm\" viewBox=\"0 0 ")
                .append(SvgSyntax.number(width))
                .append(' ')
                .append(SvgSyntax.number(height))
                .append("\" font-family=\"")
                .append(SvgText.families(mark))
                .append("\" role=\"img\">\n<title>")
                .append(SvgSyntax.escape(title))
                .append("</title>\n<desc>")
                .append(SvgSyntax.escape(alternative))
                .append("</desc>\n")
                .append(words.fonts(mark));
        session.ifPresent(json -> text.append("<metadata><scorescope xmlns=\"")
                .append(NAMESPACE)
                .append("\" xml:space=\"preserve\">")
                .append(SvgSyntax.escape(json))
                .append("</scorescope></metadata>\n"));
        var drawn = body.toString().replace(NAME, mark + "-");
        return text.append(drawn).append("</svg>\n").toString();
    }

    /**
     * Ten hexadecimal digits of the content's SHA-256. Names inside the file contain them, so that two figures in one
     * page do not use each other's clips and glyphs, and equal figures have equal bytes.
     */
    private String mark(double width, double height, Optional<String> session) {
        var content = width + " " + height + body + session.orElse("");
        return "s" + Carried.sha256(content.getBytes(StandardCharsets.UTF_8)).substring(0, 10);
    }

    @Override
    public void segments(double[] x, double[] y, int points, Color color, double width) {
        if (points < 2 || invisible(color)) {
            return;
        }
        body.append("<path d=\"");
        for (int i = 0; i + 1 < points; i += 2) {
            move(x[i], y[i]);
            step(x[i], y[i], x[i + 1], y[i + 1]);
        }
        stroke(color, width, Dash.SOLID);
    }

    @Override
    public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
        if (points < 2 || invisible(color)) {
            return;
        }
        body.append("<path d=\"");
        outline(x, y, 0, points);
        body.append(closed ? "z" : "");
        stroke(color, width, dash);
    }

    @Override
    public void triangles(double[] x, double[] y, int points, Color color) {
        if (points < 3 || invisible(color)) {
            return;
        }
        body.append("<path d=\"");
        for (int i = 0; i + 2 < points; i += 3) {
            outline(x, y, i, 3);
            body.append('z');
        }
        body.append('"');
        fill(color);
        body.append("/>\n");
    }

    /** Writes discs as lines of length 0 with round caps, which is the shortest form. */
    @Override
    public void discs(double[] x, double[] y, int count, double radius, Color color) {
        if (count < 1 || invisible(color)) {
            return;
        }
        body.append("<path d=\"");
        for (int i = 0; i < count; i++) {
            move(x[i], y[i]);
            body.append("h0");
        }
        stroke(color, 2 * radius, Dash.SOLID);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color color) {
        body.append("<rect");
        box(x, y, width, height);
        fill(color);
        body.append("/>\n");
    }

    @Override
    public void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash) {
        body.append("<ellipse cx=\"")
                .append(SvgSyntax.number(x))
                .append("\" cy=\"")
                .append(SvgSyntax.number(y));
        body.append("\" rx=\"").append(SvgSyntax.number(a)).append("\" ry=\"").append(SvgSyntax.number(b));
        if (angle != 0) {
            body.append("\" transform=\"rotate(")
                    .append(SvgSyntax.number(-Math.toDegrees(angle)))
                    .append(' ')
                    .append(SvgSyntax.number(x))
                    .append(' ')
                    .append(SvgSyntax.number(y))
                    .append(')');
        }
        stroke(color, width, dash);
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        if (outlines) {
            SvgOutlines.append(body, text, x, y, size, bold, align, color);
        } else {
            words.append(body, text, x, y, size, bold, align, color);
        }
    }

    @Override
    public void line(TextLine line, double x, double y, Align align, Color color) {
        if (outlines) {
            Painter.super.line(line, x, y, align, color);
        } else {
            words.append(body, line, x, y, align, color);
        }
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return Typeface.width(text, size, bold);
    }

    @Override
    public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
        var png = PngFile.of(argb, columns, rows);
        body.append("<image");
        box(x, y, width, height);
        body.append(" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(png))
                .append("\"/>\n");
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        unclip();
        body.append("<clipPath id=\"")
                .append(NAME)
                .append("clip")
                .append(++clips)
                .append("\"><rect");
        box(x, y, width, height);
        body.append("/></clipPath>\n<g clip-path=\"url(#")
                .append(NAME)
                .append("clip")
                .append(clips)
                .append(")\">\n");
        clipped = true;
    }

    @Override
    public void unclip() {
        if (clipped) {
            body.append("</g>\n");
            clipped = false;
        }
    }

    @Override
    public void begin(String layer) {
        body.append("<g id=\"")
                .append(NAME)
                .append(layer)
                .append('-')
                .append(++layers)
                .append("\">\n");
    }

    @Override
    public void end() {
        body.append("</g>\n");
    }

    private void outline(double[] x, double[] y, int from, int points) {
        move(x[from], y[from]);
        for (int i = from + 1; i < from + points; i++) {
            step(x[i - 1], y[i - 1], x[i], y[i]);
        }
    }

    private void move(double x, double y) {
        body.append('M');
        pair(x, y);
    }

    /** Writes a line as a relative step, which is short; both ends are rounded first, so that errors do not add up. */
    private void step(double x0, double y0, double x1, double y1) {
        double dx = SvgSyntax.hundredths(x1) - SvgSyntax.hundredths(x0);
        double dy = SvgSyntax.hundredths(y1) - SvgSyntax.hundredths(y0);
        body.append('l');
        pair(dx, dy);
    }

    /** Writes two numbers; a minus sign separates them without a space. */
    private void pair(double x, double y) {
        var second = SvgSyntax.number(y);
        body.append(SvgSyntax.number(x))
                .append(second.startsWith("-") ? "" : " ")
                .append(second);
    }

    private void box(double x, double y, double width, double height) {
        body.append(" x=\"").append(SvgSyntax.number(x)).append("\" y=\"").append(SvgSyntax.number(y));
        body.append("\" width=\"")
                .append(SvgSyntax.number(width))
                .append("\" height=\"")
                .append(SvgSyntax.number(height))
                .append('"');
    }

    /** Ends an element whose last attribute value is still open. */
    private void stroke(Color color, double width, Dash dash) {
        body.append("\" fill=\"none\" stroke=\"").append(SvgSyntax.color(color)).append("\" stroke-width=\"");
        body.append(SvgSyntax.number(width)).append("\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        SvgSyntax.opacity(body, "stroke-opacity", color);
        if (dash != Dash.SOLID) {
            var lengths = new StringJoiner(" ", " stroke-dasharray=\"", "\"");
            for (double length : dash.lengthsBetweenCaps(width)) {
                lengths.add(SvgSyntax.number(length));
            }
            body.append(lengths);
        }
        body.append("/>\n");
    }

    private void fill(Color color) {
        SvgSyntax.fill(body, color);
    }

    private static boolean invisible(Color color) {
        return color.argb() >>> 24 == 0;
    }
}
