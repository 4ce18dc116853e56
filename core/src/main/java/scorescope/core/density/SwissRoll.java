package scorescope.core.density;

import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.parameter.Kind;

/** 60 components evenly along the spiral r = 3·φ/(9π/2), φ from 3π/2 to 9π/2, std 0.12. */
final class SwissRoll {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "swiss-roll",
            "Swiss roll",
            "Sixty narrow Gaussians along one and a half turns of a spiral.",
            SwissRoll::components);

    private SwissRoll() {}

    private static List<Component> components() {
        double first = 1.5 * Math.PI;
        double last = 4.5 * Math.PI;
        return IntStream.range(0, 60)
                .mapToObj(k -> {
                    // The length of a spiral r ∝ φ grows nearly as φ².
                    double angle = Math.sqrt(first * first + (last * last - first * first) * k / 59);
                    double radius = 3 * angle / last;
                    return Component.isotropic(1, radius * Math.cos(angle), radius * Math.sin(angle), 0.12);
                })
                .toList();
    }
}
