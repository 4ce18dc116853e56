package scorescope.core.density;

import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.parameter.Kind;

/** 8 squares of side 2, each of 6 × 6 components of std 0.2. */
final class Checkerboard {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "checkerboard",
            "Checkerboard",
            "Eight squares of side 2, nearly flat inside, with edges for the noise to wash out.",
            Checkerboard::components);

    private Checkerboard() {}

    private static List<Component> components() {
        return IntStream.range(0, 16)
                .filter(k -> (k % 4 + k / 4) % 2 == 0)
                .boxed()
                .flatMap(k -> Shapes.square(6, 2 * (k % 4) - 3, 2 * (k / 4) - 3, 2.0 / 6, 0.2))
                .toList();
    }
}
