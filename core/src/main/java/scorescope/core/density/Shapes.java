package scorescope.core.density;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescope.core.parameter.Kind;

/** Arrangements of components from which presets are built. */
final class Shapes {
    private Shapes() {}

    /** A preset without parameters; its components are computed on request. */
    static Kind<GaussianMixture> preset(String id, String title, String help, Supplier<List<Component>> components) {
        return new Kind<>(id, title, help, List.of(), none -> new GaussianMixture(components.get()));
    }

    /** {@code count} equal components evenly along a circle around the origin. */
    static Stream<Component> ring(int count, double radius, double std) {
        return IntStream.range(0, count).mapToObj(k -> {
            double angle = 2 * Math.PI * k / count;
            return Component.isotropic(1, radius * Math.cos(angle), radius * Math.sin(angle), std);
        });
    }

    /** {@code side} × {@code side} equal components around (x, y), {@code spacing} apart. */
    static Stream<Component> square(int side, double x, double y, double spacing, double std) {
        double middle = 0.5 * (side - 1);
        return IntStream.range(0, side * side)
                .mapToObj(k -> Component.isotropic(
                        1, x + spacing * (k % side - middle), y + spacing * (Math.floorDiv(k, side) - middle), std));
    }

    /** A Gaussian with standard deviation {@code major} along the direction {@code angle} and {@code minor} across. */
    static Component turned(double weight, double meanX, double meanY, double major, double minor, double angle) {
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
