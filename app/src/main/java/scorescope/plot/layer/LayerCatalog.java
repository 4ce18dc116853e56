package scorescope.plot.layer;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.plot.color.Background;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;

/** The layers a session can name in {@code view.layers}. A new one is one file and one line here. */
public final class LayerCatalog {
    /** In drawing order, the lowest first. */
    public static final Catalog<LayerKind> CATALOG = new Catalog<>(
            "layer",
            List.of(
                    DensityLayer.KIND,
                    EnergyLayer.KIND,
                    LearnedEnergyLayer.KIND,
                    DivergenceLayer.KIND,
                    CurlLayer.KIND,
                    OffDiagonalLayer.KIND,
                    MagnitudeLayer.KIND,
                    EigenvalueLayer.KIND,
                    HyvarinenLayer.KIND,
                    FisherLayer.KIND,
                    RecoveredLayer.KIND,
                    LowDensityLayer.KIND,
                    ContourLayer.KIND,
                    MeasurementLayer.KIND,
                    StreamlineLayer.KIND,
                    QuiverLayer.KIND,
                    GuidanceLayer.KIND,
                    DenoisingLayer.KIND,
                    CriticalLayer.KIND,
                    ProbeLayer.KIND,
                    DataLayer.KIND,
                    LabelLayer.KIND,
                    ParticleLayer.KIND,
                    TweedieLayer.KIND,
                    MarginalLayer.KIND));

    private LayerCatalog() {}

    /** @throws BadInputException naming {@code place} and the nearest layer if there is none called {@code id} */
    public static LayerKind kind(String id, String place) {
        return LayerKind.of(CATALOG.kind(id, place));
    }

    /**
     * Checks every layer and every setting.
     *
     * @throws BadInputException naming the first that does not exist or is out of range
     */
    public static void check(ShownLayers shown) {
        for (int i = 0; i < shown.ids().size(); i++) {
            var unused = CATALOG.kind(shown.ids().get(i), "view.layers[" + i + "]");
        }
        for (var id : shown.settings().keySet()) {
            var unused = settings(shown, CATALOG.kind(id, "view.settings." + id));
        }
    }

    /** Only the layers that cover the plane with colours. */
    public static ShownLayers backgrounds(ShownLayers shown) {
        return shown.with(shown.ids().stream()
                .filter(id -> kind(id, "view.layers").group() == LayerKind.Group.BACKGROUND)
                .toList());
    }

    /** The background under lines and arrows: the image of the uppermost layer that covers the plane, or the page. */
    public static Background background(ShownLayers shown, Scene scene) {
        return backgrounds(shown).ids().stream()
                .map(id -> CATALOG.kind(id, "view.layers"))
                .reduce((_, upper) -> upper)
                .flatMap(kind -> kind.create()
                        .apply(settings(shown, kind))
                        .make()
                        .apply(Style.PAPER)
                        .background(scene))
                .orElse(Background.QUIET);
    }

    /** The values of all parameters of one layer, in their order: the values set, else the defaults. */
    public static List<Object> values(ShownLayers shown, Kind<LayerKind> kind) {
        var given = settings(shown, kind).given();
        return kind.parameters().stream()
                .<Object>map(parameter -> given.getOrDefault(parameter.key(), parameter.defaultValue()))
                .toList();
    }

    /** The values set for one layer, checked. */
    public static Parameters settings(ShownLayers shown, Kind<LayerKind> kind) {
        return shown.settings()
                .getOrDefault(kind.id(), Parameters.NONE)
                .checked(kind.parameters(), "view.settings." + kind.id());
    }
}
