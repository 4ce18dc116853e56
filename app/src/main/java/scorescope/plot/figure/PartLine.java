package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;

/**
 * Parts side by side in one line of a figure, and the widths and heights of their plots. All lengths are in points.
 *
 * @param columns number of parts in a full line of the same row
 * @param even whether all lines of the row have equally many parts; if not, the plots of the last line are wider
 * @param grid whether the plots of a shorter line are as wide as those of a full line
 * @param right the width reserved right of each plot for a colour bar, the same in all lines of the row
 * @param caption the width of the widest caption of the row
 */
record PartLine(
        List<Part> parts,
        int columns,
        boolean even,
        boolean grid,
        double right,
        double caption,
        TextMeasure ruler,
        Style style) {
    /** Distance of the plots from the edges of the figure. */
    static double edge(Style style) {
        return style.framed() ? Figure.EDGE : style.text();
    }

    /** Distance between neighbouring parts. */
    static double gap(Style style) {
        return 1.2 * style.text();
    }

    /** Smallest width of a plot where there is no room for it, in points. */
    static final double LEAST = 8;

    /** Rounds after which widths of numbers and sizes of plots agree. */
    private static final int ROUNDS = 3;

    /** Smallest height of a plot on paper, as a multiple of the text size. */
    private static final double LOWEST = 4;

    /** Whether no plot of the line may be shrunk or stretched. */
    boolean fixed() {
        return parts.stream().noneMatch(Part::shrinks);
    }

    /** The factor at which the line's plots are as low as is legible; 1 where they are so already. */
    double leastStretch(double width) {
        return fixed() ? 0 : Math.min(1, LOWEST * style.text() / plotHeight(width, 1));
    }

    /**
     * The height of the plots, the same for the whole line. Plots of a last line that is not full have the height of
     * those above, and the width that is available.
     *
     * @param width of the figure
     * @param stretch factor on the height that suits a part
     */
    double plotHeight(double width, double stretch) {
        double rough = width / columns;
        double unit = unit(columns, width, lefts(0.7 * rough, 0.7 * rough));
        double height = 0;
        for (var part : parts) {
            height = Math.max(height, stretch(part, stretch) * part.height(style, part.weight() * unit));
        }
        return height;
    }

    /**
     * In a row of uneven lines no part is stretched: planes are at most as high as wide, and wider planes must match
     * them.
     */
    private double stretch(Part part, double stretch) {
        return Math.min(stretch, even ? part.elasticity() : 1);
    }

    /** Whether the colour bars as computed fit in the space right of the plots. */
    boolean hasRoomForBars() {
        return parts.stream().allMatch(part -> part.right(ruler, style) <= right);
    }

    /**
     * The height under the plots that the numbers of their axes need.
     *
     * @param height of the plots
     */
    double bottom(double width, double height) {
        var places = places(width, 0, height, false);
        double bottom = 0;
        for (int i = 0; i < parts.size(); i++) {
            bottom = Math.max(bottom, parts.get(i).bottom(ruler, style, places.get(i)));
        }
        return bottom;
    }

    /**
     * Places the parts and computes them.
     *
     * @param top of the plots
     * @param height of the plots
     * @param low whether the height was chosen for a low page, so that the plots may be narrower than their places; then they
     * are in the middle of the page, as far apart as their captions need
     */
    List<Panel> panels(double width, double top, double height, boolean low, PanelContentCache cache) {
        var places = places(width, top, height, low);
        var panels = new ArrayList<Panel>();
        for (int i = 0; i < parts.size(); i++) {
            panels.add(parts.get(i).at(places.get(i), style, i == 0, cache));
        }
        return panels;
    }

    /** The width of the place that a plot and its caption need of a place of {@code width} by {@code height}. */
    private double needed(Part part, double width, double height) {
        double used = part.used(width, height);
        return right > 0 ? used : Math.max(used, Math.min(width, caption));
    }

    /**
     * The places of the plots; on a screen in whole points, so that their pixels are the screen's.
     *
     * @param low as in {@link #panels}
     */
    private List<Place> places(double width, double top, double height, boolean low) {
        int count = grid ? columns : parts.size();
        double[] lefts = new double[parts.size()];
        // Numbers depend on the sizes of the plots and these on the widths of the numbers.
        for (int round = 0; round < ROUNDS; round++) {
            double[] wanted = lefts(unit(count, width, lefts), height);
            Arrays.setAll(lefts, i -> Math.max(lefts[i], wanted[i]));
        }
        double unit = unit(count, width, lefts);
        double[] widths = new double[count];
        double free = 0;
        for (int i = 0; i < count; i++) {
            var part = parts.get(Math.min(i, parts.size() - 1));
            double room = part.weight() * unit;
            widths[i] = low ? needed(part, room, height) : room;
            free += room - widths[i];
        }
        var places = new ArrayList<Place>();
        double at = edge(style) + free / 2;
        for (int i = 0; i < lefts.length; i++) {
            at += lefts[i];
            places.add(
                    style.framed()
                            ? new Place(at, top, widths[i], height)
                            : new Place(Math.round(at), Math.round(top), Math.round(widths[i]), Math.round(height)));
            at += widths[i] + right + gap(style);
        }
        return places;
    }

    /**
     * The width left of each plot that the numbers of its axis need.
     *
     * @param unit width of a plot of weight 1
     */
    private double[] lefts(double unit, double height) {
        double[] lefts = new double[parts.size()];
        for (int i = 0; i < lefts.length; i++) {
            var part = parts.get(i);
            lefts[i] = part.left(ruler, style, i == 0, new Place(0, 0, part.weight() * unit, height));
        }
        return lefts;
    }

    /** The width of a plot of weight 1 if {@code count} plots share the line; empty places count as plots. */
    private double unit(int count, double width, double[] lefts) {
        double weights = 0;
        double room = width - 2 * edge(style) - gap(style) * (count - 1);
        for (int i = 0; i < count; i++) {
            boolean present = i < lefts.length;
            var part = present ? parts.get(i) : parts.getFirst();
            weights += part.weight();
            room -= right;
            room -= present ? lefts[i] : lefts.length > 1 ? lefts[1] : numbered() ? lefts[0] : 0;
        }
        return Math.max(LEAST, room / weights);
    }

    private boolean numbered() {
        return parts.getFirst() instanceof PlanePart plane && plane.numbered();
    }
}
