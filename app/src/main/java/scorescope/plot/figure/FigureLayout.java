package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import scorescope.plot.color.ColorBar;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;
import scorescope.plot.paint.Typeface;
import scorescope.plot.paint.Viewport;

/**
 * Gives the parts of a plain picture, a study or a composed figure their places and computes them: on paper as high as they need to be, on a screen as high as
 * there is room.
 */
public final class FigureLayout {
    private final Palette palette;
    private final Style style;
    private final TextMeasure ruler;
    private final PanelContentCache kept;

    /**
     * Parts side by side that have found their line.
     *
     * @param even whether all lines of the row have as many; else the last one's are wider
     * @param grid whether plots of a shorter line are as wide as those of a full one
     * @param right the room right of each plot for a colour bar, the same in all lines of the row, in points
     */
    private record Line(List<Part> parts, int columns, boolean even, boolean grid, double right) {
        /** How much of a stretch a part takes part in: planes as high as wide at most, where wider ones must match. */
        double stretch(Part part, double stretch) {
            return Math.min(stretch, even ? part.elasticity() : 1);
        }

        boolean fixed() {
            return parts.stream().allMatch(part -> part.elasticity() == 1);
        }
    }

    public FigureLayout(Palette palette, Style style) {
        this(palette, style, Typeface.MEASURE, new PanelContentCache());
    }

    /**
     * @param ruler measures text as it will be drawn
     * @param kept contents of the picture before; a figure must have been drawn before the next is laid out
     */
    public FigureLayout(Palette palette, Style style, TextMeasure ruler, PanelContentCache kept) {
        this.palette = palette;
        this.style = style;
        this.ruler = ruler;
        this.kept = kept;
    }

    /** A figure so wide; its height follows. */
    public Figure onPaper(StudyScene scene, double whole) {
        double width = whole - barWidth(scene);
        var lines = new ArrayList<Line>();
        for (var row : scene.rows()) {
            if (row.columns().isPresent()) {
                lines.addAll(inColumns(row, row.columns().getAsInt()));
                continue;
            }
            double narrowest = row.parts().stream()
                    .mapToDouble(part -> part.narrowest(ruler, style))
                    .max()
                    .orElse(1);
            lines.addAll(lines(row, (int) ((width - 2 * edge()) / narrowest)));
        }
        return build(scene, lines, whole, width, 1);
    }

    /** The room that a bar beside the planes will need, from a glance at them. */
    private double barWidth(StudyScene scene) {
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

    /** A figure for a window: parts grow and shrink with its height, and never get higher than suits them. */
    public Figure onScreen(StudyScene scene, double width, double tall) {
        // The legend stands at the foot of the figure; some room stays under it.
        double height = tall - style.ticks();
        var lines = new ArrayList<Line>();
        for (var row : scene.rows()) {
            lines.addAll(lines(
                    row,
                    row.wraps()
                            ? bestColumns(row, width, height / scene.rows().size())
                            : row.parts().size()));
        }
        double stretch = stretch(scene, lines, width, height);
        var figure = build(scene, lines, width, width, stretch);
        double over = figure.height() - height;
        // What planes say is known only when they are computed; if it took more room than foreseen, they give way. Less
        // than half a point is rounding, not worth computing all of them twice.
        return over > 0.5
                ? build(scene, lines, width, width, stretch * (1 - 1.1 * over / elastic(lines, width, stretch)))
                : figure;
    }

    private double stretch(StudyScene scene, List<Line> lines, double width, double height) {
        var parts = lines.stream().flatMap(line -> line.parts().stream()).toList();
        double used = 2 * edge() + legend(scene, parts).height(ruler, width - 4 * edge(), style);
        for (var line : lines) {
            used += Caption.height(style)
                    + bottom(line, 0.5 * style.ticks())
                    + (line.fixed() ? plotHeight(line, width, 1) : 0);
        }
        double elastic = elastic(lines, width, 1);
        return elastic == 0 ? 1 : Math.max(0.15, (height - used) / elastic);
    }

    /** The height of all plots that can give way. */
    private double elastic(List<Line> lines, double width, double stretch) {
        return lines.stream()
                .filter(line -> !line.fixed())
                .mapToDouble(line -> plotHeight(line, width, stretch))
                .sum();
    }

    /** How many columns make the plots of a row largest. */
    private int bestColumns(Row row, double width, double height) {
        int count = row.parts().size();
        int best = count;
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = Math.ceilDiv(count, columns);
            double wide = (width - 2 * edge()) / columns - gap();
            double high = height / rows
                    - Caption.height(style)
                    - row.parts().getFirst().bottom(style);
            double side = row.parts().getFirst().size(style, wide, high);
            if (side > largest + 1) {
                largest = side;
                best = columns;
            }
        }
        return best;
    }

