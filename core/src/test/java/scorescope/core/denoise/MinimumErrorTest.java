package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.objective.DdpmVariational;
import scorescope.core.objective.Ncsn;
import scorescope.core.objective.Weighting;
import scorescope.core.parameter.Choice;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.Prediction;

class MinimumErrorTest {
    private static final NoiseProcess VP = new VariancePreserving(0.1, 20);

    private static MixtureScore eight() {
        return new MixtureScore(DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "test"));
    }

    /** For one Gaussian: tr Σ − α² tr Σ(α²Σ + σ²I)⁻¹Σ, by its eigenvalues. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.01, 0.5, 3, 1e4})
    void ofOneGaussianItIsItsPosteriorsVariance(double ratio) {
        double large = 4;
        double small = 0.09;
        double angle = 0.7;
        double xx = large * Math.pow(Math.cos(angle), 2) + small * Math.pow(Math.sin(angle), 2);
        double yy = large + small - xx;
        double xy = (large - small) * Math.sin(angle) * Math.cos(angle);
        var exact = new MixtureScore(new GaussianMixture(List.of(new Component(1, 3, -2, xx, xy, yy))));
        var level = new NoiseLevel(Double.NaN, 0.8, 0.8 * ratio);
        double noise = ratio * ratio;
        double expected = large * noise / (large + noise) + small * noise / (small + noise);
        assertEquals(expected, MinimumError.of(exact, level, 64).value(), 1e-12 * expected);
    }

    /** Values of a trapezoid rule over the plane with steps of a quarter of a standard deviation (NumPy, float64). */
    @ParameterizedTest
    @CsvSource({
        "0.01, 1.9987508579000685e-4",
        "0.17, 0.048959970641175146",
        "0.72, 0.37568622265980345",
        "3.4, 11.223504332375411",
        "11.8, 23.203695322874726",
        "152, 25.306133323514818"
    })
    void holdsItsErrorOnEightGaussians(double ratio, double expected) {
        for (int points : new int[] {512, 4096, 32768}) {
            var found = MinimumError.of(eight(), NoiseLevel.plain(ratio), points);
            assertEquals(expected, found.value(), found.error() + 1e-12 * expected, points + " points");
        }
        assertEquals(
                expected,
                MinimumError.of(eight(), NoiseLevel.plain(ratio), 32768).value(),
                2e-4 * expected);
    }

    /** E‖s‖² = (2 − α²/σ² · error)/σ², against a mean over drawn points. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void itFixesTheMeanSquareOfTheScore(long seed) {
        var exact = new MixtureScore(RandomMixture.of(seed));
        var level = VP.at(0.05 + 0.1 * seed);
        int n = 200_000;
        var x = new double[n];
        var y = new double[n];
        exact.mixture().noised(level).draw(seed, x, y);
        var sx = new double[n];
        var sy = new double[n];
        exact.score(x, y, 0, n, level, sx, sy);
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double square = sx[i] * sx[i] + sy[i] * sy[i];
            double off = square - mean;
            mean += off / (i + 1);
            squares += off * (square - mean);
        }
        double variance = level.sigma() * level.sigma();
        double found = (2 - MinimumError.of(exact, level, 32768).value() / (level.ratio() * level.ratio())) / variance;
        assertEquals(mean, found, 5 * Math.sqrt(squares / n / n) + 1e-3 * mean);
    }

    @Test
    void withoutNoiseThereIsNoError() {
        assertEquals(Estimate.exact(0), MinimumError.of(eight(), NoiseLevel.plain(0), 64));
    }

    /** Known shares for the variance-preserving process on eight Gaussians. */
    @ParameterizedTest
    @CsvSource({
        "0.01, .999, 0, .998",
        "0.17, .847, .0019, .657",
        "0.72, .3624, .0148, .1105",
        "3.4, .4854, .4433, .5197",
        "11.8, .0833, .9164, .9291",
        "152, .00055, .99945, .99954"
    })
    void nobodyCanPredictTheseShares(double ratio, double epsilon, double sample, double v) {
        var exact = eight();
        double alpha = 1 / Math.hypot(1, ratio);
        var level = new NoiseLevel(Double.NaN, alpha, ratio * alpha);
        var error = MinimumError.of(exact, level, 32768);
        var clean = exact.mixture().moments();
        assertEquals(
                epsilon,
                Unpredictable.share(Prediction.EPSILON, VP, clean, level, error).value(),
                6e-4);
        assertEquals(
                epsilon,
                Unpredictable.share(Prediction.SCORE, VP, clean, level, error).value(),
                6e-4);
        assertEquals(
                sample,
                Unpredictable.share(Prediction.SAMPLE, VP, clean, level, error).value(),
                1e-4);
        assertEquals(
                v,
                Unpredictable.share(Prediction.V_PREDICTION, VP, clean, level, error)
                        .value(),
                5e-4);
    }

    /** λ(σ)·½(2/σ² − E‖s‖²) averaged over the reference run's twelve levels, 10 to 0.01. */
    @Test
    void floorOfTheReferenceRun() {
        var loss = new Ncsn(Weighting.SIGMA_SQUARED, VP);
        var exact = eight();
        var mean = IntStream.range(0, 12)
                .mapToObj(i -> NoiseLevel.plain(10 * Math.pow(0.001, i / 11.0)))
                .map(level -> loss.floor(level, MinimumError.of(exact, level, 32768)))
                .reduce(Estimate.exact(0), Estimate::plus)
                .times(1 / 12.0);
        assertEquals(0.6649966895762435, mean.value(), mean.error());
        assertTrue(mean.error() < 1e-3, "error " + mean.error());
    }

    /** Weights of ‖ε_θ − ε‖² in DDPM's bound with σ̃² = β. */
    @ParameterizedTest
    @CsvSource({"1, .500", "2, .273", "10, .074", "100, .0101", "349, .0050", "1000, .0102"})
    void weightsOfTheBoundInTheCurrencyOfTheNoise(int step, double weight) {
        var chain = new DiscreteDdpm(1000, 1e-4, 0.02, DiscreteDdpm.Variance.BETA);
        var loss = new DdpmVariational(chain);
        assertEquals(weight, loss.noiseWeight(chain.at(step / 1000.0)), 0.02 * weight);
        double least = IntStream.rangeClosed(1, 1000)
                .mapToDouble(i -> loss.noiseWeight(chain.at(i / 1000.0)))
                .min()
                .orElseThrow();
        assertEquals(least, loss.noiseWeight(chain.at(0.349)), 1e-15);
    }
}
