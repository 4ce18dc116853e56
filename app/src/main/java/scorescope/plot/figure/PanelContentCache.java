package scorescope.plot.figure;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.memo.Memo;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.ShownLayers;

/**
 * Contents of panels, reused from picture to picture with their buffers. Every picture requests them in the same order,
 * so that a panel with unchanged layers gets its own content back. The data of a content is valid until the content is
 * requested again for the next picture. Not for two pictures at once.
 */
public final class PanelContentCache {
    private final List<Memo<Key, PanelContent>> panels = new ArrayList<>();
    private int used;

    /** Everything that the content of a panel depends on. */
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
     * The content of the next panel, which the caller must compute.
     *
     * @param from index of the lowest layer that belongs to the content; those below belong to another one
     * @throws scorescope.core.BadInputException if a layer or a setting does not exist
     */
    public PanelContent next(ShownLayers layers, int from, Style style) {
        if (used == panels.size()) {
            panels.add(new Memo<>(Key::make));
        }
        return panels.get(used++).of(new Key(layers, from, style));
    }
}
