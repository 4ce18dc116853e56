package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

class MixtureScoreTest {
    private static final NoiseLevel[] LEVELS = {
        NoiseLevel.plain(0),
        NoiseLevel.plain(0.3),
        NoiseLevel.plain(2),
        new NoiseLevel(0.4, 0.7, 0.5),
        new NoiseLevel(0.9, 0.05, 0.999)
    };

    private record Derivatives(double x, double y) {}

    private static double logDensity(MixtureScore score, NoiseLevel level, double x, double y) {
        double[] out = new double[1];
        score.logDensity(new double[] {x}, new double[] {y}, 0, 1, level, out);
        return out[0];
    }

    private static Derivatives score(MixtureScore score, NoiseLevel level, double x, double y) {
        double[] sx = new double[1];
        double[] sy = new double[1];
        score.score(new double[] {x}, new double[] {y}, 0, 1, level, sx, sy);
        return new Derivatives(sx[0], sy[0]);
    }

    private static double[] hessian(MixtureScore score, NoiseLevel level, double x, double y) {
        double[][] h = new double[4][1];
        score.jacobian(new double[] {x}, new double[] {y}, 0, 1, level, h[0], h[1], h[2], h[3]);
        return new double[] {h[0][0], h[1][0], h[2][0], h[3][0]};
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void scoreIsTheSlopeOfTheLogDensity(long seed) {
        var field = new MixtureScore(RandomMixture.of(seed));
        var random = new SplittableRandom(seed);
        for (var level : LEVELS) {
            double x = 10 * random.nextDouble() - 5;
            double y = 10 * random.nextDouble() - 5;
            double h = 1e-5;
            var s = score(field, level, x, y);
            double dx = (logDensity(field, level, x + h, y) - logDensity(field, level, x - h, y)) / (2 * h);
            double dy = (logDensity(field, level, x, y + h) - logDensity(field, level, x, y - h)) / (2 * h);
            double tolerance = 1e-6 * Math.max(1, Math.hypot(s.x(), s.y()));
            assertEquals(dx, s.x(), tolerance);
            assertEquals(dy, s.y(), tolerance);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hessianIsTheSlopeOfTheScoreAndSymmetric(long seed) {
        var field = new MixtureScore(RandomMixture.of(seed));
        var random = new SplittableRandom(seed);
        for (var level : LEVELS) {
            double x = 10 * random.nextDouble() - 5;
            double y = 10 * random.nextDouble() - 5;
            double h = 1e-5;
            var hessian = hessian(field, level, x, y);
            var east = score(field, level, x + h, y);
            var west = score(field, level, x - h, y);
            var north = score(field, level, x, y + h);
            var south = score(field, level, x, y - h);
            double tolerance = 1e-5 * Math.max(1, Math.max(Math.abs(hessian[0]), Math.abs(hessian[3])));
            assertEquals((east.x() - west.x()) / (2 * h), hessian[0], tolerance);
            assertEquals((north.x() - south.x()) / (2 * h), hessian[1], tolerance);
            assertEquals((east.y() - west.y()) / (2 * h), hessian[2], tolerance);
            assertEquals((north.y() - south.y()) / (2 * h), hessian[3], tolerance);
            assertEquals(hessian[1], hessian[2], 0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 1e3, 1e6, 1e12})
    void scorePullsHomeFarFromTheData(double distance) {
        var field = new MixtureScore(DensityCatalog.CATALOG.create(Choice.of("three-gaussians"), "density"));
        for (double angle = 0; angle < 2 * Math.PI; angle += 0.3) {
            double x = distance * Math.cos(angle);
            double y = distance * Math.sin(angle);
            var level = NoiseLevel.plain(0.5);
            var s = score(field, level, x, y);
            // All three components have variance 0.36 + 0.25, so that far away s = −(x − m)/0.61 with m of the nearest.
            assertEquals(-x / 0.61, s.x(), 5);
            assertEquals(-y / 0.61, s.y(), 5);
            assertTrue(Double.isFinite(logDensity(field, level, x, y)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyProcessIsPlainNoiseSeenThroughALens(long seed) {
        var field = new MixtureScore(RandomMixture.of(seed));
        var level = new NoiseLevel(0.5, 0.37, 0.62);
        var lens = NoiseLevel.plain(level.ratio());
        for (double x = -3; x <= 3; x += 0.75) {
            var direct = score(field, level, x, 0.4 * x - 0.2);
            var seen = score(field, lens, x / level.alpha(), (0.4 * x - 0.2) / level.alpha());
            assertEquals(seen.x() / level.alpha(), direct.x(), 1e-11 * Math.max(1, Math.abs(direct.x())));
            assertEquals(seen.y() / level.alpha(), direct.y(), 1e-11 * Math.max(1, Math.abs(direct.y())));
        }
    }

    @Test
    void aPointNeedsNoiseToHaveADensity() {
        var field = new MixtureScore(new GaussianMixture(List.of(new Component(1, 1, 2, 0, 0, 0))));
        var s = score(field, NoiseLevel.plain(0.5), 2, 2);
        assertEquals(-4, s.x(), 1e-12);
        assertEquals(0, s.y(), 1e-12);
        assertThrows(BadInputException.class, () -> score(field, NoiseLevel.plain(0), 2, 2));
    }

    @Test
    void threadsAtDifferentLevelsDoNotDisturbEachOther() throws Exception {
        var field = new MixtureScore(RandomMixture.of(21));
        int n = 500;
        var random = new SplittableRandom(3);
        double[] x = random.doubles(n, -4, 4).toArray();
        double[] y = random.doubles(n, -4, 4).toArray();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var jobs = java.util.stream.IntStream.range(0, 40)
                    .mapToObj(job -> threads.submit(() -> {
                        var level = NoiseLevel.plain(0.1 * (1 + job % 5));
                        double[] sx = new double[n];
                        double[] sy = new double[n];
                        field.score(x, y, 0, n, level, sx, sy);
                        double[] alone = new double[n];
                        new MixtureScore(field.mixture()).score(x, y, 0, n, level, alone, sy);
                        assertArrayEquals(alone, sx);
                        return job;
                    }))
                    .toList();
            for (var job : jobs) {
                assertTrue(job.get() >= 0);
            }
        }
    }
}
