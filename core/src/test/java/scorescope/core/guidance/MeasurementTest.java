package scorescope.core.guidance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

class MeasurementTest {
    private static final Measurement LINE = new Measurement(List.of(List.of(0.8, -0.6)), List.of(0.7), 0.3);
    private static final Measurement POINT =
            new Measurement(List.of(List.of(1.0, 0.4), List.of(-0.3, 0.9)), List.of(0.5, -1.0), 0.4);

    private static double logLikelihood(Measurement m, double x, double y) {
        double log = 0;
        for (int row = 0; row < m.rows(); row++) {
            double off = m.value().get(row) - m.a(row, 0) * x - m.a(row, 1) * y;
            log -= off * off / (2 * m.std() * m.std());
        }
        return log;
    }

    /** Points of the prior weighted by the likelihood have the posterior's moments, within five standard errors. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void posteriorIsWhatWeightedPointsOfThePriorSay(long seed) {
        var prior = RandomMixture.of(seed);
        int n = 200_000;
        var x = new double[n];
        var y = new double[n];
        prior.draw(seed, x, y);
        for (var measurement : List.of(LINE, POINT)) {
            double mass = 0;
            double meanX = 0;
            double meanY = 0;
            double product = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double w = Math.exp(logLikelihood(measurement, x[i], y[i]));
                mass += w;
                squares += w * w;
                meanX += w * x[i];
                meanY += w * y[i];
                product += w * x[i] * y[i];
            }
            var found = measurement.posterior(prior).moments();
            double error = 5 * Math.sqrt(squares) / mass;
            meanX /= mass;
            meanY /= mass;
            assertEquals(meanX, found.meanX(), error * Math.sqrt(found.xx()));
            assertEquals(meanY, found.meanY(), error * Math.sqrt(found.yy()));
            assertEquals(
                    product / mass,
                    found.xy() + found.meanX() * found.meanY(),
                    3 * error * Math.sqrt((found.xx() + meanX * meanX) * (found.yy() + meanY * meanY)));
        }
    }

    /** Closed forms for one row (a, a): Σ = s²I leaves s²ρ²/(2a²s² + ρ²) along it, all of s² across it. */
    @ParameterizedTest
    @CsvSource({"1, 1e-6, 1", "1e4, 1e-6, 0.7", "1e-3, 1e-5, 2", "1e4, 1e-3, 1", "30, 1e-6, 1e-2", "1, 1e4, 1"})
    void anExactMeasurementKeepsAllDigitsOfWhatIsLeft(double s, double rho, double a) {
        var prior = new GaussianMixture(List.of(Component.isotropic(1, 2, -1, s)));
        var measurement = new Measurement(List.of(List.of(a, a)), List.of(0.3), rho);
        var left = measurement.posterior(prior).components().getFirst();
        double along = s * s * rho * rho / (2 * a * a * s * s + rho * rho);
        double scale = 1e-14 * (along + s * s);
        assertEquals((along + s * s) / 2, left.xx(), scale);
        assertEquals((along - s * s) / 2, left.xy(), scale);
        var axis = new Measurement(List.of(List.of(a, 0.0)), List.of(0.3), rho);
        var narrow = axis.posterior(prior).components().getFirst();
        double expected = s * s * rho * rho / (a * a * s * s + rho * rho);
        assertEquals(expected, narrow.xx(), 1e-14 * expected);
        assertEquals(s * s, narrow.yy(), 1e-14 * s * s);
        // Two rows that measure both coordinates.
        var both = new Measurement(List.of(List.of(a, 0.0), List.of(0.0, a)), List.of(0.3, 0.1), rho);
        var point = both.posterior(prior).components().getFirst();
        assertEquals(expected, point.xx(), 1e-14 * expected);
        assertEquals(expected, point.yy(), 1e-14 * expected);
    }

