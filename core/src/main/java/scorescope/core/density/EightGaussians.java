package scorescope.core.density;

import java.util.List;
import scorescope.core.parameter.Kind;

/** Eight components on a circle of radius 5, std 0.4. */
final class EightGaussians {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "eight-gaussians",
            "Eight Gaussians",
            "Eight narrow bumps on a circle of radius 5, with a minimum in the middle.",
            EightGaussians::components);

    private EightGaussians() {}

    private static List<Component> components() {
        return Shapes.ring(8, 5, 0.4).toList();
    }
}