    /** The parts in lines of nearly equal length. */
    private List<Line> lines(Row row, int most) {
        int count = row.parts().size();
        int columns = Math.ceilDiv(count, Math.ceilDiv(count, Math.max(1, most)));
        var lines = new ArrayList<Line>();
        for (int from = 0; from < count; from += columns) {
            lines.add(new Line(
                    row.parts().subList(from, Math.min(count, from + columns)),
                    columns,
                    count % columns == 0,
                    false,
                    right(row)));
        }
        return lines;
    }

    /** So many parts in every line; the last line may be shorter, its plots as wide as the others. */
    private List<Line> inColumns(Row row, int columns) {
        var lines = new ArrayList<Line>();
        for (int from = 0; from < row.parts().size(); from += columns) {
            var parts = row.parts().subList(from, Math.min(row.parts().size(), from + columns));
            lines.add(new Line(parts, columns, true, true, right(row)));
        }
        return lines;
    }

    private double right(Row row) {
        return row.parts().stream()
                .mapToDouble(part -> part.right(ruler, style))
                .max()
                .orElse(0);
    }

    private Figure build(StudyScene scene, List<Line> lines, double whole, double width, double stretch) {
        var panels = new ArrayList<Panel>();
        kept.begin();
        double top = edge();
        for (var line : lines) {
            top += Caption.height(style);
            double height = plotHeight(line, width, line.fixed() ? 1 : stretch);
            panels.addAll(line(line, width, top, height));
            top += height + bottom(line, scene.colorsBeside() ? edge() : 0.5 * style.ticks());
        }
        scene.shared().forEach(ScenePlane::share);
        var parts = lines.stream().flatMap(line -> line.parts().stream()).toList();
        var said = legend(scene, parts);
        var legend = said.and(unsaidNotes(panels)).and(unsaid(panels, said.words()));
        double left =
                panels.stream().mapToDouble(panel -> panel.place().left()).min().orElse(edge());
        double right = panels.stream()
                .mapToDouble(panel -> panel.place().right())
                .max()
                .orElse(width);
        double height = top + legend.height(ruler, right - left, style) + edge();
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

    /** The bar of all planes, since they share its scale, with the longest label: p_σ means p too, at σ = 0. */
    private static Optional<ColorBar> bar(StudyScene scene, List<Part> parts) {
        return scene.colorsBeside()
                ? planes(parts)
                        .flatMap(plane -> plane.sharedBar().stream())
                        .max(Comparator.comparing(bar -> bar.label().plain().length()))
                : Optional.empty();
    }

    private static Stream<ScenePlane> planes(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part instanceof PlanePart plane && plane.content() instanceof ScenePlane content
                        ? Stream.of(content)
                        : Stream.empty());
    }

