package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.List;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.ShownLayers;

/**
 * Contents of panels kept from picture to picture with their buffers. Every picture takes them in the same order, so that
 * a panel which has the layers it had before gets its own content back. What a content holds is good until it is asked
 * for again, one picture later. One picture at a time.
 */
public final class PanelContentCache {
    private final List<Kept> kept = new ArrayList<>();
    private int taken;

    /** The layers of a panel with their buffers, for as long as the panel has these layers. */
    private record Kept(ShownLayers layers, int from, Style style, PanelContent content) {}

    /** Begins a picture. */
    public void begin() {
        taken = 0;
    }

    /**
     * The content of the next panel, to be computed anew.
     *
     * @param from the lowest of the layers that belongs to the content; those below are another's
     * @throws scorescope.core.BadInputException if a layer or a setting does not exist
     */
    public PanelContent next(ShownLayers layers, int from, Style style) {
        if (taken == kept.size()) {
            kept.add(make(layers, from, style));
        } else {
            var before = kept.get(taken);
            if (before.from() != from
                    || !before.layers().equals(layers)
                    || !before.style().equals(style)) {
                kept.set(taken, make(layers, from, style));
            }
        }
        return kept.get(taken++).content();
    }

    private static Kept make(ShownLayers layers, int from, Style style) {
        return new Kept(
                layers, from, style, new PanelContent(layers, from, layers.ids().size(), style));
    }
}
