package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestModeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 100, 10_000})
    void noOtherModeIsNearer(int modes) {
        var random = new SplittableRandom(modes);
        int n = 1300;
        var x = random.doubles(n, -4, 4).toArray();
        var y = random.doubles(n, -4, 4).toArray();
        var means = new Sample(
                random.doubles(modes, -4, 4).toArray(),
                random.doubles(modes, -4, 4).toArray());
        var nearest = new int[n];
        ModeShares.nearest(x, y, n, means, nearest);
        for (int i = 0; i < n; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < modes; k++) {
                least = Math.min(least, Math.hypot(x[i] - means.x()[k], y[i] - means.y()[k]));
            }
            double found = Math.hypot(x[i] - means.x()[nearest[i]], y[i] - means.y()[nearest[i]]);
            assertEquals(least, found, 1e-9 * least);
        }
    }
}
