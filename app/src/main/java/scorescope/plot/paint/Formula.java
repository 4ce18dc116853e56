package scorescope.plot.paint;

import java.util.ArrayList;
import java.util.List;
import scorescope.plot.paint.Painter.Align;

/**
 * A short formula in one line, {@code _{…}} marking a subscript and {@code ^{…}} a superscript, as in
 * {@code ∇ log p_{σ}(x)}.
 */
public record Formula(List<Run> runs) {
    private static final double SMALL = 0.72;
    private static final double DROP = 0.22;
    private static final double RISE = 0.36;

    /** Where a run stands. */
    public enum Place {
        BASE,
        SUBSCRIPT,
        SUPERSCRIPT
    }

    /** Text set at one height. */
    public record Run(String text, Place place) {
        private double size(double size) {
            return place == Place.BASE ? size : SMALL * size;
        }

        private double shift(double size) {
            return switch (place) {
                case BASE -> 0;
                case SUBSCRIPT -> DROP * size;
                case SUPERSCRIPT -> -RISE * size;
            };
        }
    }

    public Formula {
        runs = List.copyOf(runs);
    }

    public static Formula parse(String source) {
        var runs = new ArrayList<Run>();
        int from = 0;
        for (int i = 0; i + 1 < source.length(); i++) {
            char mark = source.charAt(i);
            int end = source.indexOf('}', i);
            if ((mark == '_' || mark == '^') && source.charAt(i + 1) == '{' && end > 0) {
                if (i > from) {
                    runs.add(new Run(source.substring(from, i), Place.BASE));
                }
                runs.add(new Run(source.substring(i + 2, end), mark == '_' ? Place.SUBSCRIPT : Place.SUPERSCRIPT));
                from = end + 1;
                i = end;
            }
        }
        if (from < source.length()) {
            runs.add(new Run(source.substring(from), Place.BASE));
        }
        return new Formula(runs);
    }

    public double width(TextMeasure painter, double size, boolean bold) {
        return line(size, bold).width(painter);
    }

    /** Draws from the baseline point (x, y), aligned there. */
    public void draw(Painter painter, double x, double y, double size, boolean bold, Align align, Color color) {
        painter.line(line(size, bold), x, y, align, color);
    }

    /** The runs at their sizes and heights. */
    public TextLine line(double size, boolean bold) {
        return new TextLine(runs.stream()
                .map(run -> new TextLine.Piece(run.text(), run.size(size), bold, run.shift(size), 0))
                .toList());
    }

    /** What {@link #parse} reads as this formula. */
    public String marked() {
        var text = new StringBuilder();
        for (var run : runs) {
            switch (run.place()) {
                case BASE -> text.append(run.text());
                case SUBSCRIPT -> text.append("_{").append(run.text()).append('}');
                case SUPERSCRIPT -> text.append("^{").append(run.text()).append('}');
            }
        }
        return text.toString();
    }

    /** The formula as plain text, subscripts run in. */
    public String plain() {
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }
}
