package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

class ProbeRunTest {
    private static final NoiseLevel LEVEL = new NoiseLevel(Double.NaN, 0.9, 1.1);

    @Test
    void theMeanOfWhatWasGatheredWalksToTheAnswerAsFastAsItShould() {
        var mixture = RandomMixture.of(4);
        var noisy = mixture.noised(LEVEL).moments();
        double squares = 0;
        int runs = 40;
        int hits = 200;
        for (int seed = 0; seed < runs; seed++) {
            var run = ProbeRun.of(mixture, LEVEL, noisy.meanX(), noisy.meanY(), 0.2, hits, seed);
            assertEquals(hits, run.hits());
            assertEquals("", run.advice());
            assertEquals(Arrays.stream(run.cleanX()).average().orElseThrow(), run.meanX()[hits - 1], 1e-12);
            for (int i = 0; i < hits; i++) {
                assertTrue(Math.hypot(run.noisyX()[i] - run.x(), run.noisyY()[i] - run.y()) <= 0.2);
            }
            squares += run.off(hits - 1) * run.off(hits - 1) * hits / (run.spread() * run.spread());
        }
        // The mean of 40 squares of two degrees of freedom is farther off with probability below 0.001.
        assertEquals(1, squares / runs, 0.6);
    }

    /** The mean of −σε over many hits of a small ball is σ²∇log p there, within four standard errors of σ√(2/n). */
    @Test
    void theMeanNoiseBecomesTheScore() {
        var mixture = RandomMixture.of(4);
        var noisy = mixture.noised(LEVEL).moments();
        int hits = 4000;
        var run = ProbeRun.of(mixture, LEVEL, noisy.meanX(), noisy.meanY(), 0.15, hits, 3);
        var score = new double[2][1];
        new MixtureScore(mixture)
                .score(new double[] {run.x()}, new double[] {run.y()}, 0, 1, LEVEL, score[0], score[1]);
        double variance = LEVEL.sigma() * LEVEL.sigma();
        double off = 4 * LEVEL.sigma() / Math.sqrt(hits);
        double[] pull = run.meanPull(LEVEL.alpha(), hits);
        assertEquals(variance * score[0][0], pull[0], off);
        assertEquals(variance * score[1][0], pull[1], off);
        assertTrue(Math.hypot(pull[0], pull[1]) > 4 * off, "too short to tell: " + Arrays.toString(pull));
        double[] one = run.meanPull(LEVEL.alpha(), 1);
        assertEquals(LEVEL.alpha() * run.cleanX()[0] - run.noisyX()[0], one[0], 1e-12);
    }

    @Test
    void whereNothingFallsItSaysSo() {
        var run = ProbeRun.of(RandomMixture.of(4), NoiseLevel.plain(0.5), 80, 80, 0.1, 5, 1);
        assertEquals(0, run.hits());
        assertFalse(run.advice().isEmpty());
    }
}
