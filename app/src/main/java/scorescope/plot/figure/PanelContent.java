package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.parameter.Kind;
import scorescope.plot.color.Background;
import scorescope.plot.color.ColorBar;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind;
import scorescope.plot.layer.SceneLayer;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.SceneWords;
import scorescope.plot.scene.ShownLayers;

/**
 * What stands inside one panel's axes, computed and drawn apart: {@link #compute} does all the mathematics into
 * buffers that are kept from frame to frame, {@link #draw} paints the result with any painter, as often as wanted.
 *
 * <p>Both may run on any thread, but only one call at a time; for a picture that is drawn while the next one is
 * computed, keep two and swap them.
 */
public final class PanelContent implements Layer {
    private static final Legend.Entry NOTHING = new Legend.Entry(Legend.NOTHING, "");

    private final Style style;
    private final List<EqualLayer> kinds;
    private final List<SceneLayer> below;
    private final List<SceneLayer> layers;
    private final DensityGrid density = new DensityGrid();
    private final boolean withParticles;
    private Background background = Background.QUIET;
    private Optional<Scene> shown = Optional.empty();

    /** Layers that can share a scale: of the same id and set alike. */
    private record EqualLayer(String id, List<?> settings, boolean covers) {
        static EqualLayer of(ShownLayers shown, Kind<LayerKind> kind) {
            boolean covers = LayerKind.of(kind).group() == LayerKind.Group.BACKGROUND;
            return new EqualLayer(kind.id(), LayerCatalog.values(shown, kind), covers);
        }
    }

    /** What a layer has to say; an empty text if it says nothing. */
    record LayerWords(String layer, Legend.Entry entry) {}

    /** @throws scorescope.core.BadInputException if a layer or a setting does not exist */
    public PanelContent(ShownLayers shown, Style style) {
        this(shown, 0, shown.ids().size(), style);
    }

    /**
     * A part of the layers, to be drawn over the ones below it.
     *
     * @throws scorescope.core.BadInputException if a layer or a setting does not exist
     */
    public PanelContent(ShownLayers shown, int from, int to, Style style) {
        this.style = style;
        kinds = IntStream.range(from, to)
                .mapToObj(i -> LayerCatalog.CATALOG.kind(shown.ids().get(i), "view.layers[" + i + "]"))
                .map(kind -> EqualLayer.of(shown, kind))
                .toList();
        var all = IntStream.range(0, to)
                .mapToObj(i -> {
                    var kind = LayerCatalog.CATALOG.kind(shown.ids().get(i), "view.layers[" + i + "]");
                    return kind.create()
                            .apply(LayerCatalog.settings(shown, kind))
                            .make()
                            .apply(style);
                })
                .toList();
        below = all.subList(0, from);
        layers = all.subList(from, to);
        withParticles = kinds.stream()
                .anyMatch(kind -> LayerCatalog.kind(kind.id(), "view.layers").subject() == LayerKind.Subject.PARTICLES);
    }

    /**
     * Computes every layer of {@code scene} as seen through {@code viewport}, each on a scale of its own. Coarser
     * fields for a moment of haste: a {@code detail} below that of the style, in cells along a point.
     */
    public void compute(Scene scene, Viewport viewport, double detail) {
        shown = Optional.of(scene);
        background = Background.QUIET;
        below.forEach(layer -> layer.background(scene).ifPresent(made -> background = made));
        layers.forEach(layer -> layer.background(scene).ifPresent(made -> background = made));
        var grounded = scene.on(background);
        density.compute(scene.exact(), scene.level(), viewport, detail);
        for (var layer : layers) {
            layer.compute(grounded, viewport, density);
            layer.share(layer.range(), layer.extent());
        }
    }

    /** Takes over what another panel has found out about the density, so that it is not computed twice. */
    void learn(PanelContent other) {
        density.learn(other.density);
    }

    public void compute(Scene scene, Viewport viewport) {
        compute(scene, viewport, style.detail());
    }

    /** Gives equal layers in all panels, computed already, the same scale: those of one id with the same settings. */
    public static void shareScales(List<PanelContent> panels) {
        shareScales(panels, true, true);
    }

