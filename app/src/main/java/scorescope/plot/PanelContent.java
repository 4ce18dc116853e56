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
    private Ground ground = Ground.QUIET;

    /** What lies under arrows and particles: the panel's own colour, or a strong colour map. */
    private enum Ground {
        QUIET,
        DARK,
        LIGHT;

        static Ground of(ColorMap map) {
            if (map.name().equals(ColorMapCatalog.QUIET)) {
                return QUIET;
            }
            return map.darkAtLow() ? DARK : LIGHT;
        }
    }

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
        ground = needsDensity ? Ground.of(scene.colorMap()) : Ground.QUIET;
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

    /**
     * Paints what was computed, inside the viewport only. On a colour map other than the quiet one, the inks are
     * those that suit its low end, whatever the theme: pale on viridis even on paper.
     */
    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        painter.clip(viewport.left(), viewport.top(), viewport.width(), viewport.height());
        var inks =
                switch (ground) {
                    case QUIET -> palette;
                    case DARK -> Palette.DARK;
                    case LIGHT -> Palette.LIGHT;
                };
        for (var layer : layers) {
            layer.draw(painter, viewport, inks);
        }
        painter.unclip();
    }
}
