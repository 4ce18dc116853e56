package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

class PosteriorTest {
    private static final int N = 20;

    private final double[][] out = new double[8][N];

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePosteriorItselfHasTheStatedMeanAndCovariance(long seed) {
        var posterior = new Posterior(new MixtureScore(RandomMixture.of(seed)));
        double[] x = {1.5};
        double[] y = {-0.7};
        for (double sigma : new double[] {0, 0.3, 2}) {
            var level = new NoiseLevel(Double.NaN, 0.8, sigma);
            var whole = posterior.at(x[0], y[0], level).moments();
            posterior.mean(x, y, 0, 1, level, out[0], out[1]);
            posterior.covariance(x, y, 0, 1, level, out[2], out[3], out[4]);
            assertEquals(out[0][0], whole.meanX(), 1e-12);
            assertEquals(out[1][0], whole.meanY(), 1e-12);
            assertEquals(out[2][0], whole.xx(), 1e-12);
            assertEquals(out[3][0], whole.xy(), 1e-12);
            assertEquals(out[4][0], whole.yy(), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tweedieAndTheExactPosteriorAgree(long seed) {
        var score = new MixtureScore(RandomMixture.of(seed));
        var random = new SplittableRandom(seed);
        double[] x = random.doubles(N, -5, 5).toArray();
        double[] y = random.doubles(N, -5, 5).toArray();
        for (double sigma : new double[] {0.05, 0.5, 3}) {
            var level = new NoiseLevel(Double.NaN, 0.8, sigma);
            new Posterior(score).mean(x, y, 0, N, level, out[0], out[1]);
            new Tweedie(score).mean(x, y, 0, N, level, out[2], out[3]);
            same(2, 1e-11);
            new Posterior(score).velocity(x, y, 0, N, level, out[0], out[1]);
            new Tweedie(score).velocity(x, y, 0, N, level, out[2], out[3]);
            same(2, 1e-10);
            new Posterior(score).covariance(x, y, 0, N, level, out[0], out[1], out[3]);
            System.arraycopy(out[1], 0, out[2], 0, N);
            Tweedie.covariance(score, x, y, 0, N, level, out[4], out[5], out[6], out[7]);
            for (int q = 0; q < 4; q++) {
                for (int i = 0; i < N; i++) {
                    assertEquals(out[q][i], out[q + 4][i], 1e-9 * Math.max(1, sigma * sigma));
                }
            }
        }
    }

    private void same(int offset, double tolerance) {
        for (int q = 0; q < offset; q++) {
            for (int i = 0; i < N; i++) {
                assertEquals(out[q][i], out[q + offset][i], tolerance * Math.max(1, Math.abs(out[q][i])));
            }
        }
    }

    /** Also for data without width, whose score does not exist there. */
    @Test
    void withoutNoiseThePosteriorIsThePointItself() {
        var score = new MixtureScore(
                new GaussianMixture(List.of(new Component(1, 0.3, 0.4, 0, 0, 0), Component.isotropic(2, -1, 1, 0.5))));
        double[] x = {1, -2};
        double[] y = {0.5, 30};
        var level = NoiseLevel.plain(0);
        for (Denoiser denoiser : new Denoiser[] {new Posterior(score), new Tweedie(score)}) {
            denoiser.mean(x, y, 0, 2, level, out[0], out[1]);
            denoiser.noise(x, y, 0, 2, level, out[2], out[3]);
            denoiser.velocity(x, y, 0, 2, level, out[4], out[5]);
            for (int i = 0; i < 2; i++) {
                assertEquals(x[i], out[0][i]);
                assertEquals(y[i], out[1][i]);
                for (int q = 2; q < 6; q++) {
                    assertEquals(0, Math.abs(out[q][i]));
                }
            }
        }
        new Posterior(score).covariance(x, y, 0, 2, level, out[0], out[1], out[2]);
        Tweedie.covariance(score, x, y, 0, 2, level, out[3], out[4], out[5], out[6]);
        for (int q = 0; q < 7; q++) {
            assertEquals(0, out[q][0]);
        }
    }

    @Test
    void posteriorForgetsThePointUnderOverwhelmingNoise() {
        var mixture = RandomMixture.of(4);
        var moments = mixture.moments();
        double[] x = {300};
        double[] y = {-200};
        var posterior = new Posterior(new MixtureScore(mixture));
        posterior.mean(x, y, 0, 1, NoiseLevel.plain(1e7), out[0], out[1]);
        posterior.covariance(x, y, 0, 1, NoiseLevel.plain(1e7), out[2], out[3], out[4]);
        assertEquals(moments.meanX(), out[0][0], 1e-9);
        assertEquals(moments.meanY(), out[1][0], 1e-9);
        assertEquals(moments.xx(), out[2][0], 1e-9);
        assertEquals(moments.xy(), out[3][0], 1e-9);
        assertEquals(moments.yy(), out[4][0], 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 5, 1e3})
    void responsibilitiesSumToOneWhereverThePointIs(double distance) {
        var mixture = RandomMixture.of(6);
        double[] r = new double[mixture.components().size()];
        new Posterior(new MixtureScore(mixture)).responsibilities(distance, -distance, NoiseLevel.plain(0.2), r);
        assertEquals(1, Arrays.stream(r).sum(), 1e-14);
    }
}
