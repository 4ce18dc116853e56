package scorescope.plot;

import java.util.ArrayList;
import java.util.List;
import scorescope.plot.Painter.Align;
import scorescope.plot.Painter.Dash;

/** Samples of what is drawn with their meaning, in as many lines as the width asks for. */
public record Legend(List<Entry> entries) {
    public static final Legend NONE = new Legend(List.of());

    /** What a sample looks like. */
    public enum Sample {
        /** Words alone. */
        NOTHING,
        CONTOUR,
        PARTICLE
    }

    /** One sample and what it means. */
    public record Entry(Sample sample, String text) {}

    public Legend {
        entries = List.copyOf(entries);
    }

    /** The height in points when set {@code width} wide; 0 if there is nothing to say. */
    public double height(Painter painter, double width, Style style) {
        return entries.isEmpty() ? 0 : lines(painter, width, style).size() * line(style) + 0.5 * style.ticks();
    }

    public void draw(Painter painter, double left, double top, double width, Palette palette, Style style) {
        double size = style.ticks();
        double y = top + 0.5 * size;
        for (var line : lines(painter, width, style)) {
            double x = left;
            y += line(style);
            for (var entry : line) {
                sample(painter, entry.sample(), x, y - 0.34 * size, palette, style);
                painter.text(entry.text(), x + sampleWidth(entry, style), y, size, false, Align.LEFT, palette.text());
                x += entryWidth(painter, entry, style);
            }
        }
    }

    private static void sample(Painter painter, Sample sample, double x, double y, Palette palette, Style style) {
        double size = style.ticks();
        switch (sample) {
            case NOTHING -> {}
            case CONTOUR ->
                painter.polyline(
                        new double[] {x, x + 1.4 * size},
                        new double[] {y, y},
                        2,
                        false,
                        palette.mute(),
                        1.5 * style.contour(),
                        Dash.SOLID);
            case PARTICLE ->
                painter.discs(
                        new double[] {x + 0.3 * size, x + 0.8 * size, x + 1.25 * size},
                        new double[] {y + 0.1 * size, y - 0.2 * size, y + 0.15 * size},
                        3,
                        1.2 * style.particle(),
                        palette.particle().fade(0.8));
        }
    }

    private List<List<Entry>> lines(Painter painter, double width, Style style) {
        var lines = new ArrayList<List<Entry>>();
        double used = 0;
        for (var entry : entries) {
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

    private static double entryWidth(Painter painter, Entry entry, Style style) {
        return sampleWidth(entry, style) + 1.5 * style.ticks() + painter.textWidth(entry.text(), style.ticks(), false);
    }

    private static double sampleWidth(Entry entry, Style style) {
        return entry.sample() == Sample.NOTHING ? 0 : 2 * style.ticks();
    }

    private static double line(Style style) {
        return 1.5 * style.ticks();
    }
}
