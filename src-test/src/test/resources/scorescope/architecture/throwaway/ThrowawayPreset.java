package scorescope.core.density;

import java.util.List;
import scorescope.core.parameter.Kind;

/** A single point at (1, 0). */
final class ThrowawayPreset {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "throwaway-preset",
            "Throw-away preset",
            "A throw-away preset.",
            () -> List.of(Component.isotropic(1, 1, 0, 0)));

    private ThrowawayPreset() {}
}
