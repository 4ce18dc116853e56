package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.DensityCatalog;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

class ManifoldScoreTest {
    private final MixtureScore circle = new MixtureScore(DensityCatalog.CATALOG.create(Choice.of("circle"), "preset"));

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e-2, 1e-3, 1e-6, 1e-12})
    void oneDeviationBesideTheCircleItPullsWithOneOverSigma(double sigma) {
        var point = circle.mixture().components().getFirst();
        double outwards = 1 + sigma / Math.hypot(point.meanX(), point.meanY());
        double[] x = {outwards * point.meanX()};
        double[] y = {outwards * point.meanY()};
        double[] sx = new double[1];
        double[] sy = new double[1];
        circle.score(x, y, 0, 1, NoiseLevel.plain(sigma), sx, sy);
        assertEquals(1, Math.hypot(sx[0], sy[0]) * sigma, 0.03);
    }
}
