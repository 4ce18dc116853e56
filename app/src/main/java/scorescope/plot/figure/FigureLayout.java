package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.plot.color.ColorBar;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;
import scorescope.plot.paint.Typeface;
import scorescope.plot.paint.Viewport;
import scorescope.words.Words;

/**
 * Places the parts of a plain picture, a study or a composed figure, and computes them: on paper as high as they need,
 * on a screen as high as the space allows.
 */
public final class FigureLayout {
    /** Largest number of repeated layouts until the colour bars fit. */
    private static final int MOST_LAYOUTS = 3;

    /** Smallest factor on the heights that suit the plots, where a window is too low for them. */
    private static final double LEAST_STRETCH = 0.15;

    /** Difference of heights that is not worth a second computation of all planes, in points. */
    private static final double ROUNDING = 0.5;

    private final Palette palette;
    private final Style style;
    private final TextMeasure ruler;
    private final PanelContentCache cache;
    private final LineBreaks breaks;
    private final FigureLegend legends;

    public FigureLayout(Palette palette, Style style) {
        this(palette, style, Typeface.MEASURE, new PanelContentCache());
    }

    /**
     * @param ruler measures text as it will be drawn
     * @param cache contents of the previous picture; a figure must be drawn before the next is laid out
     */
    public FigureLayout(Palette palette, Style style, TextMeasure ruler, PanelContentCache cache) {
        this.palette = palette;
        this.style = style;
        this.ruler = ruler;
        this.cache = cache;
        breaks = new LineBreaks(ruler, style);
        legends = new FigureLegend(ruler, style);
    }

    /** A figure {@code whole} points wide, as high as its panels need. */
    public Figure onPaper(StudyScene scene, double whole) {
        return onPaper(scene, Page.wide(whole), barWidth(scene));
    }

    /**
     * A figure as large as the page, with a width for the colour bar beside the planes that other pictures may need. If
     * the page's height is given, plots shrink and grow to it within limits; what is left stays free above the legend.
     *
     * @param bar in points, at least {@link #barWidth}
     * @throws BadInputException if the page is too low for legible plots
     */
    public Figure onPaper(StudyScene scene, Page page, double bar) {
        var figure = onPaper(scene, page, bar, 0);
        if (page.height().isEmpty()) {
            return figure;
        }
        // The legend's height is known only after the planes are computed; what it leaves may suit another number of
        // lines.
        double words =
                figure.legend().height(ruler, Figure.right(figure.panels()) - Figure.left(figure.panels()), style);
        if (linesOnPaper(scene, page, bar, words).size()
                != linesOnPaper(scene, page, bar, 0).size()) {
            double height = figure.height();
            double plots = lowestPlot(figure);
            var other = onPaper(scene, page, bar, words);
            boolean lower = other.height() < height - ROUNDING;
            boolean larger = other.height() <= height + ROUNDING && lowestPlot(other) > plots;
            // Planes hold what was computed last, so a layout that is used again is computed again.
            figure = lower || larger ? other : onPaper(scene, page, bar, 0);
        }
        double height = page.height().getAsDouble();
        if (figure.height() > height + ROUNDING) {
            throw new BadInputException(
                    "figure.height",
                    Words.text("figure.layout.too-low", Length.millimetres(height)),
                    Words.text("figure.layout.choose-higher", Length.millimetres(figure.height())));
        }
        return figure.atLeast(height);
    }

    private static double lowestPlot(Figure figure) {
        return figure.panels().stream()
                .mapToDouble(panel -> panel.place().height())
                .min()
                .orElseThrow();
    }

    /**
     * @param words height of the legend where it decides how many lines are best
     */
    private Figure onPaper(StudyScene scene, Page page, double bar, double words) {
        double room = bar;
        var lines = linesOnPaper(scene, page, room, words);
        var figure = fitted(scene, lines, page, room);
        // The numbers of a colour bar are final only after its planes are computed, since means over pixels change with
        // the pixels.
        for (int again = 0; again < MOST_LAYOUTS && !hasRoomForBars(scene, lines, room); again++) {
            room = Math.max(room, barWidth(scene));
            lines = linesOnPaper(scene, page, room, words);
            figure = fitted(scene, lines, page, room);
        }
        return figure;
    }

    /** A figure whose plots have the heights that suit them, or those that the page's height leaves. */
    private Figure fitted(StudyScene scene, List<PartLine> lines, Page page, double room) {
        double width = page.width() - room;
        if (page.height().isEmpty()) {
            return build(scene, lines, page.width(), width, 1);
        }
        double height = page.height().getAsDouble();
        double least = lines.stream()
                .mapToDouble(line -> line.leastStretch(width))
                .max()
                .orElse(1);
        double stretch = Math.max(least, stretch(scene, lines, width, height));
        var figure = build(scene, lines, page.width(), width, stretch);
        // The legend's height is known only after the planes are computed.
        for (int again = 0; again < MOST_LAYOUTS; again++) {
            double plots = elastic(lines, width, stretch);
            double better = plots == 0
                    ? stretch
                    : Math.max(least, (height - figure.height() + plots) / elastic(lines, width, 1));
            if (Math.abs(elastic(lines, width, better) - plots) < ROUNDING) {
                break;
            }
            stretch = better;
            figure = build(scene, lines, page.width(), width, stretch);
        }
        return figure;
    }

