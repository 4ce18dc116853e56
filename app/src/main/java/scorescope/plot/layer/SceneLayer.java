package scorescope.plot.layer;

import java.util.List;
import java.util.Optional;
import scorescope.plot.color.Background;
import scorescope.plot.color.ColorBar;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;

/**
 * A layer made from a {@link Scene}: {@link #compute} does the mathematics into buffers that the layer owns, {@link
 * #share} fixes its scale, {@link #draw} paints the result and may be repeated. Any thread may call them, one call at a
 * time.
 */
public interface SceneLayer extends Layer {
    /** Computes what will be painted. Allocates nothing once the buffers have their size. */
    void compute(Scene scene, Viewport viewport, DensityGrid density);

    /** The values that its scale should cover; {@link Range#NONE} if it has no scale. */
    default Range range() {
        return Range.NONE;
    }

    /** The values it shows, some of which may lie beyond its {@link #range}; {@link Range#NONE} if it has no scale. */
    default Range extent() {
        return range();
    }

    /**
     * Fixes the scale; after {@link #compute}.
     *
     * @param range the values that the scale covers; contains its own {@link #range}
     * @param values all values in the panels that share the scale, so that a colour bar can say that some lie beyond it
     */
    default void share(Range range, Range values) {}

    /** The background it forms for the layers above, if it covers the panel; valid before {@link #compute}. */
    default Optional<Background> background(Scene scene) {
        return Optional.empty();
    }

    /** The meaning of its colours, if it covers the panel; valid after {@link #share}. */
    default Optional<ColorBar> colorBar() {
        return Optional.empty();
    }

    /** Whether the window needs no legend for it; figures always have one. */
    default boolean explainsItself() {
        return false;
    }

    /** The meaning of its lines, arrows and marks; valid after {@link #share}. */
    default List<Legend.Entry> legend() {
        return List.of();
    }
}
