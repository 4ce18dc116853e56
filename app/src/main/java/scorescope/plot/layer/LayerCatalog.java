package scorescope.plot.layer;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;
import scorescope.core.parameter.Parameters;
import scorescope.plot.scene.ShownLayers;
import scorescope.words.Words;

/** The layers a session can name in {@code view.layers}. A new one is one file and one line here. */
public final class LayerCatalog {
    private static final List<LayerKind> KINDS = List.of(
            DensityLayer.KIND,
            EnergyLayer.KIND,
            DivergenceLayer.KIND,
            CurlLayer.KIND,
            MagnitudeLayer.KIND,
            EigenvalueLayer.KIND,
            HyvarinenLayer.KIND,
            RecoveredLayer.KIND,
            LowDensityLayer.KIND,
            ContourLayer.KIND,
            StreamlineLayer.KIND,
            QuiverLayer.KIND,
            DenoisingLayer.KIND,
            CriticalLayer.KIND,
            ProbeLayer.KIND,
            ParticleLayer.KIND,
            TweedieLayer.KIND,
            MarginalLayer.KIND);

    private LayerCatalog() {}

    /** All layers, in the order that draws the lower ones first. */
    public static List<LayerKind> kinds() {
        return KINDS;
    }

    public static List<String> ids() {
        return KINDS.stream().map(LayerKind::id).toList();
    }

    /** @throws BadInputException naming {@code place} and the nearest layer if there is none called {@code id} */
    public static LayerKind kind(String id, String place) {
        return KINDS.stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        place,
                        Words.text("figure.layer-catalog.there-no-layer", id),
                        Words.text("figure.remedy.nearest", Nearest.of(id, ids()), String.join(", ", ids()))));
    }

    /**
     * Checks every layer and every setting.
     *
     * @throws BadInputException naming the first that does not exist or is out of range
     */
    public static void check(ShownLayers shown) {
        for (int i = 0; i < shown.ids().size(); i++) {
            var unused = kind(shown.ids().get(i), "view.layers[" + i + "]");
        }
        for (var id : shown.settings().keySet()) {
            var unused = settings(shown, kind(id, "view.settings." + id));
        }
    }

    /** The values set for one layer, checked. */
    public static Parameters settings(ShownLayers shown, LayerKind kind) {
        return shown.settings()
                .getOrDefault(kind.id(), Parameters.NONE)
                .checked(kind.parameters(), "view.settings." + kind.id());
    }
}
