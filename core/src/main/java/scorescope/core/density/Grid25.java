package scorescope.core.density;

import java.util.List;
import scorescope.core.parameter.Kind;

/** 5 × 5 components, spacing 2, std 0.15. */
final class Grid25 {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "grid-25",
            "Grid of 25",
            "Five by five narrow bumps: many modes for a sampler to find.",
            Grid25::components);

    private Grid25() {}

    private static List<Component> components() {
        return Shapes.square(5, 0, 0, 2, 0.15).toList();
    }
}
