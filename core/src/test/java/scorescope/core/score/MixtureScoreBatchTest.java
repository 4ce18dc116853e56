package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;

class MixtureScoreBatchTest {
    /** Against Σ r_k u_k with responsibilities by Math.exp, near and 1000 units away, over several blocks. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTheSumPointByPoint(long seed) {
        var random = new Random(seed);
        var mixture = new GaussianMixture(random.doubles(1 + random.nextInt(30))
                .mapToObj(u -> new Component(
                        0.1 + u, random.nextGaussian(4, 3), random.nextGaussian(), 0.5 + u, 0.3 * u, 0.2 + u))
                .toList());
        var noised = new NoisedMixture(mixture, new NoiseLevel(0.5, 0.8, 0.3));
        int n = 300;
        var x = random.doubles(n, -1, 1).map(u -> 1000 * u * u * u).toArray();
        var y = random.doubles(n, -1, 1).map(u -> 1000 * u * u * u).toArray();
        var outX = new double[n];
        var outY = new double[n];
        new MixtureScoreBatch(noised, n - 7).score(x, y, 3, n - 4, outX, outY);
        var r = new double[noised.size()];
        for (int i = 3; i < n - 4; i++) {
            noised.responsibilities(x[i], y[i], r);
            double sx = 0;
            double sy = 0;
            for (int k = 0; k < r.length; k++) {
                sx += r[k] * noised.pullX(k, x[i], y[i]);
                sy += r[k] * noised.pullY(k, x[i], y[i]);
            }
            double tolerance = 1e-12 * (1 + Math.hypot(x[i], y[i]));
            assertEquals(sx, outX[i], tolerance);
            assertEquals(sy, outY[i], tolerance);
        }
        assertEquals(0, outX[2], "points before from are left alone");
        assertEquals(0, outX[n - 4], "points from to on are left alone");
    }
}
