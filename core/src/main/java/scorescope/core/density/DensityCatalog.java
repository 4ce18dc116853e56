package scorescope.core.density;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Kind;

/** The preset densities, all of them exact mixtures; a new one is a method and a line here. */
public final class DensityCatalog {
    public static final Catalog<GaussianMixture> CATALOG = new Catalog<>(
            "preset",
            List.of(
                    preset(
                            "three-gaussians",
                            "Three Gaussians",
                            "Three round bumps of unequal weight; the opening scene.",
                            DensityCatalog::threeGaussians),
                    preset(
                            "eight-gaussians",
                            "Eight Gaussians",
                            "Eight narrow bumps on a circle of radius 5, with a minimum in the middle.",
                            DensityCatalog::eightGaussians),
                    preset(
                            "single-gaussian",
                            "One Gaussian",
                            "The standard normal: its score is the straight pull −x.",
                            () -> new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1)))),
                    preset(
                            "anisotropic",
                            "Anisotropic",
                            "One Gaussian, four times as long as wide, turned by 30°: the score does not point at the mean.",
                            () -> new GaussianMixture(List.of(turned(1, 0, 0, 2, 0.5, Math.toRadians(30))))),
                    preset(
                            "two-moons",
                            "Two moons",
                            "Two interleaved half circles of radius 2, twenty narrow Gaussians along each.",
                            DensityCatalog::twoMoons)));

    private DensityCatalog() {}

    private static Kind<GaussianMixture> preset(
            String id, String title, String help, Supplier<GaussianMixture> mixture) {
        return new Kind<>(id, title, help, List.of(), none -> mixture.get());
    }

    private static GaussianMixture threeGaussians() {
        return new GaussianMixture(List.of(
                Component.isotropic(0.3, -2, 0, 0.6),
                Component.isotropic(0.4, 2, 1, 0.6),
                Component.isotropic(0.3, 0, -2, 0.6)));
    }

    private static GaussianMixture eightGaussians() {
        return new GaussianMixture(IntStream.range(0, 8)
                .mapToObj(k -> {
                    double angle = 2 * Math.PI * k / 8;
                    return Component.isotropic(1, 5 * Math.cos(angle), 5 * Math.sin(angle), 0.4);
                })
                .toList());
    }

    private static GaussianMixture twoMoons() {
        var moons = new ArrayList<Component>();
        for (int k = 0; k < 20; k++) {
            double angle = Math.PI * k / 19;
            moons.add(Component.isotropic(1, -1 + 2 * Math.cos(angle), -0.5 + 2 * Math.sin(angle), 0.15));
        }
        for (int k = 0; k < 20; k++) {
            double angle = Math.PI * k / 19;
            moons.add(Component.isotropic(1, 1 - 2 * Math.cos(angle), 0.5 - 2 * Math.sin(angle), 0.15));
        }
        return new GaussianMixture(moons);
    }

    /** A Gaussian with standard deviation {@code major} along the direction {@code angle} and {@code minor} across. */
    private static Component turned(
            double weight, double meanX, double meanY, double major, double minor, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double a = major * major;
        double b = minor * minor;
        return new Component(
                weight,
                meanX,
                meanY,
                a * cos * cos + b * sin * sin,
                (a - b) * cos * sin,
                a * sin * sin + b * cos * cos);
    }
}
