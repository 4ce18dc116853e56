package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;

/** Layers of the catalog over one scene, as the stage shows them, and what a study lays on top. */
public final class ScenePlane implements PlaneContent {
    private final Scene scene;
    private final ShownLayers layers;
    private final List<Layer> over;
    private final List<Marks> marks;
    private Style style = Style.PAPER;
    private Optional<PanelContent> content = Optional.empty();

    public ScenePlane(Scene scene, ShownLayers layers, Layer... over) {
        this(scene, layers, List.of(over), List.of());
    }

    /** With marks on top, the first of them lowest. */
    public ScenePlane(Scene scene, ShownLayers layers, List<Marks> marks) {
        this(scene, layers, List.of(), marks);
    }

    private ScenePlane(Scene scene, ShownLayers layers, List<Layer> over, List<Marks> marks) {
        this.scene = scene;
        this.layers = layers;
        this.over = over;
        this.marks = List.copyOf(marks);
    }

    @Override
    public void compute(Viewport viewport, Style style, PanelContentCache kept) {
        this.style = style;
        var own = kept.next(layers, 0, style);
        own.compute(scene, viewport);
        content = Optional.of(own);
    }

    /** Gives all of them, computed already, the same scales. */
    public static void share(List<ScenePlane> planes) {
        PanelContent.shareScales(
                planes.stream().flatMap(plane -> plane.content.stream()).toList());
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        content.ifPresent(own -> entries.addAll(
                style.framed()
                        ? own.printedWords()
                        : PanelContent.words(List.of(own)).entries()));
        marks.forEach(mark -> entries.addAll(mark.legend()));
        return entries;
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        content.ifPresent(own -> own.draw(painter, viewport, palette));
        painter.clip(viewport.left(), viewport.top(), viewport.width(), viewport.height());
        over.forEach(layer -> layer.draw(painter, viewport, palette));
        marks.forEach(mark -> mark.draw(painter, viewport, palette, style));
        painter.unclip();
    }
}
