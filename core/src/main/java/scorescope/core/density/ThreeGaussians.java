package scorescope.core.density;

import java.util.List;
import scorescope.core.parameter.Kind;

/** Means (−2, 0), (2, 1), (0, −2); weights 0.3, 0.4, 0.3; std 0.6. */
final class ThreeGaussians {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "three-gaussians",
            "Three Gaussians",
            "Three round bumps of unequal weight; the opening scene.",
            ThreeGaussians::components);

    private ThreeGaussians() {}

    private static List<Component> components() {
        return List.of(
                Component.isotropic(0.3, -2, 0, 0.6),
                Component.isotropic(0.4, 2, 1, 0.6),
                Component.isotropic(0.3, 0, -2, 0.6));
    }
}
