package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** W₂ of samples of different sizes, against another exact method and closed forms; and for large samples. */
class UnequalSamplesTest {
    private static Sample normal(long seed, int count, double mean, double std) {
        var random = new SplittableRandom(seed);
        return new Sample(
                random.doubles(count)
                        .map(u -> mean + std * random.nextGaussian())
                        .toArray(),
                random.doubles(count).map(u -> std * random.nextGaussian()).toArray());
    }

    /** Two clusters far apart. */
    private static Sample twoModes(long seed, int count) {
        var random = new SplittableRandom(seed);
        return new Sample(
                random.doubles(count)
                        .map(u -> (u < 0.3 ? -4 : 4) + 0.2 * random.nextGaussian())
                        .toArray(),
                random.doubles(count).map(u -> 0.5 * random.nextGaussian()).toArray());
    }

    /** Against shortest augmenting paths, a different algorithm. */
    @ParameterizedTest
    @CsvSource({"1, 7", "2, 9", "17, 16", "60, 45", "100, 99", "128, 64", "150, 7", "3, 200"})
    void theNetworkSimplexAgreesWithShortestAugmentingPaths(int n, int m) {
        for (int seed = 0; seed < 4; seed++) {
            var b = seed % 2 == 0 ? normal(-seed - 1, m, 0.5, 1.3) : twoModes(seed, m);
            var a = normal(seed, n, 0, 1);
            double right = TransportPlan.between(a, b).meanCost();
            assertEquals(right, NetworkSimplex.meanCost(a, b), 1e-13 * right, n + ", " + m + ", " + seed);
            assertEquals(right, NetworkSimplex.meanCost(b, a), 1e-13 * right);
        }
    }

    /** Ties everywhere: lattices, repeated points, points on a line. */
    @ParameterizedTest
    @CsvSource({"5, 4", "8, 6", "10, 3"})
    void equalCostsDoNotMakeItCycle(int n, int m) {
        var a = lattice(n);
        var b = lattice(m);
        double right = TransportPlan.between(a, b).meanCost();
        assertEquals(right, NetworkSimplex.meanCost(a, b), 1e-12 * right);
        var same = new Sample(new double[20], new double[20]);
        var alike = new Sample(new double[33], new double[33]);
        assertEquals(0, new Wasserstein2().between(same, alike), 0);
    }

    private static Sample lattice(int side) {
        return new Sample(
                IntStream.range(0, side * side)
                        .mapToDouble(k -> Math.floorDiv(k, side))
                        .toArray(),
                IntStream.range(0, side * side)
                        .mapToDouble(k -> Math.floorMod(k, side))
                        .toArray());
    }

    /** On a line W₂ is the distance of quantile functions, as for one direction of the sliced distance. */
    @ParameterizedTest
    @CsvSource({"200, 199", "900, 501", "300, 450"})
    void ofPointsOnALineItIsThatOfTheQuantiles(int n, int m) {
        var a = new Sample(normal(1, n, 0, 1).x(), new double[n]);
        var b = new Sample(twoModes(2, m).x(), new double[m]);
        // Its only direction is the second axis.
        var up = new SlicedWasserstein2(1);
        var turnedA = new Sample(a.y(), a.x());
        var turnedB = new Sample(b.y(), b.x());
        assertEquals(up.between(turnedA, turnedB), new Wasserstein2().between(a, b), 1e-10);
    }

    @Test
    void movingOneOfTwoUnequalSamplesAddsTheMoveOfTheMeans() {
        var a = normal(5, 1000, 0, 1);
        var b = normal(6, 999, 0, 1.1);
        double before = Math.pow(new Wasserstein2().between(a, b), 2);
        var ma = a.moments();
        var mb = b.moments();
        var moved = new Sample(
                Arrays.stream(b.x()).map(x -> x + 3).toArray(),
                Arrays.stream(b.y()).map(y -> y - 2).toArray());
        // ‖a − b − t‖² = ‖a − b‖² − 2 t·(a − b) + ‖t‖², whose mean over any plan depends on the means alone.
        double after = before - 2 * (3 * (ma.meanX() - mb.meanX()) - 2 * (ma.meanY() - mb.meanY())) + 13;
        assertEquals(after, Math.pow(new Wasserstein2().between(a, moved), 2), 1e-10);
    }

    /** math-w2-unequal-sizes-slow: 2,000 and 1,999 points once took a minute; the limit is far below that. */
    @Test
    void largeSamplesOfUnequalSizesTakeNoLongerThanOfEqual() {
        var a = normal(7, 2000, 0, 1);
        var b = normal(8, 1999, 0, 1.1);
        double found = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> new Wasserstein2().between(a, b));
        var same = new Sample(Arrays.copyOf(a.x(), 1999), Arrays.copyOf(a.y(), 1999));
        assertEquals(new Wasserstein2().between(same, b), found, 0.01, "one point of 2,000 matters little");
    }
}
