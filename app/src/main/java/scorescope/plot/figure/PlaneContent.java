package scorescope.plot.figure;

import java.util.List;
import java.util.Optional;
import scorescope.plot.color.Background;
import scorescope.plot.color.ColorBar;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;

/** Content of a study in a part of the plane: computed for a viewport first, then drawn, possibly repeatedly. */
public interface PlaneContent extends Layer {
    /**
     * @param cache supplies contents for the layers of the catalog
     */
    void compute(Viewport viewport, Style style, PanelContentCache cache);

    /** An approximate colour bar, to determine its width before the layout; empty if there is none. */
    default Optional<ColorBar> glance(Viewport viewport, Style style) {
        return Optional.empty();
    }

    /** Whether its colours are explained by its own bar, if they need one. */
    default boolean hasOwnBar() {
        return false;
    }

    /** Its own colour bar right of it; valid after {@link #compute} and once scales are shared. */
    default Optional<ColorBar> ownBar() {
        return Optional.empty();
    }

    /** The background under its lines and arrows. */
    default Background background() {
        return Background.QUIET;
    }

    /** The meaning of its lines, colours and marks; valid after {@link #compute}. */
    List<Legend.Entry> legend();
}
