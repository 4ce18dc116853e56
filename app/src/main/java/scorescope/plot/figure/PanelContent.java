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
 * The content inside one panel's axes, computed and drawn separately: {@link #compute} does all the mathematics into
 * buffers that are reused from frame to frame, {@link #draw} paints the result with any painter and may be repeated.
 *
 * <p>Both may run on any thread, but only one call at a time; to draw a picture while the next one is computed, use two
 * instances alternately.
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

    /** Key of layers that can share a scale: the same id and settings. */
    private record EqualLayer(String id, List<?> settings, boolean covers) {
        static EqualLayer of(ShownLayers shown, Kind<LayerKind> kind) {
            boolean covers = LayerKind.of(kind).group() == LayerKind.Group.BACKGROUND;
            return new EqualLayer(kind.id(), LayerCatalog.values(shown, kind), covers);
        }
    }

    /** A legend entry with the layer that it explains; the id is empty if it belongs to none. */
    record LayerWords(String layer, Legend.Entry entry) {}

    /** @throws scorescope.core.BadInputException if a layer or a setting does not exist */
    public PanelContent(ShownLayers shown, Style style) {
        this(shown, 0, shown.ids().size(), style);
    }

    /**
     * The layers from one index to another, to be drawn over the ones below.
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
     * Computes every layer of {@code scene} as seen through {@code viewport}, each on its own scale. {@code detail} is
     * the resolution of fields in cells per point; a value below that of the style gives coarser fields, for pictures
     * during a drag.
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

    /** Reuses another panel's values of the density, so that they are not computed twice. */
    void learn(PanelContent other) {
        density.learn(other.density);
    }

    public void compute(Scene scene, Viewport viewport) {
        compute(scene, viewport, style.detail());
    }

    /** Gives equal layers (the same id and settings) in all panels the same scale; called after they are computed. */
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

    /** The colour bar of the uppermost background. */
    public Optional<ColorBar> colorBar() {
        return layers.stream().flatMap(layer -> layer.colorBar().stream()).reduce((_, upper) -> upper);
    }

    /**
     * The meaning of everything else, from the lowest layer up, preceded by the noise levels if those of the layers
     * differ.
     */
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
     * The legend under a picture in the window that consists of these contents over each other: the colour bar of the
     * uppermost background, horizontally, then lines, arrows and marks, except for layers that need no legend.
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
     * The legend under a printed picture that has no colour bar beside it: the colours of the uppermost background,
     * unless it needs no legend, then everything else.
     */
    public List<Legend.Entry> printedWords() {
        var entries = new ArrayList<>(
                colors(layers.stream().filter(layer -> !layer.explainsItself()).toList()));
        entries.addAll(legend());
        return entries;
    }

    /** The colour bar of the uppermost layer that has one, horizontally. */
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

    /** Paints the result, clipped to the viewport, in colours that suit the background. */
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