    /** Two rows that agree but for {@code apart}, of a unit Gaussian about 0, against arithmetic of 80 digits. */
    @ParameterizedTest
    @CsvSource({
        "1e-6, 1e-6, 0.56666700001011313, 0.20000016665866516, 0.42666634665865618, -0.32000009332682544",
        "1e-7, 1e-6, 0.30398014924941348, 0.39701495025168052, 0.63681587264033054, -0.47761195423111475",
        "1e-6, 1e-3, 0.30000074999950001, 0.39999974999974999, 0.63999938000048001, -0.47999965999985998",
        "1e-9, 1e-6, 0.30000040049964931, 0.3999997002499502, 0.63999967952034417, -0.47999976013988283"
    })
    void rowsThatNearlyAgreeKeepTheirDigits(
            double apart, double rho, double meanX, double meanY, double xx, double xy) {
        var rows = List.of(List.of(0.6, 0.8), List.of(0.6 + 0.8 * apart, 0.8 - 0.6 * apart));
        var measurement = new Measurement(rows, List.of(0.5, 0.5 + apart), rho);
        var one = new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1)));
        var left = measurement.posterior(one).components().getFirst();
        assertEquals(meanX, left.meanX(), 1e-14);
        assertEquals(meanY, left.meanY(), 1e-14);
        assertEquals(xx, left.xx(), 1e-14);
        assertEquals(xy, left.xy(), 1e-14);
        // The score with the exact covariance is that of the posterior.
        var level = NoiseLevel.plain(0.5);
        var exact = new MixtureScore(one);
        var model = new MeasuredScore(exact, measurement, MeasurementModel.COVARIANCE);
        double off = distance(new MixtureScore(measurement.posterior(one)), model, exact, level);
        assertEquals(0, off, 1e-7);
    }

    /** Of values far from everything the exponents are 10¹³ and more; only their difference matters. */
    @ParameterizedTest
    @CsvSource({"1e6, 0.1, 1e-3, 1e-9", "-1e6, 1e-3, 1e-6, 1e-13", "1e6, 1, 1e-6, 2e-7", "3e5, 1e-2, 1e-6, 1e-11"})
    void weightsOfComponentsAreRightForValuesFarFromThem(double value, double s, double rho, double apart) {
        var prior = new GaussianMixture(
                List.of(Component.isotropic(0.25, 0, 0.5, s), Component.isotropic(0.75, apart, -0.5, s)));
        var found = new Measurement(List.of(List.of(1.0, 0.0)), List.of(value), rho).posterior(prior);
        double expected = 3 * Math.exp((value * apart - 0.5 * apart * apart) / (s * s + rho * rho));
        double ratio =
                found.components().get(1).weight() / found.components().get(0).weight();
        assertEquals(expected, ratio, 1e-12 * expected);
    }

    /** log p(x | y) − log p(x) is the log-likelihood plus a constant. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void posteriorIsPriorTimesLikelihood(long seed) {
        var prior = RandomMixture.of(seed);
        double[] x = {0.3, -2, 4, 1};
        double[] y = {-1, 2, 0.5, 1};
        var clean = NoiseLevel.plain(0);
        for (var measurement : List.of(LINE, POINT)) {
            var before = new double[4];
            var after = new double[4];
            new MixtureScore(prior).logDensity(x, y, 0, 4, clean, before);
            new MixtureScore(measurement.posterior(prior)).logDensity(x, y, 0, 4, clean, after);
            double constant = after[0] - before[0] - logLikelihood(measurement, x[0], y[0]);
            for (int i = 1; i < 4; i++) {
                double expected = before[i] + logLikelihood(measurement, x[i], y[i]) + constant;
                assertEquals(expected, after[i], 1e-9 * (1 + Math.abs(expected)));
            }
        }
    }

    /** For one Gaussian the posterior's covariance does not depend on x, and that approximation is exact. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 5})
    void withTheExactCovarianceOneGaussianIsExact(double sigma) {
        var one = new MixtureScore(new GaussianMixture(List.of(new Component(1, 0.5, -1, 0.8, 0.3, 0.5))));
        var level = new NoiseLevel(Double.NaN, 0.7, sigma);
        for (var measurement : List.of(LINE, POINT)) {
            var exact = new MixtureScore(measurement.posterior(one.mixture()));
            double off = distance(exact, new MeasuredScore(one, measurement, MeasurementModel.COVARIANCE), one, level);
            assertEquals(0, off, 1e-9);
        }
    }

    /** The better the covariance, the nearer to the exact conditional score; at no noise all three are exact. */
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5})
    void theErrorFallsWithABetterCovariance(long seed) {
        var prior = new MixtureScore(RandomMixture.of(seed));
        var level = new VariancePreserving(0.1, 20).at(0.35);
        var exact = new MixtureScore(LINE.posterior(prior.mixture()));
        double dps = distance(exact, new MeasuredScore(prior, LINE, MeasurementModel.DPS), prior, level);
        double pigdm = distance(exact, new MeasuredScore(prior, LINE, MeasurementModel.PI_GDM), prior, level);
        double own = distance(exact, new MeasuredScore(prior, LINE, MeasurementModel.COVARIANCE), prior, level);
        assertTrue(own < pigdm && pigdm < dps, own + ", " + pigdm + ", " + dps);
        for (var model : MeasurementModel.values()) {
            var clean = NoiseLevel.plain(0);
            assertEquals(0, distance(exact, new MeasuredScore(prior, LINE, model), prior, clean), 1e-6);
        }
    }

    /** Root mean square distance of two fields over points of the noised prior. */
    private static double distance(ScoreField a, ScoreField b, MixtureScore prior, NoiseLevel level) {
        int n = 500;
        var x = new double[n];
        var y = new double[n];
        prior.mixture().noised(level).draw(3, x, y);
        var of = new double[4][n];
        a.score(x, y, 0, n, level, of[0], of[1]);
        b.score(x, y, 0, n, level, of[2], of[3]);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.pow(of[0][i] - of[2][i], 2) + Math.pow(of[1][i] - of[3][i], 2);
        }
        return Math.sqrt(sum / n);
    }

    @Test
    void aMatrixOfAnotherShapeIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Measurement(List.of(List.of(1.0, 2.0, 3.0)), List.of(1.0), 1));
        assertThrows(
                IllegalArgumentException.class, () -> new Measurement(List.of(List.of(1.0, 2.0)), List.of(1.0), 0));
    }
}
