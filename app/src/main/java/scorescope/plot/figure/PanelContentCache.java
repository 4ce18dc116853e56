package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.memo.Memo;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.ShownLayers;

/**
 * Contents of panels kept from picture to picture with their buffers. Every picture takes them in the same order, so that
 * a panel which has the layers it had before gets its own content back. What a content holds is good until it is asked
 * for again, one picture later. One picture at a time.
 */
public final class PanelContentCache {
    private final List<Memo<Key, PanelContent>> panels = new ArrayList<>();
    private int used;

    /** All that the content of a panel depends on. */
    private record Key(ShownLayers layers, int from, Style style) {
        PanelContent make() {
            return new PanelContent(layers, from, layers.ids().size(), style);
        }
    }

    /** Begins a picture. */
    public void begin() {
        used = 0;
    }

    /**
     * The content of the next panel, to be computed anew.
     *
     * @param from the lowest of the layers that belongs to the content; those below are another's
     * @throws scorescope.core.BadInputException if a layer or a setting does not exist
     */
    public PanelContent next(ShownLayers layers, int from, Style style) {
        if (used == panels.size()) {
            panels.add(new Memo<>(Key::make));
        }
        return panels.get(used++).of(new Key(layers, from, style));
    }
}
