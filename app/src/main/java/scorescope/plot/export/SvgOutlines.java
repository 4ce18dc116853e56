package scorescope.plot.export;

import java.awt.Font;
import java.awt.geom.PathIterator;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Typeface;

/** Text of an SVG as outlines, for viewers that do not use fonts embedded in a file. */
final class SvgOutlines {
    private SvgOutlines() {}

    static void append(
            StringBuilder out, String text, double x, double y, double size, boolean bold, Align align, Color color) {
        double width = align == Align.LEFT ? 0 : Typeface.width(text, size, bold);
        double left = align == Align.CENTER ? x - width / 2 : x - width;
        var shape = Typeface.of(size, bold)
                .layoutGlyphVector(Typeface.EXACT, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT)
                .getOutline((float) left, (float) y)
                .getPathIterator(null);
        if (shape.isDone()) {
            return;
        }
        out.append("<path d=\"");
        double[] points = new double[6];
        for (; !shape.isDone(); shape.next()) {
            switch (shape.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> part(out, 'M', points, 2);
                case PathIterator.SEG_LINETO -> part(out, 'L', points, 2);
                case PathIterator.SEG_QUADTO -> part(out, 'Q', points, 4);
                case PathIterator.SEG_CUBICTO -> part(out, 'C', points, 6);
                default -> out.append('Z');
            }
        }
        out.append('"');
        SvgSyntax.fill(out, color);
        out.append("/>\n");
    }

    private static void part(StringBuilder out, char command, double[] points, int count) {
        out.append(command);
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ").append(SvgSyntax.number(points[i]));
        }
    }
}
