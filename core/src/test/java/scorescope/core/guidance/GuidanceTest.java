package scorescope.core.guidance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

class GuidanceTest {
    private static final int N = 60;

    private static final GaussianMixture LABELLED = new GaussianMixture(List.of(
            new Component(0.3, -2, 0, 0.36, 0.1, 0.25, "a"),
            new Component(0.2, 1, 1.5, 0.5, -0.2, 0.4, "a"),
            new Component(0.3, 2, 1, 0.3, 0, 0.3, "b"),
            new Component(0.2, 0, -2, 0.49, 0.05, 0.2)));

    private static final MixtureScore ALL = new MixtureScore(LABELLED);
    private static final MixtureScore OWN = new MixtureScore(LABELLED.given("a").orElseThrow());

    private final double[] x = new double[N];
    private final double[] y = new double[N];

    GuidanceTest() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < N; i++) {
            x[i] = 10 * random.nextDouble() - 5;
            y[i] = 10 * random.nextDouble() - 5;
        }
    }

    private double[][] score(ScoreField field, NoiseLevel level) {
        var out = new double[2][N];
        field.score(x, y, 0, N, level, out[0], out[1]);
        return out;
    }

    private static void assertClose(double[][] expected, double[][] found, double tolerance) {
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < N; i++) {
                assertEquals(expected[c][i], found[c][i], tolerance * (1 + Math.abs(expected[c][i])), "point " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1, 20})
    void atOneItIsTheClassAndAtZeroAllData(double sigma) {
        var level = NoiseLevel.plain(sigma);
        assertClose(score(OWN, level), score(new Guidance("a", 1).of(ALL), level), 1e-12);
        assertClose(score(ALL, level), score(new Guidance("a", 0).of(ALL), level), 1e-12);
    }

    @Test
    void itsJacobianIsTheOneOfItsScore() {
        var guided = new Guidance("a", 3.5).of(ALL);
        var level = NoiseLevel.plain(0.6);
        var jacobian = new double[4][N];
        guided.jacobian(x, y, 0, N, level, jacobian[0], jacobian[1], jacobian[2], jacobian[3]);
        double h = 1e-5;
        for (int c = 0; c < 2; c++) {
            var moved = c == 0 ? x : y;
            for (int i = 0; i < N; i++) {
                moved[i] += h;
            }
            var after = score(guided, level);
            for (int i = 0; i < N; i++) {
                moved[i] -= 2 * h;
            }
            var before = score(guided, level);
            for (int i = 0; i < N; i++) {
                moved[i] += h;
                assertEquals((after[0][i] - before[0][i]) / (2 * h), jacobian[c][i], 1e-5);
                assertEquals((after[1][i] - before[1][i]) / (2 * h), jacobian[2 + c][i], 1e-5);
            }
        }
    }

    /** Without noise the guided score is ∇ log [p(x | c)^w p(x)^(1−w)], here by central differences. */
    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1, 2.5, 8})
    void withoutNoiseGuidedAndTiltedAgree(double weight) {
        var clean = NoiseLevel.plain(0);
        var guided = score(new Guidance("a", weight).of(ALL), clean);
        assertClose(guided, score(new TiltedDensity(LABELLED, "a", weight), clean), 1e-9);
        double h = 1e-4;
        for (int i = 0; i < N; i++) {
            double slope = (logTilted(x[i] + h, y[i], weight) - logTilted(x[i] - h, y[i], weight)) / (2 * h);
            assertEquals(slope, guided[0][i], 1e-5 * (1 + Math.abs(slope)));
        }
    }

    private static double logTilted(double x, double y, double weight) {
        var all = new double[1];
        var own = new double[1];
        ALL.logDensity(new double[] {x}, new double[] {y}, 0, 1, NoiseLevel.plain(0), all);
        OWN.logDensity(new double[] {x}, new double[] {y}, 0, 1, NoiseLevel.plain(0), own);
        return (1 - weight) * all[0] + weight * own[0];
    }

    /** At w = 0 and 1 the tilted density is a mixture, whose noised score is exact. */
    @ParameterizedTest
    @CsvSource({"0.02, 1", "0.3, 1", "2, 1", "30, 1", "0.5, 0.3", "0.9, 0.05"})
    void noisedByQuadratureItIsExactWhereAMixtureIs(double sigma, double alpha) {
        var level = new NoiseLevel(Double.NaN, alpha, sigma);
        assertClose(score(ALL, level), score(new TiltedDensity(LABELLED, "a", 0), level), 1e-9);
        assertClose(score(OWN, level), score(new TiltedDensity(LABELLED, "a", 1), level), 1e-9);
    }

    /** Against sums over a finer and wider grid. */
    @ParameterizedTest
    @CsvSource({"2, 0.5", "5, 0.5", "3, 1.5"})
    void noisedTiltedDensityAgainstAFinerGrid(double weight, double sigma) {
        var level = NoiseLevel.plain(sigma);
        var found = score(new TiltedDensity(LABELLED, "a", weight), level);
        double step = 0.04;
        for (int i = 0; i < N; i += 15) {
            double mass = 0;
            double sumX = 0;
            double sumY = 0;
            for (double u = -9; u <= 9; u += step) {
                for (double v = -9; v <= 9; v += step) {
                    double d2 = (x[i] - u) * (x[i] - u) + (y[i] - v) * (y[i] - v);
                    double p = Math.exp(logTilted(u, v, weight) - d2 / (2 * sigma * sigma));
                    mass += p;
                    sumX += p * (u - x[i]);
                    sumY += p * (v - y[i]);
                }
            }
            assertEquals(sumX / mass / (sigma * sigma), found[0][i], 1e-7 * (1 + Math.abs(found[0][i])));
            assertEquals(sumY / mass / (sigma * sigma), found[1][i], 1e-7 * (1 + Math.abs(found[1][i])));
        }
    }

    /** Narrow modes far apart, where p has complex zeros near the real plane, against sums with a third of the spacing. */
    @ParameterizedTest
    @CsvSource({"4, 0.5", "8, 2", "0.5, 0.3"})
    void noisedTiltedDensityOfNarrowModes(double weight, double sigma) {
        var ring = new ArrayList<Component>();
        for (int k = 0; k < 8; k++) {
            double turn = k * Math.PI / 4;
            ring.add(new Component(1, 5 * Math.cos(turn), 5 * Math.sin(turn), 0.16, 0, 0.16, k < 3 ? "a" : ""));
        }
        var mixture = new GaussianMixture(ring);
        var all = new MixtureScore(mixture);
        var own = new MixtureScore(mixture.given("a").orElseThrow());
        var found = score(new TiltedDensity(mixture, "a", weight), NoiseLevel.plain(sigma));
        int nodes = 1001;
        var u = new double[nodes];
        var v = new double[nodes];
        var log = new double[2][nodes];
        for (int i = 0; i < N; i += 10) {
            double mass = 0;
            double sumX = 0;
            double sumY = 0;
            for (int row = 0; row < nodes; row++) {
                for (int k = 0; k < nodes; k++) {
                    u[k] = -8 + 0.016 * k;
                    v[k] = -8 + 0.016 * row;
                }
                all.logDensity(u, v, 0, nodes, NoiseLevel.plain(0), log[0]);
                own.logDensity(u, v, 0, nodes, NoiseLevel.plain(0), log[1]);
                for (int k = 0; k < nodes; k++) {
                    double dx = u[k] - x[i];
                    double dy = v[k] - y[i];
                    double p = Math.exp((1 - weight) * log[0][k]
                            + weight * log[1][k]
                            - (dx * dx + dy * dy) / (2 * sigma * sigma)
                            + 300);
                    mass += p;
                    sumX += p * dx;
                    sumY += p * dy;
                }
            }
            assertEquals(sumX / mass / (sigma * sigma), found[0][i], 1e-6 * (1 + Math.abs(found[0][i])));
            assertEquals(sumY / mass / (sigma * sigma), found[1][i], 1e-6 * (1 + Math.abs(found[1][i])));
        }
    }

    /**
     * Where another class owns the plane around a point, the tilted density lies outside of the point's noise. Right values
     * by the trapezoid rule over the whole plane with steps of 0.01.
     */
    @ParameterizedTest
    @CsvSource({
        "5, 0.15, 5, -5, -158.32708804331534, -46.79933997214969",
        "8, 0.2, 5, -5, -100.64021028812556, -12.63037254611744",
        "8, 0.05, 0.5, -1.7, -168.21209328, 19.15626432"
    })
    void theTiltedScoreIsRightWhereAnotherClassOwnsThePlane(
            double weight, double sigma, double atX, double atY, double rightX, double rightY) {
        var mixture = new GaussianMixture(List.of(
                new Component(0.5, -1.5, 0.5, 0.2, 0.12, 0.3, "a"),
                new Component(0.5, 1.5, -0.5, 0.25, 0, 0.09),
                new Component(1, 0, 2, 0.16, 0, 0.16, "a")));
        var out = new double[2][1];
        new TiltedDensity(mixture, "a", weight)
                .score(new double[] {atX}, new double[] {atY}, 0, 1, NoiseLevel.plain(sigma), out[0], out[1]);
        assertEquals(rightX, out[0][0], 1e-7 / sigma);
        assertEquals(rightY, out[1][0], 1e-7 / sigma);
    }

    /**
     * At 10⁸ differences from the point have too few digits: the score was off by half a percent. The last two take too many nodes;
     * the search for their box did not end.
     */
    @ParameterizedTest
    @CsvSource({"0.3, 0.3, 1e-6, 1e8, 1e8", "9, 0.01, 0.5, -1e8, 3", "9, 0.01, 0.5, 0, 0", "9, 0.01, 3, 0, 0"})
    void theTiltedScoreIsNotANumberWhereItCannotBeComputed(
            double variance, double otherVariance, double sigma, double atX, double atY) {
        var mixture = new GaussianMixture(List.of(
                new Component(0.5, -2, 0, variance, 0, variance, "a"),
                new Component(0.5, 2, 0, otherVariance, 0, otherVariance, "b")));
        var out = new double[2][1];
        new TiltedDensity(mixture, "a", 8)
                .score(new double[] {atX}, new double[] {atY}, 0, 1, NoiseLevel.plain(sigma), out[0], out[1]);
        assertEquals(Double.NaN, out[0][0]);
        assertEquals(Double.NaN, out[1][0]);
    }

    /** Under noise they differ, the more the higher the weight. */
    @Test
    void underNoiseTheGuidedScoreIsNoScoreOfTheTiltedDensity() {
        var level = new VariancePreserving(0.1, 20).at(0.3);
        double before = 0;
        for (double weight : new double[] {2, 4, 8}) {
            var guided = score(new Guidance("a", weight).of(ALL), level);
            var tilted = score(new TiltedDensity(LABELLED, "a", weight), level);
            double off = 0;
            for (int i = 0; i < N; i++) {
                off += Math.hypot(guided[0][i] - tilted[0][i], guided[1][i] - tilted[1][i]) / N;
            }
            assertTrue(off > before + 0.1, "at w = " + weight + " off by " + off);
            before = off;
        }
    }

    /** Mean of samples against that of weighted points of the class, within five standard errors. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3, 8})
    void samplesAreOfTheTiltedDensity(double weight) {
        int n = 20_000;
        var sample = new TiltedDensity(LABELLED, "a", weight).draw(n, 1);
        double mass = 0;
        double mean = 0;
        double square = 0;
        for (double u = -8; u <= 8; u += 0.05) {
            for (double v = -8; v <= 8; v += 0.05) {
                double p = Math.exp(logTilted(u, v, weight));
                mass += p;
                mean += p * u;
                square += p * u * u;
            }
        }
        mean /= mass;
        double deviation = Math.sqrt(square / mass - mean * mean);
        double found = java.util.Arrays.stream(sample.x()).average().orElseThrow();
        assertEquals(mean, found, 5 * deviation / Math.sqrt(n));
    }

    @Test
    void aLabelThatNobodyHasIsRefusedWithTheNearest() {
        var bad = assertThrows(BadInputException.class, () -> new Guidance("A", 2).of(ALL));
        assertEquals("guidance.label", bad.place());
        assertTrue(bad.remedy().contains("\"a\""), bad.remedy());
    }
}
