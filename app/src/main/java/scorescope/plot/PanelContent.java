package scorescope.plot;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands inside one panel's axes, computed and drawn apart: {@link #compute} does all the mathematics into
 * buffers that are kept from frame to frame, {@link #draw} paints the result with any painter, as often as wanted.
 *
 * <p>Both may run on any thread, but only one call at a time; for a picture that is drawn while the next one is
 * computed, keep two and swap them.
 */
public final class PanelContent implements Layer {
    private final Style style;
    private final List<SceneLayer> layers;
    private final DensityGrid density = new DensityGrid();
    private final boolean needsDensity;

    /**
     * @param layers ids of the {@link LayerCatalog}, the lowest first
     * @throws scorescope.core.BadInputException if a layer does not exist
     */
    public PanelContent(List<String> layers, Style style) {
        this.style = style;
        this.layers = IntStream.range(0, layers.size())
                .mapToObj(i -> LayerCatalog.entry(layers.get(i), "view.layers[" + i + "]")
                        .create()
                        .apply(style))
                .toList();
        needsDensity = this.layers.stream().anyMatch(SceneLayer::readsDensity);
    }

    /**
     * Computes every layer of {@code scene} as seen through {@code viewport}. Coarser fields for a moment of haste:
     * a {@code detail} below that of the style, in cells along a point.
     */
    public void compute(Scene scene, Viewport viewport, double detail) {
        if (needsDensity) {
            density.compute(scene.exact(), scene.level(), viewport, detail);
        }
        for (var layer : layers) {
            layer.compute(scene, viewport, density);
        }
    }

    public void compute(Scene scene, Viewport viewport) {
        compute(scene, viewport, style.detail());
    }

    /** The density that was computed last, for a colour bar; empty if no layer needs one. */
    public DensityGrid density() {
        return density;
    }

    public List<SceneLayer> layers() {
        return layers;
    }

    /** Paints what was computed, inside the viewport only. */
    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        painter.clip(viewport.left(), viewport.top(), viewport.width(), viewport.height());
        for (var layer : layers) {
            layer.draw(painter, viewport, palette);
        }
        painter.unclip();
    }
}
