package scorescope.core.density;

import java.util.List;
import java.util.stream.Stream;
import scorescope.core.parameter.Kind;

/** 24 components at radius 1.5 and 40 at 3.5, std 0.12. */
final class TwoRings {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "two-rings",
            "Two rings",
            "One ring inside another: 24 narrow Gaussians at radius 1.5 and 40 at 3.5.",
            TwoRings::components);

    private TwoRings() {}

    private static List<Component> components() {
        return Stream.concat(Shapes.ring(24, 1.5, 0.12), Shapes.ring(40, 3.5, 0.12))
                .toList();
    }
}
