package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.Optional;
import scorescope.core.parameter.Parameter;
import scorescope.session.View;
import scorescope.words.Words;

/** Position of the noisy point x̃ of the {@link ProbeLayer}, in data units, stored in the layer's settings. */
public record ProbePoint(double x, double y) {
    public static final String LAYER = "probe";

    static final Parameter.Real X = new Parameter.Real(
            "x",
            "x",
            Words.constant("figure.unit.data"),
            1,
            -1e6,
            1e6,
            false,
            Words.constant("help.layer.probe-point.x"));
    static final Parameter.Real Y = new Parameter.Real(
            "y",
            "y",
            Words.constant("figure.unit.data"),
            1,
            -1e6,
            1e6,
            false,
            Words.constant("help.layer.probe-point.y"));

    /** The point, if the layer is shown. */
    public static Optional<ProbePoint> of(View view) {
        return shown(view) ? Optional.of(wherever(view)) : Optional.empty();
    }

    /** The point, whether the layer is shown or not. */
    public static ProbePoint wherever(View view) {
        var values = view.settings(LAYER);
        return new ProbePoint(values.get(X), values.get(Y));
    }

    public static boolean shown(View view) {
        return view.layers().contains(LAYER);
    }

    /** The same view with the point at this position. */
    public View in(View view) {
        return view.withSettings(LAYER, view.settings(LAYER).with(X, x).with(Y, y));
    }

    /** The same view with the layer shown or not. */
    public static View shown(View view, boolean wanted) {
        var layers = new ArrayList<>(view.layers());
        layers.remove(LAYER);
        if (wanted) {
            layers.add(LAYER);
        }
        return view.withLayers(
                LayerCatalog.CATALOG.ids().stream().filter(layers::contains).toList());
    }
}
