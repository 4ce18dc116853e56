package scorescope.plot.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scorescope.plot.export.ExportedFigure.Companion;
import scorescope.plot.export.png.PngFile;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.TextLine;
import scorescope.plot.paint.Typeface;
import scorescope.session.Carried;

/**
 * Writes the basic layer of PGF: paths in big points from the lower left corner, to a hundredth; text that LaTeX sets in
 * the document's own font; rasters as PNG files beside the file.
 *
 * @see <a href="https://tikz.dev/base-paths">The PGF manual, basic layer</a>
 */
final class PgfPainter implements Painter {
    /** Largest number of segments in one path, since TeX stores a path in memory until it is drawn. */
    private static final int LONGEST_PATH = 400;

    private final StringBuilder body = new StringBuilder();
    private final PgfColors colors = new PgfColors();
    private final Map<String, Companion> images = new LinkedHashMap<>();
    private final double height;
    private String state = "";
    private boolean clipped;

    /** @param height of the figure in points */
    PgfPainter(double height) {
        this.height = height;
    }

    /** The drawing as TeX. */
    String body() {
        return body.toString();
    }

    /** Definitions of the colours used. */
    String colors() {
        return colors.definitions();
    }

    /** The files that it refers to. */
    List<Companion> images() {
        return new ArrayList<>(images.values());
    }

    @Override
    public void segments(double[] x, double[] y, int points, Color color, double width) {
        for (int from = 0; from + 1 < points; from += 2 * LONGEST_PATH) {
            pen(color, width, Dash.SOLID);
            for (int i = from; i + 1 < Math.min(points, from + 2 * LONGEST_PATH); i += 2) {
                move(x[i], y[i]);
                line(x[i + 1], y[i + 1]);
            }
            use("stroke");
        }
    }

    @Override
    public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
        if (points < 2) {
            return;
        }
        pen(color, width, dash);
        outline(x, y, 0, points);
        if (closed) {
            body.append("\\S@c");
        }
        use("stroke");
    }

    @Override
    public void triangles(double[] x, double[] y, int points, Color color) {
        for (int from = 0; from + 2 < points; from += 3 * LONGEST_PATH) {
            brush(color);
            for (int i = from; i + 2 < Math.min(points, from + 3 * LONGEST_PATH); i += 3) {
                outline(x, y, i, 3);
                body.append("\\S@c");
            }
            use("fill");
        }
    }

    /** Writes a disc as a line of length 0 with round caps. */
    @Override
    public void discs(double[] x, double[] y, int count, double radius, Color color) {
        for (int from = 0; from < count; from += LONGEST_PATH) {
            pen(color, 2 * radius, Dash.SOLID);
            for (int i = from; i < Math.min(count, from + LONGEST_PATH); i++) {
                move(x[i], y[i]);
                line(x[i], y[i]);
            }
            use("stroke");
        }
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color color) {
        brush(color);
        box(x, y, width, height);
        use("fill");
    }

    @Override
    public void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash) {
        pen(color, width, dash);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        body.append("\\pgfpathellipse{")
                .append(point(x, height - y))
                .append("}{")
                .append(point(a * cos, a * sin))
                .append("}{")
                .append(point(-b * sin, b * cos))
                .append('}');
        use("stroke");
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        if (!text.isEmpty()) {
            write(new TexText().add(text, 0, bold).toString(), x, y, size, align, color);
        }
    }

    /** LaTeX typesets the whole line, so that its pieces follow each other in any font of the document. */
    @Override
    public void line(TextLine line, double x, double y, Align align, Color color) {
        if (line.pieces().isEmpty()) {
            return;
        }
        double size =
                line.pieces().stream().mapToDouble(TextLine.Piece::size).max().orElse(0);
        write(new TexText().add(line).toString(), x, y, size, align, color);
    }

    private void write(String tex, double x, double y, double size, Align align, Color color) {
        String side =
                switch (align) {
                    case LEFT -> "left,";
                    case CENTER -> "";
                    case RIGHT -> "right,";
                };
        brush(color);
        body.append("\\pgftext[base,")
                .append(side)
                .append("at={")
                .append(point(x, height - y))
                .append("}]{\\color{")
                .append(colors.name(color))
                .append("}\\S@t{")
                .append(number(TexText.size(size)))
                .append("}")
                .append(tex)
                .append("}%\n");
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return Typeface.width(text, size, bold);
    }

    @Override
    public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
        byte[] png = PngFile.of(argb, columns, rows);
        var name = "scorescope-" + Carried.sha256(png).substring(0, 12) + ".png";
        images.put(name, new Companion(name, png));
        opacity(255);
        body.append("\\pgftext[left,bottom,at={")
                .append(point(x, this.height - y - height))
                .append("}]{\\pgfimage[width=")
                .append(number(width))
                .append("bp,height=")
                .append(number(height))
                .append("bp]{\\S@f ")
                .append(name)
                .append("}}%\n");
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        unclip();
        body.append("\\begin{pgfscope}%\n");
        box(x, y, width, height);
        use("clip");
        state = "";
        clipped = true;
    }

    @Override
    public void unclip() {
        if (clipped) {
            body.append("\\end{pgfscope}%\n");
            state = "";
            clipped = false;
        }
    }

    @Override
    public void begin(String layer) {
        body.append("% layer ").append(layer).append('\n');
    }

    private void outline(double[] x, double[] y, int from, int points) {
        move(x[from], y[from]);
        for (int i = from + 1; i < from + points; i++) {
            line(x[i], y[i]);
        }
    }

    private void move(double x, double y) {
        step("\\S@m", x, y);
    }

    private void line(double x, double y) {
        step("\\S@l", x, y);
    }

    private void step(String command, double x, double y) {
        int start = body.lastIndexOf("\n") + 1;
        if (body.length() - start > 100) {
            body.append("%\n");
        }
        body.append(command)
                .append(number(x))
                .append(',')
                .append(number(height - y))
                .append(';');
    }

    private void box(double x, double y, double width, double height) {
        body.append("\\pgfpathrectangle{")
                .append(point(x, this.height - y - height))
                .append("}{")
                .append(point(width, height))
                .append('}');
    }

    private void use(String how) {
        body.append("\\pgfusepath{").append(how).append("}%\n");
    }

    private void pen(Color color, double width, Dash dash) {
        var lengths = new StringBuilder();
        for (double length : dash.lengthsBetweenCaps(width)) {
            lengths.append('{').append(number(length)).append("bp}");
        }
        set(color, number(width) + "bp", lengths.toString());
    }

    private void brush(Color color) {
        set(color, "", "");
    }

    private void opacity(int alpha) {
        set(new Color(alpha << 24), "", "");
    }

    /** Sets colour, opacity, line width and dashes if any of them changes. */
    private void set(Color color, String width, String dashes) {
        var next =
                new StringBuilder("\\pgfsetcolor{").append(colors.name(color)).append('}');
        var share = number((color.argb() >>> 24) / 255.0);
        next.append("\\pgfsetstrokeopacity{").append(share).append("}\\pgfsetfillopacity{");
        next.append(share).append('}');
        if (!width.isEmpty()) {
            next.append("\\pgfsetlinewidth{").append(width).append("}\\pgfsetdash{");
            next.append(dashes).append("}{0bp}");
        }
        if (!state.contentEquals(next)) {
            state = next.toString();
            body.append(state).append("%\n");
        }
    }

    private static String point(double x, double y) {
        return "\\pgfqpoint{" + number(x) + "bp}{" + number(y) + "bp}";
    }

    private static String number(double value) {
        return SvgSyntax.number(value);
    }
}
