package scorescope.core.sampling.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.DoubleDouble;
import scorescope.core.density.ExactEvaluator;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.WideMixtures;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * The two fields along which likelihoods are integrated, against decimal arithmetic over random mixtures of all scales: the one in
 * 32 digits wherever it is evaluated; that in double to the rounding of its quadratic forms, since a path on a border far away is
 * left to the other.
 */
class FlowFieldsTest {
    private static final String CASES = """
            1, 1, 12
            2, 2, 40
            3, 2, 40
            4, 3, 40
            5, 3, 40
            6, 5, 40
            7, 20, 24
            8, 20, 24
            9, 100, 12
            10, 1000, 4
            """;

    /** Bound of the rounding of a quadratic form, as a share of itself, for a covariance that is not nearly singular. */
    private static final double ROUNDING = 1e-15;

    @ParameterizedTest
    @CsvSource(textBlock = CASES)
    void theFieldInDoubleDoubleIsRightWhereverThePointIs(long seed, int components, int points) {
        var one = WideMixtures.of(seed + 300, components, points);
        double sigma = Math.max(1e-6, one.level().sigma());
        var right = new ExactEvaluator(one.mixture(), NoiseLevel.plain(sigma));
        var wide = new WideMixture(one.mixture().components(), DoubleDouble.product(sigma, sigma));
        for (int i = 0; i < points; i++) {
            var exact = right.at(one.x()[i], one.y()[i]);
            wide.at(DoubleDouble.of(one.x()[i]), DoubleDouble.of(one.y()[i]));
            double lost = 1e-30 * exact.quadratic();
            String where = "seed " + seed + ", point " + i;
            double most = (1e-12 + lost) * exact.scoreScale();
            assertEquals(exact.score()[0], wide.scoreX(), most, where + ": score x");
            assertEquals(exact.score()[1], wide.scoreY(), most, where + ": score y");
            most = (1e-10 + lost) * exact.hessianScale();
            assertEquals(exact.hessian()[0], wide.xx(), most, where + ": Hessian xx");
            assertEquals(exact.hessian()[1], wide.xy(), most, where + ": Hessian xy");
            assertEquals(exact.hessian()[2], wide.yy(), most, where + ": Hessian yy");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = CASES)
    void theFieldInDoubleIsRightToTheRoundingOfItsForms(long seed, int components, int points) {
        var one = WideMixtures.of(seed + 400, components, points);
        double sigma = Math.max(1e-6, one.level().sigma());
        // The level that the field computes from its logarithm.
        double log = Math.log(sigma);
        var level = NoiseLevel.plain(Math.exp(log));
        var right = new ExactEvaluator(one.mixture(), level);
        var out = new double[5][points];
        new PlainMixtureFlow(new MixtureScore(one.mixture()), points)
                .derivative(log, new double[][] {one.x(), one.y()}, out, 0, points);
        double variance = level.sigma() * level.sigma();
        double stretch = stretch(one.mixture(), level);
        int tried = 0;
        for (int i = 0; i < points; i++) {
            var exact = right.at(one.x()[i], one.y()[i]);
            double lost = ROUNDING * stretch * (1 + exact.quadratic());
            if (lost > 0.01) {
                // Rounding of the forms decides which component owns the point.
                continue;
            }
            tried++;
            String where = "seed " + seed + ", point " + i;
            double most = (1e-12 + lost) * exact.scoreScale();
            assertEquals(exact.score()[0], -out[0][i] / variance, most, where + ": score x");
            assertEquals(exact.score()[1], -out[1][i] / variance, most, where + ": score y");
            most = (1e-10 + lost) * exact.hessianScale();
            assertEquals(exact.hessian()[0], -out[2][i] / variance, most, where + ": Hessian xx");
            assertEquals(exact.hessian()[1], -out[3][i] / variance, most, where + ": Hessian xy");
            assertEquals(exact.hessian()[2], -out[4][i] / variance, most, where + ": Hessian yy");
        }
        assertTrue(tried >= points / 4, tried + " of " + points);
    }

    /** The largest C_xx C_yy / det C. */
    private static double stretch(GaussianMixture mixture, NoiseLevel level) {
        var noised = new MixtureScore(mixture).at(level);
        double largest = 1;
        for (int k = 0; k < noised.size(); k++) {
            largest = Math.max(largest, noised.covarianceYY(k) * noised.precisionYY(k));
        }
        return largest;
    }
}
