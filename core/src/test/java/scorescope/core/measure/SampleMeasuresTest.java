package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

class SampleMeasuresTest {
    static Stream<SampleMeasure> measures() {
        return MeasureCatalog.SAMPLES.ids().stream().map(id -> MeasureCatalog.SAMPLES.create(Choice.of(id), "measure"));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void areZeroForTheSamePointsInAnyOrderAndSymmetric(SampleMeasure measure) {
        var a = random(1, 30);
        var b = random(2, 45);
        var reversed = new Sample(reversed(a.x()), reversed(a.y()));
        assertEquals(0, measure.between(a, reversed), 1e-7);
        assertEquals(measure.between(a, b), measure.between(b, a), 1e-12);
    }

    @Test
    void movingASampleCostsTheLengthOfTheMove() {
        var a = random(3, 40);
        var moved = new Sample(
                Arrays.stream(a.x()).map(x -> x + 3).toArray(),
                Arrays.stream(a.y()).map(y -> y - 4).toArray());
        assertEquals(5, new Wasserstein2().between(a, moved), 1e-12);
        assertEquals(25, new Frechet().between(a, moved), 1e-9);
        assertEquals(5 / Math.sqrt(2), new SlicedWasserstein2(16).between(a, moved), 1e-12);
    }

    /** Against all assignments of six points. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theAssignmentIsTheCheapestOfAll(long seed) {
        var a = random(seed, 6);
        var b = random(-seed, 6);
        assertEquals(cheapest(a, b, 0, new boolean[6]) / 6, Math.pow(new Wasserstein2().between(a, b), 2), 1e-12);
    }

    private static double cheapest(Sample a, Sample b, int row, boolean[] used) {
        if (row == a.count()) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int column = 0; column < used.length; column++) {
            if (!used[column]) {
                used[column] = true;
                double dx = a.x()[row] - b.x()[column];
                double dy = a.y()[row] - b.y()[column];
                best = Math.min(best, dx * dx + dy * dy + cheapest(a, b, row + 1, used));
                used[column] = false;
            }
        }
        return best;
    }

    /** Samples of 4 and 6 points have the same cost as their repetitions to 12 points. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void unequalSamplesMoveAsTheirRepetitionsDo(long seed) {
        var a = random(seed, 4);
        var b = random(-seed, 6);
        var measure = new Wasserstein2();
        assertEquals(measure.between(repeated(a, 3), repeated(b, 2)), measure.between(a, b), 1e-12);
        var sliced = new SlicedWasserstein2(5);
        assertEquals(sliced.between(repeated(a, 3), repeated(b, 2)), sliced.between(a, b), 1e-12);
    }

    @Test
    void sharesCountThePointsNearestToEachMode() {
        var modes = new Sample(new double[] {-2, 2}, new double[] {0, 0});
        var sample = new Sample(new double[] {-3, -1, -0.1, 5}, new double[] {9, 0, 0, 1});
        assertArrayEquals(new double[] {0.75, 0.25}, ModeShares.of(sample, modes), 1e-15);
    }

    private static Sample repeated(Sample sample, int times) {
        var x = new double[times * sample.count()];
        var y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = sample.x()[i % sample.count()];
            y[i] = sample.y()[i % sample.count()];
        }
        return new Sample(x, y);
    }

    private static double[] reversed(double[] values) {
        var reversed = new double[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        return reversed;
    }

    private static Sample random(long seed, int count) {
        var random = new SplittableRandom(seed);
        return new Sample(
                random.doubles(count, -3, 3).toArray(),
                random.doubles(count, -3, 3).toArray());
    }

    /** The modes of a noised mixture are taken at its components' means. */
    @Test
    void modesGoWithTheSignal() {
        var mixture =
                new GaussianMixture(List.of(Component.isotropic(1, 3, -1, 0.5), Component.isotropic(2, -4, 0, 1)));
        var level = new NoiseLevel(0.5, 0.25, 0.7);
        var noised = mixture.noised(level).components();
        var modes = ModeShares.modes(mixture, level.alpha());
        assertEquals(noised.size(), modes.count());
        for (int k = 0; k < noised.size(); k++) {
            assertEquals(noised.get(k).meanX(), modes.x()[k], 1e-15);
            assertEquals(noised.get(k).meanY(), modes.y()[k], 1e-15);
        }
    }
}
