package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.plot.color.ColorBar;
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
    private final boolean colorsBeside;
    private Style style = Style.PAPER;
    private Optional<PanelContent> content = Optional.empty();

    public ScenePlane(Scene scene, ShownLayers layers, Layer... over) {
        this(scene, layers, List.of(over), List.of(), false);
    }

    /** With marks on top, the first of them lowest. */
    public ScenePlane(Scene scene, ShownLayers layers, List<Marks> marks) {
        this(scene, layers, List.of(), marks, false);
    }

    /** As the plain stage shows it on paper, with the meaning of its colours in a bar beside it. */
    public static ScenePlane besideBar(Scene scene, ShownLayers layers) {
        return new ScenePlane(scene, layers, List.of(), List.of(), true);
    }

    private ScenePlane(Scene scene, ShownLayers layers, List<Layer> over, List<Marks> marks, boolean colorsBeside) {
        this.scene = scene;
        this.layers = layers;
        this.over = over;
        this.marks = List.copyOf(marks);
        this.colorsBeside = colorsBeside;
    }

    @Override
    public void compute(Viewport viewport, Style style, PanelContentCache kept) {
        this.style = style;
        var own = kept.next(layers, 0, style);
        own.compute(scene, viewport);
        content = Optional.of(own);
    }

    /** Gives planes, computed already, the scales that they have in common. */
    static void share(StudyScene.Sharing sharing) {
        var contents = sharing.planes().stream()
                .flatMap(plane -> plane.content.stream())
                .toList();
        PanelContent.shareScales(contents, sharing.colors(), sharing.arrows());
    }

    @Override
    public Optional<ColorBar> glance(Viewport viewport, Style style) {
        if (!colorsBeside) {
            return Optional.empty();
        }
        var rough = new PanelContent(layers, style);
        rough.compute(scene, viewport, 1);
        return rough.colorBar();
    }

    /** The bar beside it; after {@link #compute}. */
    Optional<ColorBar> colorBar() {
        return colorsBeside ? content.flatMap(PanelContent::colorBar) : Optional.empty();
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        content.ifPresent(own -> entries.addAll(
                colorsBeside
                        ? own.legend()
                        : style.framed()
                                ? own.printedWords()
                                : PanelContent.words(List.of(own)).entries()));
        marks.forEach(mark -> entries.addAll(mark.legend()));
        return entries;
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        content.ifPresent(own -> own.draw(painter, viewport, palette));
        if (over.isEmpty() && marks.isEmpty()) {
            return;
        }
        painter.clip(viewport.left(), viewport.top(), viewport.width(), viewport.height());
        over.forEach(layer -> layer.draw(painter, viewport, palette));
        marks.forEach(mark -> mark.draw(painter, viewport, palette, style));
        painter.unclip();
    }
}