    /**
     * The same for some layers.
     *
     * @param colors whether this holds for layers that cover the plane with colours
     * @param others whether it holds for all others, such as arrows
     */
    static void shareScales(List<PanelContent> panels, boolean colors, boolean others) {
        var common = new HashMap<EqualLayer, Range>();
        var extents = new HashMap<EqualLayer, Range>();
        for (var panel : panels) {
            for (int i = 0; i < panel.layers.size(); i++) {
                common.merge(panel.kinds.get(i), panel.layers.get(i).range(), Range::and);
                extents.merge(panel.kinds.get(i), panel.layers.get(i).extent(), Range::and);
            }
        }
        for (var panel : panels) {
            for (int i = 0; i < panel.layers.size(); i++) {
                var layer = panel.layers.get(i);
                var kind = panel.kinds.get(i);
                var range = common.get(kind);
                var extent = extents.get(kind);
                boolean shared = kind.covers() ? colors : others;
                if (shared && !(range.equals(layer.range()) && extent.equals(layer.extent()))) {
                    layer.share(range, extent);
                }
            }
        }
    }

    /** What the colours of the uppermost ground mean. */
    public Optional<ColorBar> colorBar() {
        return layers.stream().flatMap(layer -> layer.colorBar().stream()).reduce((_, upper) -> upper);
    }

    /** What everything else means, from the lowest layer up, after the noise levels if those of the layers differ. */
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<>(levels(false));
        layers.forEach(layer -> layer.legend().forEach(entry -> entries.add(background.under(entry))));
        return entries;
    }

    /** The same by layers. */
    List<LayerWords> layerWords() {
        var words = new ArrayList<LayerWords>();
        levels(false).forEach(entry -> words.add(new LayerWords("", entry)));
        words.add(new LayerWords("", NOTHING));
        for (int i = 0; i < layers.size(); i++) {
            String id = kinds.get(i).id();
            words.add(new LayerWords(id, NOTHING));
            layers.get(i).legend().forEach(entry -> words.add(new LayerWords(id, background.under(entry))));
        }
        return words;
    }

    private List<Legend.Entry> levels(boolean always) {
        return shown
                .filter(_ -> withParticles)
                .flatMap(scene -> SceneWords.levels(scene, always))
                .map(said -> new Legend.Entry(Legend.NOTHING, said))
                .stream()
                .toList();
    }

    /**
     * What must be said under a picture in the window, made of these contents over each other: the colours of the
     * uppermost ground lying down, then lines, arrows and marks, but for layers that explain themselves.
     */
    public static Legend words(List<PanelContent> contents) {
        var telling = contents.stream()
                .flatMap(content -> content.layers.stream())
                .filter(layer -> !layer.explainsItself())
                .toList();
        var entries = new ArrayList<>(colors(telling));
        contents.forEach(content -> entries.addAll(content.levels(true)));
        contents.forEach(content -> content.layers.stream()
                .filter(layer -> !layer.explainsItself())
                .flatMap(layer -> layer.legend().stream())
                .forEach(entry -> entries.add(content.background.under(entry))));
        return entries.isEmpty() ? Legend.NONE : new Legend(entries);
    }

    /**
     * What must be said under a printed picture that has no colour bar beside it: the colours of the uppermost ground, if
     * it does not explain itself, then everything else.
     */
    public List<Legend.Entry> printedWords() {
        var entries = new ArrayList<>(
                colors(layers.stream().filter(layer -> !layer.explainsItself()).toList()));
        entries.addAll(legend());
        return entries;
    }

    /** The colours of the uppermost of the layers that has some, lying down. */
    private static List<Legend.Entry> colors(List<SceneLayer> telling) {
        return telling.stream()
                .flatMap(layer -> layer.colorBar().stream())
                .reduce((_, upper) -> upper)
                .map(ColorBar::lying)
                .stream()
                .toList();
    }

    public List<SceneLayer> layers() {
        return layers;
    }

    /** Paints what was computed, inside the viewport only, in colours that suit the ground. */
    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        painter.clip(viewport.left(), viewport.top(), viewport.width(), viewport.height());
        for (int i = 0; i < layers.size(); i++) {
            painter.begin(kinds.get(i).id());
            layers.get(i).draw(painter, viewport, background.adapted(palette));
            painter.end();
        }
        painter.unclip();
    }
}
