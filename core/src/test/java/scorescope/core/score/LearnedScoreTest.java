package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Weights;
import scorescope.core.noise.NoiseLevel;

class LearnedScoreTest {
    private static final int N = 500;

    private final Weights weights = Weights.initial(Architecture.plane(List.of(16, 16), Activation.SILU, 8), 4);
    private final LearnedScore score = learned(Prediction.SCORE);
    private final double[] x = points(1);
    private final double[] y = points(2);
    private final double[] outX = new double[N];
    private final double[] outY = new double[N];

    @Test
    void anotherProcessIsPlainNoiseSeenThroughALens() {
        double alpha = 0.4;
        double[] scaledX = IntStream.range(0, N).mapToDouble(i -> x[i] / alpha).toArray();
        double[] scaledY = IntStream.range(0, N).mapToDouble(i -> y[i] / alpha).toArray();
        double[][] plain = at(score, scaledX, scaledY, NoiseLevel.plain(0.5));
        double[][] seen = at(score, x, y, new NoiseLevel(0.3, alpha, 0.5 * alpha));
        for (int i = 0; i < N; i++) {
            assertEquals(plain[0][i] / alpha, seen[0][i], 1e-12);
            assertEquals(plain[1][i] / alpha, seen[1][i], 1e-12);
        }
    }

    @Test
    void outsideItsDomainItIsTheNearestTrainedLevelAndSaysSo() {
        assertArrayEquals(at(score, x, y, NoiseLevel.plain(0.1)), at(score, x, y, NoiseLevel.plain(0)));
        assertArrayEquals(at(score, x, y, NoiseLevel.plain(5)), at(score, x, y, NoiseLevel.plain(50)));
        assertTrue(score.extrapolating(NoiseLevel.plain(0)));
        assertTrue(score.extrapolating(NoiseLevel.plain(6)));
        assertTrue(score.extrapolating(new NoiseLevel(0.5, 0.1, 1)));
        assertFalse(score.extrapolating(NoiseLevel.plain(0.1)));
        assertFalse(score.extrapolating(NoiseLevel.plain(5)));
    }

    @Test
    void theNoiseLevelMatters() {
        assertTrue(Math.abs(at(score, x, y, NoiseLevel.plain(0.2))[0][0] - at(score, x, y, NoiseLevel.plain(2))[0][0])
                > 1e-4);
    }

    @Test
    void aPredictedNoiseIsConvertedToAScore() {
        double[][] raw = at(score, x, y, NoiseLevel.plain(0.5));
        double[][] converted = at(learned(Prediction.EPSILON), x, y, NoiseLevel.plain(0.5));
        for (int i = 0; i < N; i++) {
            assertEquals(-raw[0][i] / 0.5, converted[0][i], 1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource(Prediction.class)
    void theJacobianIsThatOfTheScore(Prediction prediction) {
        var field = learned(prediction);
        var level = new NoiseLevel(0.3, 0.7, 0.8);
        double[][] own = new double[4][N];
        double[][] differences = new double[4][N];
        field.jacobian(x, y, 0, N, level, own[0], own[1], own[2], own[3]);
        // A smaller step would increase the error in float.
        new CentralDifferences(field, 0.01)
                .jacobian(x, y, 0, N, level, differences[0], differences[1], differences[2], differences[3]);
        double skewness = 0;
        for (int entry = 0; entry < 4; entry++) {
            double size =
                    java.util.Arrays.stream(own[entry]).map(Math::abs).max().orElseThrow();
            assertArrayEquals(differences[entry], own[entry], 2e-3 * Math.max(1, size), "entry " + entry);
        }
        for (int i = 0; i < N; i++) {
            skewness = Math.max(skewness, Math.abs(own[1][i] - own[2][i]));
        }
        assertTrue(skewness > 0.02, "a learned field has curl: " + skewness);
    }

    @Test
    void severalThreadsGetTheSameAsOne() {
        double[][] alone = at(score, x, y, NoiseLevel.plain(0.5));
        boolean same = IntStream.range(0, 32)
                .parallel()
                .allMatch(i -> java.util.Arrays.deepEquals(alone, at(score, x, y, NoiseLevel.plain(0.5))));
        assertTrue(same);
    }

    @Test
    void scoresOfOneTrainingTakeTurnsInTheSameArrays() {
        var level = NoiseLevel.plain(0.5);
        var later = IntStream.range(0, 20)
                .mapToObj(seed -> new LearnedScore(Weights.initial(weights.architecture(), seed), score.domain()))
                .toList();
        double[][] alone = at(score, x, y, level);
        long before = allocated();
        later.forEach(each -> evaluate(each, level));
        long each = (allocated() - before) / later.size();
        assertTrue(each < 30_000, "the arrays of one evaluation are larger: " + each + " bytes");
        assertArrayEquals(alone, at(score, x, y, level), "what others left is not read");
    }

    @Test
    void anEvaluationAllocatesNoArrays() {
        var level = NoiseLevel.plain(0.5);
        int evaluations = 1000;
        for (int i = 0; i < evaluations; i++) {
            evaluate(score, level);
        }
        long before = allocated();
        for (int i = 0; i < evaluations; i++) {
            evaluate(score, level);
        }
        long each = (allocated() - before) / evaluations;
        assertTrue(each < 10_000, each + " bytes");
    }

    /** Evaluates one block of points, so that this thread does all work. */
    private void evaluate(LearnedScore learned, NoiseLevel level) {
        learned.score(x, y, 0, 300, level, outX, outY);
    }

    /** Bytes that this thread has allocated so far. */
    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
    }

    @Test
    void onlyTheRangeAskedForIsWritten() {
        score.score(x, y, 200, 450, NoiseLevel.plain(1), outX, outY);
        double[][] whole = at(score, x, y, NoiseLevel.plain(1));
        for (int i = 0; i < N; i++) {
            assertEquals(i >= 200 && i < 450 ? whole[0][i] : 0, outX[i], 1e-6);
        }
    }

    private LearnedScore learned(Prediction prediction) {
        String process = prediction == Prediction.MEAN ? "ddpm" : "variance-exploding";
        return new LearnedScore(weights, new Domain(process, 0.1, 5, prediction));
    }

    private static double[][] at(LearnedScore score, double[] x, double[] y, NoiseLevel level) {
        double[][] out = new double[2][N];
        score.score(x, y, 0, N, level, out[0], out[1]);
        return out;
    }

    private static double[] points(long seed) {
        return new SplittableRandom(seed).doubles(N, -4, 4).toArray();
    }
}