    private boolean hasRoomForBars(StudyScene scene, List<PartLine> lines, double room) {
        return barWidth(scene) <= room && lines.stream().allMatch(PartLine::hasRoomForBars);
    }

    private List<PartLine> linesOnPaper(StudyScene scene, Page page, double room, double words) {
        double width = page.width() - room;
        var share = page.height().stream()
                .map(height -> (height - words) / scene.rows().size())
                .findFirst();
        return scene.rows().stream()
                .flatMap(row -> breaks.onPaper(row, width, share).stream())
                .toList();
    }

    /** The width of the colour bar beside the planes with its gap; from a rough computation of planes that are not computed yet. */
    public double barWidth(StudyScene scene) {
        if (!scene.colorsBeside()) {
            return 0;
        }
        double widest = 0;
        for (var row : scene.rows()) {
            for (var part : row.parts()) {
                if (part instanceof PlanePart plane) {
                    var box = plane.box();
                    var rough = Viewport.fit(0, 0, 100, 100, box.x0(), box.x1(), box.y0(), box.y1());
                    var bar = plane.content().glance(rough, style);
                    widest = Math.max(
                            widest, bar.map(one -> one.width(ruler, style)).orElse(0.0));
                }
            }
        }
        return widest == 0 ? 0 : Figure.BAR_GAP * style.text() + widest;
    }

    /** A figure for a window of {@code width} by {@code tall} pixels: parts grow and shrink with its height, up to a height that suits them. */
    public Figure onScreen(StudyScene scene, double width, double tall) {
        // The legend is at the bottom of the figure, with some space under it.
        double height = tall - style.ticks();
        double rowHeight = height / scene.rows().size();
        var lines = scene.rows().stream()
                .flatMap(row -> breaks.onScreen(row, width, rowHeight).stream())
                .toList();
        double stretch = stretch(scene, lines, width, height);
        var figure = build(scene, lines, width, width, stretch);
        double over = figure.height() - height;
        // The legend's height is known only after the planes are computed. If it exceeds the estimate, the plots
        // shrink.
        return over > ROUNDING
                ? build(
                        scene,
                        lines,
                        width,
                        width,
                        Math.max(LEAST_STRETCH, stretch * (1 - 1.1 * over / elastic(lines, width, stretch))))
                : figure;
    }

    private double stretch(StudyScene scene, List<PartLine> lines, double width, double height) {
        double edge = PartLine.edge(style);
        double used = 2 * edge + legends.foreseen(scene, parts(lines)).height(ruler, width - 4 * edge, style);
        for (var line : lines) {
            used += Caption.height(style)
                    + (line.bottom(width, line.plotHeight(width, 1)) + 0.5 * style.ticks())
                    + (line.fixed() ? line.plotHeight(width, 1) : 0);
        }
        double elastic = elastic(lines, width, 1);
        return elastic == 0 ? 1 : Math.max(LEAST_STRETCH, (height - used) / elastic);
    }

    /** Total height of the plots that may be stretched. */
    private static double elastic(List<PartLine> lines, double width, double stretch) {
        return lines.stream()
                .filter(line -> !line.fixed())
                .mapToDouble(line -> line.plotHeight(width, stretch))
                .sum();
    }

    private static List<Part> parts(List<PartLine> lines) {
        return lines.stream().flatMap(line -> line.parts().stream()).toList();
    }

    private Figure build(StudyScene scene, List<PartLine> lines, double whole, double width, double stretch) {
        var panels = new ArrayList<Panel>();
        cache.begin();
        double edge = PartLine.edge(style);
        double top = edge;
        for (var line : lines) {
            top += Caption.height(style);
            double height = line.plotHeight(width, line.fixed() ? 1 : stretch);
            panels.addAll(line.panels(width, top, height, stretch < 1, cache));
            top += height + (line.bottom(width, height) + (scene.colorsBeside() ? edge : 0.5 * style.ticks()));
        }
        scene.shared().forEach(ScenePlane::share);
        var parts = parts(lines);
        var legend = legends.of(scene, parts, panels);
        double height = top + legend.height(ruler, Figure.right(panels) - Figure.left(panels), style) + edge;
        return new Figure(
                scene.description(),
                scene::description,
                whole,
                height,
                palette,
                style,
                panels,
                bar(scene, parts),
                legend);
    }

    /**
     * The colour bar of all planes, which share its scale. Of several labels the longest applies to all: p_σ is p at σ
     * = 0.
     */
    private static Optional<ColorBar> bar(StudyScene scene, List<Part> parts) {
        return scene.colorsBeside()
                ? FigureLegend.planes(parts)
                        .flatMap(plane -> plane.sharedBar().stream())
                        .max(Comparator.comparing(bar -> bar.label().plain().length()))
                : Optional.empty();
    }
}
