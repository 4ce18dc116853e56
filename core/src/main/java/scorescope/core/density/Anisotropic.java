package scorescope.core.density;

import java.util.List;
import scorescope.core.parameter.Kind;

/** Standard deviations 2 and 0.5, turned by 30°. */
final class Anisotropic {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "anisotropic",
            "Anisotropic",
            "One Gaussian, four times as long as wide, turned by 30°: the score does not point at the mean.",
            Anisotropic::components);

    private Anisotropic() {}

    private static List<Component> components() {
        return List.of(Shapes.turned(1, 0, 0, 2, 0.5, Math.toRadians(30)));
    }
}