    private List<Panel> line(Line line, double width, double top, double height) {
        double[] lefts = lefts(line, height);
        double unit = unit(line.grid() ? line.columns() : line.parts().size(), line, width, lefts);
        var panels = new ArrayList<Panel>();
        double at = edge();
        for (int i = 0; i < line.parts().size(); i++) {
            var part = line.parts().get(i);
            at += lefts[i];
            double wide = part.weight() * unit;
            var place = style.framed()
                    ? new Place(at, top, wide, height)
                    : new Place(Math.round(at), Math.round(top), Math.round(wide), Math.round(height));
            panels.add(part.at(place, style, i == 0, kept));
            at += wide + line.right() + gap();
        }
        return panels;
    }

    /** The room left of every plot of a line for its numbers. */
    private double[] lefts(Line line, double height) {
        double[] lefts = new double[line.parts().size()];
        for (int i = 0; i < lefts.length; i++) {
            lefts[i] = line.parts().get(i).left(ruler, style, i == 0, height);
        }
        return lefts;
    }

    /** The width of a plot of weight 1 where so many of them share the line. */
    private double unit(int columns, Line line, double width, double[] lefts) {
        double weights = 0;
        double room = width - 2 * edge() - gap() * (columns - 1);
        for (int i = 0; i < columns; i++) {
            boolean there = i < lefts.length;
            var part = there ? line.parts().get(i) : line.parts().getFirst();
            weights += part.weight();
            room -= line.right();
            room -= there ? lefts[i] : lefts.length > 1 ? lefts[1] : numbered(line) ? lefts[0] : 0;
        }
        return Math.max(8, room / weights);
    }

    private static boolean numbered(Line line) {
        return line.parts().getFirst() instanceof PlanePart plane && plane.numbered();
    }

    /** A last line that is not full is as high as those above it, its plots as wide as there is room. */
    private double plotHeight(Line line, double width, double stretch) {
        double rough = width / line.columns();
        double unit = unit(line.columns(), line, width, lefts(line, 0.7 * rough));
        double height = 0;
        for (var part : line.parts()) {
            height = Math.max(height, line.stretch(part, stretch) * part.height(style, part.weight() * unit));
        }
        return height;
    }

    private double bottom(Line line, double gap) {
        double deepest = 0;
        for (var part : line.parts()) {
            deepest = Math.max(deepest, part.bottom(style));
        }
        return deepest + gap;
    }

    private static Legend legend(StudyScene scene, List<Part> parts) {
        var entries = new ArrayList<>(scene.notes());
        var compared = planes(parts).filter(ScenePlane::named).toList();
        entries.addAll(ScenePlane.compared(compared));
        // What two parts both say is said once.
        var said = new HashSet<String>();
        for (var part : parts) {
            if (!(part instanceof PlanePart plane && compared.contains(plane.content()))) {
                part.legend().stream().filter(entry -> said.add(entry.text())).forEach(entries::add);
            }
        }
        return new Legend(entries);
    }

    /** Notes that narrow panels of a composed figure have no room for above them, by the names of the panels. */
    private List<Legend.Entry> unsaidNotes(List<Panel> panels) {
        return panels.stream()
                .flatMap(panel ->
                        panel instanceof PlanePanel plane ? plane.unsaidNote(ruler, style).stream() : Stream.empty())
                .distinct()
                .map(text -> new Legend.Entry(Legend.NOTHING, text))
                .toList();
    }

    /** Titles and formulas that narrow plots have no room for above them, but for those that are said already. */
    private List<Legend.Entry> unsaid(List<Panel> panels, List<String> said) {
        var formulas = new HashSet<String>();
        return panels.stream()
                .filter(panel -> panel.caption().formula().runs().isEmpty()
                        || said.stream()
                                .noneMatch(words -> words.contains(
                                        panel.caption().formula().plain())))
                .flatMap(panel -> panel.unsaid(ruler, style).stream())
                .filter(entry -> formulas.add(entry.text()))
                .toList();
    }

    private double edge() {
        return style.framed() ? Figure.EDGE : style.text();
    }

    private double gap() {
        return 1.2 * style.text();
    }
}
