package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.plot.color.Background;
import scorescope.plot.color.ColorBar;
import scorescope.plot.guide.Legend;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;

/** Layers of the catalog over one scene, as on the stage, with a study's marks on top. */
public final class ScenePlane implements PlaneContent {
    private final Scene scene;
    private final ShownLayers layers;
    private final List<Layer> over;
    private final List<Marks> marks;
    private final Bar bar;
    private final String name;
    private Style style = Style.PAPER;
    private Optional<PanelContent> content = Optional.empty();
    private Optional<PanelContent> glanced = Optional.empty();

    /** Where the colours of the background are explained. */
    public enum Bar {
        /** In the legend. */
        NONE,
        /** By one bar beside all planes of the figure. */
        SHARED,
        /** By its own bar, right of the plane. */
        OWN
    }

    public ScenePlane(Scene scene, ShownLayers layers, Layer... over) {
        this(scene, layers, List.of(over), List.of(), Bar.NONE, "");
    }

    /** With marks on top, the first of them lowest. */
    public ScenePlane(Scene scene, ShownLayers layers, List<Marks> marks) {
        this(scene, layers, List.of(), marks, Bar.NONE, "");
    }

    /**
     * A plane of the plain stage on paper.
     *
     * @param name of the panel of a composed figure, for legend entries about this panel alone; else empty
     */
    public static ScenePlane printed(Scene scene, ShownLayers layers, Bar bar, String name) {
        return new ScenePlane(scene, layers, List.of(), List.of(), bar, name);
    }

    private ScenePlane(Scene scene, ShownLayers layers, List<Layer> over, List<Marks> marks, Bar bar, String name) {
        this.scene = scene;
        this.layers = layers;
        this.over = over;
        this.marks = List.copyOf(marks);
        this.bar = bar;
        this.name = name;
    }

    @Override
    public Background background() {
        return LayerCatalog.background(layers, scene);
    }

    @Override
    public void compute(Viewport viewport, Style style, PanelContentCache cache) {
        this.style = style;
        var own = cache.next(layers, 0, style);
        glanced.ifPresent(own::learn);
        own.compute(scene, viewport);
        content = Optional.of(own);
    }

    /** Sets the common scales of planes; called after they are computed. */
    static void share(StudyScene.Sharing sharing) {
        var contents = sharing.planes().stream()
                .flatMap(plane -> plane.content.stream())
                .toList();
        PanelContent.shareScales(contents, sharing.colors(), sharing.arrows());
    }

    @Override
    public Optional<ColorBar> glance(Viewport viewport, Style style) {
        if (bar == Bar.NONE) {
            return Optional.empty();
        }
        if (content.isPresent()) {
            return content.flatMap(PanelContent::colorBar);
        }
        var rough = new PanelContent(LayerCatalog.backgrounds(layers), style);
        rough.compute(scene, viewport, 1);
        glanced = Optional.of(rough);
        return rough.colorBar();
    }

    /** Its part of the bar beside all planes; valid after {@link #compute}. */
    Optional<ColorBar> sharedBar() {
        return bar == Bar.SHARED ? content.flatMap(PanelContent::colorBar) : Optional.empty();
    }

    @Override
    public boolean hasOwnBar() {
        return bar == Bar.OWN;
    }

    @Override
    public Optional<ColorBar> ownBar() {
        return bar == Bar.OWN ? content.flatMap(PanelContent::colorBar) : Optional.empty();
    }

    /** The legend entries of the planes' layers, compared between panels; for planes of composed figures only. */
    static List<Legend.Entry> compared(List<ScenePlane> planes) {
        return LegendOfPanels.of(planes.stream()
                .flatMap(plane -> plane.content.stream()
                        .flatMap(own -> own.layerWords().stream())
                        .map(words -> new LegendOfPanels.Said(plane.name, words.layer(), words.entry())))
                .toList());
    }

    String name() {
        return name;
    }

    /** Whether it belongs to a panel of a composed figure. */
    boolean named() {
        return !name.isEmpty();
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        content.ifPresent(own -> entries.addAll(
                bar != Bar.NONE
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
        marks.forEach(mark -> mark.draw(painter, viewport, palette, style.on(palette)));
        painter.unclip();
    }
}
