package scorescope.core.density;

import java.util.List;
import scorescope.core.parameter.Kind;

/** The standard normal. */
final class SingleGaussian {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "single-gaussian",
            "One Gaussian",
            "The standard normal: its score is the straight pull −x.",
            SingleGaussian::components);

    private SingleGaussian() {}

    private static List<Component> components() {
        return List.of(Component.isotropic(1, 0, 0, 1));
    }
}
