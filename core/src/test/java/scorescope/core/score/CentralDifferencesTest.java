package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;

/** Differences of a score agree with its own Jacobian at all scales of the noise. */
class CentralDifferencesTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "0.01, 0", "1e-4, 0", "1e-6, 0", "1e-4, 1e3", "1e-2, -1e6", "1e3, 1e8"})
    void differencesResolveTheNoise(double sigma, double away) {
        var mixture = new MixtureScore(new GaussianMixture(List.of(
                new Component(0.4, away, away, 0, 0, 0),
                new Component(0.6, away + 2 * sigma, away, sigma * sigma, 0.3 * sigma * sigma, sigma * sigma))));
        var level = NoiseLevel.plain(sigma);
        int n = 20;
        var x = new double[n];
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = away + sigma * (0.3 * i - 2);
            y[i] = away + sigma * Math.sin(i);
        }
        var own = new double[4][n];
        var differences = new double[4][n];
        mixture.jacobian(x, y, 0, n, level, own[0], own[1], own[2], own[3]);
        ScoreField withoutJacobian =
                (px, py, from, to, at, outX, outY) -> mixture.score(px, py, from, to, at, outX, outY);
        CentralDifferences.jacobianOf(withoutJacobian)
                .jacobian(x, y, 0, n, level, differences[0], differences[1], differences[2], differences[3]);
        double rounding = Math.ulp(away) / (1e-3 * Math.min(sigma, 0.1));
        for (int entry = 0; entry < 4; entry++) {
            for (int i = 0; i < n; i++) {
                double right = own[entry][i] * sigma * sigma;
                assertEquals(right, differences[entry][i] * sigma * sigma, 1e-6 + 20 * rounding, "at " + i);
            }
        }
    }
}
