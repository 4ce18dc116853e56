package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import scorescope.core.density.DensityCatalog;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

class ScoreErrorTest {
    private static final List<NoiseLevel> LEVELS =
            DoubleStream.of(0.01, 0.3, 2, 10).mapToObj(NoiseLevel::plain).toList();

    private static MixtureScore exact(String preset) {
        return new MixtureScore(DensityCatalog.CATALOG.create(Choice.of(preset), "density"));
    }

    private static ScoreField scaled(MixtureScore exact, double factor) {
        return (x, y, from, to, level, outX, outY) -> {
            exact.score(x, y, from, to, level, outX, outY);
            for (int i = from; i < to; i++) {
                outX[i] *= factor;
                outY[i] *= factor;
            }
        };
    }

    @Test
    void anExactScoreHasNoErrorAndAZeroScoreHasAllOfIt() {
        var exact = exact("eight-gaussians");
        var measure = new ScoreError(exact, 500, 1);
        for (var error : measure.measure(exact, LEVELS)) {
            assertEquals(0, error.relative());
        }
        for (var error : measure.measure(scaled(exact, 0), LEVELS)) {
            assertEquals(1, error.relative(), 1e-12);
        }
        for (var error : measure.measure(scaled(exact, 1.2), LEVELS)) {
            assertEquals(0.04, error.relative(), 1e-12);
        }
    }

    /**
     * For N(0, (1 + σ²)I), ‖s‖² is χ² of two degrees of freedom divided by 1 + σ²: mean and standard deviation 2/(1 + σ²). Four
     * standard errors are exceeded with probability 1e-4; the seed is fixed.
     */
    @Test
    void magnitudeOfAGaussiansScoreIsItsFisherInformation() {
        int n = 20_000;
        for (var error : new ScoreError(exact("single-gaussian"), n, 7).measure(exact("single-gaussian"), LEVELS)) {
            double sigma = error.level().sigma();
            double expected = 2 / (1 + sigma * sigma);
            assertEquals(expected, error.magnitude(), 4 * expected / Math.sqrt(n));
        }
    }

    /** ‖½s‖² of a Gaussian is χ² of two degrees of freedom: over many seeds the interval covers the truth at its rate. */
    @Test
    void theStatedErrorCoversTheTruthInNineteenOfTwentyRuns() {
        var exact = exact("single-gaussian");
        int covered = 0;
        for (int seed = 0; seed < 200; seed++) {
            var at = new ScoreError(exact, 400, 1000L * seed)
                    .measure(scaled(exact, 0.5), LEVELS)
                    .getFirst();
            double sigma = at.level().sigma();
            double right = 0.25 * 2 / (1 + sigma * sigma);
            covered += Math.abs(at.fisher().value() - right) <= at.fisher().error() ? 1 : 0;
            assertEquals(0.25, at.share().value(), 1e-12);
            assertTrue(at.share().error() < 1e-12, "each point has the same share");
        }
        assertTrue(covered >= 180 && covered <= 199, covered + " of 200");
    }

    @Test
    void theSeedDecidesTheFigures() {
        var exact = exact("two-moons");
        var first = new ScoreError(exact, 200, 3).measure(scaled(exact, 0.5), LEVELS);
        assertEquals(first, new ScoreError(exact, 200, 3).measure(scaled(exact, 0.5), LEVELS));
    }
}
