package scorescope.plot.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.plot.paint.Painter.Align;

/**
 * A line of text with formulas: {@code _{…}} marks a subscript and {@code ^{…}} a superscript, as in {@code ∇ log p_{σ}(x)};
 * between dollar signs a formula is written in the notation of {@link Latex}.
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

    /**
     * Text set at one height.
     *
     * @param latex source of the formula in LaTeX's notation that begins with this run; blank for a further run of that
     *     formula, empty for other text
     */
    public record Run(String text, Place place, Optional<String> latex) {
        public Run(String text, Place place) {
            this(text, place, Optional.empty());
        }

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

    /** Reads a text with formulas. What cannot be read between dollar signs is taken as it stands, dollar signs included. */
    public static Formula parse(String source) {
        var runs = new ArrayList<Run>();
        int from = 0;
        int open = source.indexOf('$');
        int close = source.indexOf('$', open + 1);
        while (open >= 0 && close >= 0) {
            var latex = latex(source.substring(open + 1, close));
            if (!latex.isEmpty()) {
                runs.addAll(marked(source.substring(from, open)));
                runs.addAll(latex);
                from = close + 1;
            }
            open = source.indexOf('$', close + 1);
            close = source.indexOf('$', open + 1);
        }
        runs.addAll(marked(source.substring(from)));
        return new Formula(runs);
    }

    /** The runs of a formula in LaTeX's notation; none if it cannot be read. */
    private static List<Run> latex(String source) {
        try {
            var first = new String[] {source};
            return marked(Latex.marked(source, "")).stream()
                    .map(run -> {
                        var own = new Run(run.text(), run.place(), Optional.of(first[0]));
                        first[0] = "";
                        return own;
                    })
                    .toList();
        } catch (BadInputException unreadable) {
            return List.of();
        }
    }

    private static List<Run> marked(String source) {
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
        return runs;
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
                .map(run -> new TextLine.Piece(run.text(), run.size(size), bold, run.shift(size), 0, run.latex()))
                .toList());
    }

    /** The text that {@link #parse} reads as this formula. */
    public String marked() {
        var text = new StringBuilder();
        for (var run : runs) {
            if (run.latex().isPresent()) {
                text.append(run.latex().get().isEmpty() ? "" : "$" + run.latex().get() + "$");
                continue;
            }
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
