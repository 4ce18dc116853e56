package scorescope.core.density;

import java.util.List;
import scorescope.core.parameter.Kind;

/** 400 points on a circle of radius 2.5: data on a manifold, which have a density only for σ > 0. */
final class Circle {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "circle",
            "Circle of points",
            "400 points without width on a circle: the score grows without bound as σ → 0.",
            Circle::components);

    private Circle() {}

    private static List<Component> components() {
        return Shapes.ring(400, 2.5, 0).toList();
    }
}
