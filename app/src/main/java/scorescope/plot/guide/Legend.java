package scorescope.plot.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import scorescope.plot.paint.ArrowHead;
import scorescope.plot.paint.Arrows;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;
import scorescope.plot.paint.ThemeColor;

/** Samples of marks with their meaning, in as many lines as the width requires. */
public record Legend(List<Entry> entries) {
    public static final Legend NONE = new Legend(List.of());

    /** Length of sample lines and arrows, as a multiple of the text size. */
    private static final double LENGTH = 1.4;

    /** The sample of an entry without a sample. */
    public static final Sample NOTHING = new Sample() {
        @Override
        public void draw(Painter painter, double x, double y, Palette palette, Style style) {}

        @Override
        public double width(Style style) {
            return 0;
        }
    };

    /** Miniature sample of a mark. */
    public interface Sample {
        /** Draws from {@code x} on, about the height {@code y}. */
        void draw(Painter painter, double x, double y, Palette palette, Style style);

        /** A piece of a line, of a width that depends on the style. */
        static Sample line(ThemeColor color, ToDoubleFunction<Style> width, Dash dash) {
            return (painter, x, y, palette, style) -> painter.polyline(
                    new double[] {x, x + LENGTH * style.ticks()},
                    new double[] {y, y},
                    2,
                    false,
                    color.on(palette),
                    width.applyAsDouble(style),
                    dash);
        }

        /** An arrow to the right. */
        static Sample arrow(ThemeColor color, ArrowHead head) {
            return (painter, x, y, palette, style) -> {
                var arrow = new Arrows();
                arrow.add(x, y, x + LENGTH * style.ticks(), y, style, head);
                arrow.draw(painter, color.on(palette), style.arrow());
            };
        }

        /** An arrow to the right that is {@code length} points long, as in the drawing. */
        static Sample arrow(ThemeColor color, ArrowHead head, double length) {
            return new MeasuredArrow(color, head, length);
        }

        /** The length in points if it is true to the drawing and has a meaning; else 0. */
        default double measure() {
            return 0;
        }

        /** Its width with the gap after it, in points. */
        default double width(Style style) {
            return 2 * style.ticks();
        }
    }

    private record MeasuredArrow(ThemeColor color, ArrowHead head, double measure) implements Sample {
        @Override
        public void draw(Painter painter, double x, double y, Palette palette, Style style) {
            var arrow = new Arrows();
            arrow.add(x, y, x + measure, y, style, head);
            arrow.draw(painter, color.on(palette), style.arrow());
        }

        @Override
        public double width(Style style) {
            return measure + 0.6 * style.ticks();
        }
    }

    /**
     * One sample and what it means.
     *
     * @param text may have subscripts as a {@link Formula} has
     */
    public record Entry(Sample sample, String text) {
        private double textWidth(TextMeasure painter, double size) {
            return Formula.parse(text).width(painter, size, false);
        }
    }

    public Legend {
        entries = List.copyOf(entries);
    }

    /** With more of them at the end. */
    public Legend and(List<Entry> more) {
        return new Legend(Stream.concat(entries.stream(), more.stream()).toList());
    }

    /** The texts without the samples. */
    public List<String> words() {
        return entries.stream()
                .map(entry -> Formula.parse(entry.text()).plain())
                .toList();
    }

    /** Whether another legend says the same with samples of the same length. */
    public boolean looksLike(Legend other) {
        return texts().equals(other.texts()) && measures().equals(other.measures());
    }

    /** With their marks of subscripts: to compare them takes no parsing. */
    private List<String> texts() {
        return entries.stream().map(Entry::text).toList();
    }

    private List<Double> measures() {
        return entries.stream().map(entry -> entry.sample().measure()).toList();
    }

    /** The height in points at a width of {@code width}; 0 if the legend is empty. */
    public double height(TextMeasure painter, double width, Style style) {
        return entries.isEmpty() ? 0 : height(lines(painter, width, style).size(), style);
    }

    /** The height in points of a number of lines. */
    public static double height(int lines, Style style) {
        return lines * line(style) + 0.5 * style.ticks();
    }

    public void draw(Painter painter, double left, double top, double width, Palette palette, Style style) {
        double size = style.ticks();
        double y = top + 0.5 * size;
        for (var line : lines(painter, width, style)) {
            double x = left;
            y += line(style);
            for (var entry : line) {
                entry.sample().draw(painter, x, y - 0.34 * size, palette, style);
                double at = x + entry.sample().width(style);
                Formula.parse(entry.text()).draw(painter, at, y, size, false, Align.LEFT, palette.text());
                x += entryWidth(painter, entry, style);
            }
        }
    }

    private List<List<Entry>> lines(TextMeasure painter, double width, Style style) {
        var lines = new ArrayList<List<Entry>>();
        double used = 0;
        for (var entry : entries.stream()
                .flatMap(entry -> broken(entry, painter, width, style).stream())
                .toList()) {
            double needed = entryWidth(painter, entry, style);
            if (lines.isEmpty() || used + needed - 1.5 * style.ticks() > width) {
                lines.add(new ArrayList<>());
                used = 0;
            }
            lines.getLast().add(entry);
            used += needed;
        }
        return lines;
    }

    /** Breaks an entry that is wider than a line at spaces. */
    private static List<Entry> broken(Entry entry, TextMeasure painter, double width, Style style) {
        if (entryWidth(painter, entry, style) - 1.5 * style.ticks() <= width) {
            return List.of(entry);
        }
        var parts = new ArrayList<Entry>();
        var sample = entry.sample();
        var text = new StringBuilder();
        for (var word : entry.text().split(" ", -1)) {
            var more = text.isEmpty() ? word : text + " " + word;
            if (!text.isEmpty()
                    && sample.width(style) + new Entry(sample, more).textWidth(painter, style.ticks()) > width) {
                parts.add(new Entry(sample, text.toString()));
                sample = NOTHING;
                text.setLength(0);
                text.append(word);
            } else {
                text.replace(0, text.length(), more);
            }
        }
        parts.add(new Entry(sample, text.toString()));
        return parts;
    }

    private static double entryWidth(TextMeasure painter, Entry entry, Style style) {
        return entry.sample().width(style) + 1.5 * style.ticks() + entry.textWidth(painter, style.ticks());
    }

    private static double line(Style style) {
        return 1.5 * style.ticks();
    }
}
