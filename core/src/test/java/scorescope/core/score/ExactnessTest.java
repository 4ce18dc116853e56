package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.core.denoise.Posterior;
import scorescope.core.density.ExactEvaluator;
import scorescope.core.density.HardMixtures;
import scorescope.core.density.LocalDerivatives;
import scorescope.core.density.NoisedMixture;
import scorescope.core.density.WideMixtures;

/**
 * The exact mixture against decimal arithmetic of 70 digits, over random mixtures of all scales. Errors are relative to the
 * sum of the absolute values of the terms of each value.
 *
 * <p>Limit of conditioning: log-terms differ by q = (x − m)ᵀC⁻¹(x − m), of which an expansion to 106 bits leaves 1e-30 q.
 * Beyond q = 1e18, a billion standard deviations away, fewer digits are required. There one unit in the last place of a
 * coordinate changes the log-terms by 100 or more.
 */
class ExactnessTest {
    private static final double EXPANDED = 1e-30;

    private static final String CASES = """
            1, 1, 12
            2, 2, 40
            3, 2, 40
            4, 2, 40
            5, 2, 40
            6, 2, 40
            7, 3, 40
            8, 3, 40
            9, 3, 40
            10, 5, 40
            11, 5, 40
            12, 20, 24
            13, 20, 24
            14, 20, 24
            15, 100, 16
            16, 100, 16
            17, 100, 16
            18, 1000, 5
            19, 1000, 5
            """;

    @ParameterizedTest
    @CsvSource(textBlock = CASES)
    void valuesAreRightWhereverTheConditionAllowsIt(long seed, int components, int points) {
        same(WideMixtures.of(seed, components, points), "seed " + seed);
    }

    @ParameterizedTest
    @EnumSource
    void valuesOfHardMixturesAreRightToo(HardMixtures family) {
        for (int seed = 1; seed <= 4; seed++) {
            for (int components : new int[] {2, 3, 7, 40}) {
                same(family.of(seed, components, 24), family + ", seed " + seed + ", " + components + " components");
            }
        }
    }

    private static void same(WideMixtures.Case one, String what) {
        int points = one.x().length;
        var right = new ExactEvaluator(one.mixture(), one.level());
        var score = new MixtureScore(one.mixture());
        int n = points;
        var sx = new double[n];
        var sy = new double[n];
        var log = new double[n];
        var h = new double[4][n];
        var c = new double[3][n];
        score.score(one.x(), one.y(), 0, n, one.level(), sx, sy);
        score.logDensity(one.x(), one.y(), 0, n, one.level(), log);
        score.jacobian(one.x(), one.y(), 0, n, one.level(), h[0], h[1], h[2], h[3]);
        new Posterior(score).covariance(one.x(), one.y(), 0, n, one.level(), c[0], c[1], c[2]);
        for (int i = 0; i < n; i++) {
            var exact = right.at(one.x()[i], one.y()[i]);
            String where = what + ", point " + i + " (" + one.x()[i] + ", " + one.y()[i] + ")";
            double lost = EXPANDED * exact.quadratic();
            assertEquals(exact.logDensity(), log[i], 1e-12 * exact.logScale(), where + ": log p");
            double most = (1e-12 + lost) * exact.scoreScale();
            assertEquals(exact.score()[0], sx[i], most, where + ": score x");
            assertEquals(exact.score()[1], sy[i], most, where + ": score y");
            most = (1e-10 + lost) * exact.hessianScale();
            assertEquals(exact.hessian()[0], h[0][i], most, where + ": Hessian xx");
            assertEquals(exact.hessian()[1], h[1][i], most, where + ": Hessian xy");
            assertEquals(exact.hessian()[2], h[3][i], most, where + ": Hessian yy");
            most = (1e-10 + lost) * exact.covarianceScale();
            assertEquals(exact.covariance()[0], c[0][i], most, where + ": covariance xx");
            assertEquals(exact.covariance()[1], c[1][i], most, where + ": covariance xy");
            assertEquals(exact.covariance()[2], c[2][i], most, where + ": covariance yy");
        }
    }

    /** Evaluation of a batch, of single points, and for critical points agree. */
    @ParameterizedTest
    @CsvSource(textBlock = CASES)
    void aBatchIsItsPoints(long seed, int components, int points) {
        var one = WideMixtures.of(seed + 100, components, points);
        var noised = new NoisedMixture(one.mixture(), one.level());
        var score = new MixtureScore(one.mixture());
        // Points repeated so that whole blocks and a remainder are used.
        int n = 300;
        var x = new double[n];
        var y = new double[n];
        Arrays.setAll(x, i -> one.x()[i % points]);
        Arrays.setAll(y, i -> one.y()[i % points]);
        var sx = new double[n];
        var sy = new double[n];
        var log = new double[n];
        score.score(x, y, 0, n, one.level(), sx, sy);
        score.logDensity(x, y, 0, n, one.level(), log);
        var local = new LocalDerivatives(noised);
        var right = new ExactEvaluator(one.mixture(), one.level());
        var r = new double[components];
        for (int i = 0; i < n; i++) {
            var exact = i < points ? right.at(x[i], y[i]) : null;
            local.at(x[i], y[i]);
            double p = noised.responsibilities(x[i], y[i], r);
            String where = "seed " + (seed + 100) + ", point " + i;
            assertEquals(p, log[i], 1e-14 * (1 + Math.abs(p)), where);
            assertEquals(p, local.logDensity(), 1e-14 * (1 + Math.abs(p)), where);
            assertEquals(1, Arrays.stream(r).sum(), 1e-12, where);
            if (exact != null) {
                double most = (1e-12 + EXPANDED * exact.quadratic()) * exact.scoreScale();
                assertEquals(local.scoreX(), sx[i], most, where);
                assertEquals(local.scoreY(), sy[i], most, where);
                for (int k = 0; k < components; k++) {
                    double bound = 2e-12 + EXPANDED * exact.quadratic();
                    assertEquals(exact.responsibilities()[k], r[k], bound, where + ", component " + k);
                }
            } else {
                assertEquals(sx[i % points], sx[i], where);
                assertEquals(sy[i % points], sy[i], where);
            }
        }
    }
}
