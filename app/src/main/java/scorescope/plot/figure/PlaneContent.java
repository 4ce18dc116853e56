package scorescope.plot.figure;

import java.util.List;
import java.util.Optional;
import scorescope.plot.color.Background;
import scorescope.plot.color.ColorBar;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;

/** What a study shows in a part of the plane: computed for a viewport first, then drawn as often as wanted. */
public interface PlaneContent extends Layer {
    /** @param cache where contents of the layers of the catalog come from */
    void compute(Viewport viewport, Style style, PanelContentCache cache);

    /** The bar that its colours need beside a picture, roughly, for its width; empty if it has none. */
    default Optional<ColorBar> glance(Viewport viewport, Style style) {
        return Optional.empty();
    }

    /** Whether it has a bar of its own if its colours need one. */
    default boolean hasOwnBar() {
        return false;
    }

    /** The bar of its own right beside it; after {@link #compute} and once scales are shared. */
    default Optional<ColorBar> ownBar() {
        return Optional.empty();
    }

    /** What lies under its lines and arrows. */
    default Background background() {
        return Background.QUIET;
    }

    /** What its lines, colours and marks mean; after {@link #compute}. */
    List<Legend.Entry> legend();
}
