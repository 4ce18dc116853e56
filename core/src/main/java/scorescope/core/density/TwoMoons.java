package scorescope.core.density;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.parameter.Kind;

/** 2 × 20 components along two half circles of radius 2, std 0.15. */
final class TwoMoons {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "two-moons",
            "Two moons",
            "Two interleaved half circles of radius 2, twenty narrow Gaussians along each.",
            TwoMoons::components);

    private TwoMoons() {}

    private static List<Component> components() {
        var moons = new ArrayList<Component>();
        for (int k = 0; k < 20; k++) {
            double angle = Math.PI * k / 19;
            moons.add(Component.isotropic(1, -1 + 2 * Math.cos(angle), -0.5 + 2 * Math.sin(angle), 0.15));
        }
        for (int k = 0; k < 20; k++) {
            double angle = Math.PI * k / 19;
            moons.add(Component.isotropic(1, 1 - 2 * Math.cos(angle), 0.5 - 2 * Math.sin(angle), 0.15));
        }
        return moons;
    }
}
