package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.denoise.Posterior;
import scorescope.core.density.Component;
import scorescope.core.density.ExactEvaluator;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;

/**
 * Hessians and posterior covariances of many points in one call, against 70-digit arithmetic. Some points lie on the border
 * between two components, ten to a hundred thousand standard deviations away.
 */
class BorderBlocksTest {
    private static final int POINTS = 150;

    @ParameterizedTest
    @CsvSource({"0.36, 0, 0.36", "0.36, 0.1, 0.2", "1, 0.999, 1", "1, 0.999999, 1", "1e-8, 0, 1e-8"})
    void pointsOnABorderAreRightAmongOthers(double xx, double xy, double yy) {
        var mixture = new GaussianMixture(
                List.of(new Component(0.5, -2, 0, xx, xy, yy), new Component(0.5, 2, 0, xx, xy, yy)));
        var level = NoiseLevel.plain(0.05);
        double variance = level.sigma() * level.sigma();
        var x = new double[POINTS];
        var y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            // Equal covariances C: the border is where (m₁ − m₂)ᵀ C⁻¹ x = 0.
            double far = i % 3 == 0 ? i * 0.01 : Math.pow(10, 1 + i % 5) * (1 + i * 0.01);
            x[i] = far * xy / (yy + variance) + 0.3 * Math.sin(i) / (1 + far);
            y[i] = far;
        }
        var h = new double[4][POINTS];
        var c = new double[3][POINTS];
        var score = new MixtureScore(mixture);
        score.jacobian(x, y, 0, POINTS, level, h[0], h[1], h[2], h[3]);
        new Posterior(score).covariance(x, y, 0, POINTS, level, c[0], c[1], c[2]);
        var right = new ExactEvaluator(mixture, level);
        for (int i = 0; i < POINTS; i++) {
            var exact = right.at(x[i], y[i]);
            String where = "(" + x[i] + ", " + y[i] + ")";
            double most = 1e-11 * exact.hessianScale();
            assertEquals(exact.hessian()[0], h[0][i], most, where);
            assertEquals(exact.hessian()[1], h[1][i], most, where);
            assertEquals(h[1][i], h[2][i], where);
            assertEquals(exact.hessian()[2], h[3][i], most, where);
            most = 1e-11 * exact.covarianceScale();
            assertEquals(exact.covariance()[0], c[0][i], most, where);
            assertEquals(exact.covariance()[1], c[1][i], most, where);
            assertEquals(exact.covariance()[2], c[2][i], most, where);
        }
    }
}
