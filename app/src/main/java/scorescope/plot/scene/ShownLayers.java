package scorescope.plot.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scorescope.core.parameter.Parameters;
import scorescope.plot.layer.LayerCatalog;
import scorescope.session.View;

/**
 * Which layers a panel shows, and how.
 *
 * @param ids of the {@link LayerCatalog}, the lowest first
 * @param settings values by the layer's id; layers not named are at their defaults
 */
public record ShownLayers(List<String> ids, Map<String, Parameters> settings) {
    public ShownLayers {
        ids = List.copyOf(ids);
        settings = Map.copyOf(settings);
    }

    public static ShownLayers of(String... ids) {
        return new ShownLayers(List.of(ids), Map.of());
    }

    public static ShownLayers of(View view) {
        return new ShownLayers(view.layers(), view.settings());
    }

    public ShownLayers with(List<String> changed) {
        return new ShownLayers(changed, settings);
    }

    /** The same with one layer set otherwise. */
    public ShownLayers setting(String id, Parameters values) {
        var changed = new HashMap<>(settings);
        changed.put(id, values);
        return new ShownLayers(ids, changed);
    }
}
