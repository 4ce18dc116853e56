package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.plot.guide.Axes;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Legend.Entry;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;
import scorescope.plot.paint.Typeface;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.SceneData;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.session.View;
import scorescope.words.Messages;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/** Lays out and computes the figure of a session. */
public final class FigureBuilder {
    /** Space around the figure, in points. */
    static final double EDGE = 2;

    /** Space between the last panel and the colour bar, in sizes of the text. */
    static final double BAR_GAP = 0.9;

    private static final double PANEL_GAP = 1.2;

    private final Palette palette;
    private final Style style;
    private final TextMeasure ruler = Typeface.MEASURE;

    public FigureBuilder(Palette palette, Style style) {
        this.palette = palette;
        this.style = style;
    }

    /**
     * A figure for print at the session's own {@code figure.width}: light, type of 8 pt.
     *
     * @throws BadInputException if the session asks for what there is not
     */
    public static Figure forPaper(SceneData data) {
        double width = Length.points(data.session().figure().width(), "figure.width");
        return Words.in(
                NotationCatalog.named(data.session().notation()),
                () -> new FigureBuilder(Palette.LIGHT, Style.PAPER).build(data, width));
    }

    /**
     * The figure that shows {@code data} at {@code width} points; its height follows.
     *
     * @throws BadInputException if the session asks for what there is not
     */
    public Figure build(SceneData data, double width) {
        data.exact().mixture().requireDensity(data.level());
        var sources = data.sources();
        var view = data.session().view();
        var shown = ShownLayers.of(view);
        var glance = new PanelContent(shown, style);
        // A colour bar as wide as the final one will be, from a glance at the picture.
        glance.compute(data.scene(sources.getLast(), palette.dark()), plot(view, 0, 0, 100, 100), 1);
        double reserved = glance.colorBar()
                .map(bar -> BAR_GAP * style.text() + bar.width(ruler, style))
                .orElse(0.0);
        var places = places(view, sources.size(), width - EDGE - reserved);
        var contents = new ArrayList<PanelContent>();
        for (int i = 0; i < sources.size(); i++) {
            var content = new PanelContent(shown, style);
            content.compute(data.scene(sources.get(i), palette.dark()), places.get(i));
            contents.add(content);
        }
        PanelContent.shareScales(contents);
        var panels = new ArrayList<PlanePanel>();
        for (int i = 0; i < sources.size(); i++) {
            panels.add(new PlanePanel(data.caption(sources.get(i), ""), places.get(i), axes(i), contents.get(i)));
        }
        var legend = legend(data, sources, contents);
        var plot = places.getLast();
        double legendHeight = legend.height(
                ruler, plot.left() + plot.width() - places.getFirst().left(), style);
        double height = plot.top() + plot.height() + axes(0).bottom(style) + legendHeight + 2 * EDGE;
        return new Figure(
                description(data, panels),
                width,
                height,
                palette,
                style,
                List.copyOf(panels),
                contents.getLast().colorBar(),
                legend);
    }

    /** The plots, side by side and alike, in the room up to {@code right}. */
    private List<Viewport> places(View view, int count, double right) {
        double aspect = (view.y1() - view.y0()) / (view.x1() - view.x0());
        double top = EDGE + Caption.height(style);
        double rough = right / count;
        double left = EDGE + axes(0).left(ruler, style, plot(view, 0, top, rough, rough * aspect));
        double gaps = PANEL_GAP * style.text() * (count - 1);
        double side = (right - left - gaps) / count;
        var places = new ArrayList<Viewport>();
        for (int i = 0; i < count; i++) {
            places.add(plot(view, left + i * (side + PANEL_GAP * style.text()), top, side, side * aspect));
        }
        return places;
    }

    private static Viewport plot(View view, double left, double top, double width, double height) {
        return Viewport.fit(left, top, width, height, view.x0(), view.x1(), view.y0(), view.y1());
    }

    private static Axes axes(int panel) {
        boolean first = panel == 0;
        return new Axes(
                Formula.parse(Messages.text("figure.axis.x")),
                Formula.parse(first ? Messages.text("figure.axis.y") : ""),
                first);
    }

    private static Legend legend(SceneData data, List<Source> sources, List<PanelContent> contents) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(Legend.NOTHING, data.levelNote()));
        if (sources.stream().anyMatch(data::extrapolating)) {
            entries.add(new Entry(Legend.NOTHING, Messages.text("figure.legend.extrapolating")));
        }
        // What two panels both say is said once.
        var said = new HashSet<String>();
        for (var content : contents) {
            content.legend().stream().filter(entry -> said.add(entry.text())).forEach(entries::add);
        }
        return new Legend(entries);
    }

    private static String description(SceneData data, List<PlanePanel> panels) {
        var titles = panels.stream()
                .map(panel -> panel.caption().title() + " "
                        + panel.caption().formula().plain())
                .toList();
        return String.join("; ", titles) + "; " + data.levelNote();
    }
}
