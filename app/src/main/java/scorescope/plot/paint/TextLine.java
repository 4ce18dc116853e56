package scorescope.plot.paint;

import java.util.List;
import java.util.Optional;
import scorescope.plot.paint.Painter.Align;

/**
 * One line of text whose pieces follow each other: bold and plain, raised and lowered. Painters receive the whole line,
 * so that text in a file still flows correctly when a viewer uses another font.
 */
public record TextLine(List<Piece> pieces) {
    /**
     * Text in one size and weight.
     *
     * @param size in points
     * @param drop distance of its baseline below that of the line, in points
     * @param gap empty space before it, in points
     * @param latex source of the formula that begins with this piece, see {@link Formula.Run}
     */
    public record Piece(String text, double size, boolean bold, double drop, double gap, Optional<String> latex) {
        /** The same with {@code gap} points before it. */
        public Piece after(double gap) {
            return new Piece(text, size, bold, drop, gap, latex);
        }

        double width(TextMeasure painter) {
            return gap + painter.textWidth(text, size, bold);
        }
    }

    public TextLine {
        pieces = List.copyOf(pieces);
    }

    public double width(TextMeasure painter) {
        return pieces.stream().mapToDouble(piece -> piece.width(painter)).sum();
    }

    /** Draws the pieces separately, each positioned after the measured widths of those before it. */
    void drawApart(Painter painter, double x, double y, Align align, Color color) {
        double at =
                switch (align) {
                    case LEFT -> x;
                    case CENTER -> x - width(painter) / 2;
                    case RIGHT -> x - width(painter);
                };
        for (var piece : pieces) {
            painter.text(
                    piece.text(), at + piece.gap(), y + piece.drop(), piece.size(), piece.bold(), Align.LEFT, color);
            at += piece.width(painter);
        }
    }
}
