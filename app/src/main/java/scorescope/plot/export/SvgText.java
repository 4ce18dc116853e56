package scorescope.plot.export;

import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.TextLine;
import scorescope.plot.paint.Typeface;

/**
 * The text of an SVG: one element per line, whose pieces follow each other in any font of the viewer, and the glyphs of
 * Inter that the file uses, for viewers that use embedded fonts (such as browsers).
 */
final class SvgText {
    private static final String FALLBACKS = ",Inter,'Helvetica Neue',Helvetica,Arial,'DejaVu Sans',sans-serif";
    private static final int REGULAR = 400;
    private static final int SEMIBOLD = 600;

    private final TreeSet<Integer> regular = new TreeSet<>();
    private final TreeSet<Integer> bold = new TreeSet<>();

    void append(
            StringBuilder out, String text, double x, double y, double size, boolean bold, Align align, Color color) {
        open(out, !text.equals(text.strip()), x, y, align, color);
        manner(out, size, bold);
        out.append('>');
        words(out, text, bold);
        out.append("</text>\n");
    }

    void append(StringBuilder out, TextLine line, double x, double y, Align align, Color color) {
        if (line.pieces().isEmpty()) {
            return;
        }
        boolean blanks = line.pieces().stream().map(piece -> piece.text()).anyMatch(text -> !text.equals(text.strip()));
        open(out, blanks, x, y, align, color);
        out.append('>');
        double baseline = 0;
        for (var piece : line.pieces()) {
            out.append("<tspan");
            shift(out, "dx", piece.gap());
            shift(out, "dy", piece.drop() - baseline);
            manner(out, piece.size(), piece.bold());
            out.append('>');
            words(out, piece.text(), piece.bold());
            out.append("</tspan>");
            baseline = piece.drop();
        }
        out.append("</text>\n");
    }

    /** The font families of text, the embedded one first. */
    static String families(String mark) {
        return family(mark) + FALLBACKS;
    }

    private static String family(String mark) {
        return "Inter-" + mark;
    }

    /**
     * A style element with the glyphs used so far; empty if there is no text.
     *
     * @param mark makes the name of the font unique to the file
     */
    String fonts(String mark) {
        if (regular.isEmpty() && bold.isEmpty()) {
            return "";
        }
        return "<style>" + face(mark, regular, false, REGULAR) + face(mark, bold, true, SEMIBOLD) + "</style>\n";
    }

    private static String face(String mark, Set<Integer> characters, boolean bold, int weight) {
        if (characters.isEmpty()) {
            return "";
        }
        byte[] font = FontSubset.of(Typeface.file(bold), characters);
        return "@font-face{font-family:" + family(mark) + ";font-weight:" + weight + ";src:url(data:font/ttf;base64,"
                + Base64.getEncoder().encodeToString(font) + ") format('truetype')}";
    }

    /**
     * @param blanks whether a piece of the text begins or ends with a blank, which some viewers drop unless the element
     * says otherwise
     */
    private static void open(StringBuilder out, boolean blanks, double x, double y, Align align, Color color) {
        out.append("<text x=\"").append(SvgSyntax.number(x));
        out.append("\" y=\"").append(SvgSyntax.number(y)).append('"');
        out.append(
                switch (align) {
                    case LEFT -> "";
                    case CENTER -> " text-anchor=\"middle\"";
                    case RIGHT -> " text-anchor=\"end\"";
                });
        if (blanks) {
            out.append(" xml:space=\"preserve\"");
        }
        SvgSyntax.fill(out, color);
    }

    private static void manner(StringBuilder out, double size, boolean bold) {
        out.append(" font-size=\"").append(SvgSyntax.number(size)).append('"');
        if (bold) {
            out.append(" font-weight=\"").append(SEMIBOLD).append('"');
        }
    }

    private static void shift(StringBuilder out, String attribute, double by) {
        var number = SvgSyntax.number(by);
        if (!number.equals("0")) {
            out.append(' ').append(attribute).append("=\"").append(number).append('"');
        }
    }

    private void words(StringBuilder out, String text, boolean bold) {
        text.codePoints().forEach((bold ? this.bold : regular)::add);
        out.append(SvgSyntax.escape(text));
    }
}
