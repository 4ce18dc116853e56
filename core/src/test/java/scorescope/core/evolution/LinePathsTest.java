package scorescope.core.evolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescope.core.density.LineMixture;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.VariancePreserving;

class LinePathsTest {
    private static final LineMixture LINE = LineMixture.projection(RandomMixture.of(3), 2);
    private static final VariancePreserving PROCESS = new VariancePreserving(0.1, 20);
    private static final double[] TIMES =
            IntStream.rangeClosed(0, 50).mapToDouble(i -> 1 - 0.999 * i / 50).toArray();

    @Test
    void pathsOfTheFlowNeverCross() {
        var flow = LinePaths.flow(LINE, PROCESS, TIMES, 20);
        for (int k = 0; k < TIMES.length; k++) {
            for (int i = 1; i < 20; i++) {
                assertTrue(flow.at(i)[k] > flow.at(i - 1)[k], "path " + i + " at " + TIMES[k]);
            }
        }
    }

    /** At each time the Kolmogorov distance of the paths from p_t is that of independent points. */
    @Test
    void pathsOfTheSdeHaveTheDensityOfEveryTime() {
        int n = 2000;
        var sde = LinePaths.sde(LINE, PROCESS, TIMES, n, 4);
        for (int k : new int[] {0, 10, 25, 40, 50}) {
            var level = PROCESS.at(TIMES[k]);
            double[] shares = IntStream.range(0, n)
                    .mapToDouble(i -> LINE.cumulative(sde.at(i)[k], level))
                    .sorted()
                    .toArray();
            double farthest = 0;
            for (int i = 0; i < n; i++) {
                farthest = Math.max(farthest, Math.abs(shares[i] - (i + 0.5) / n));
            }
            // Exceeded with probability 3e-4.
            assertTrue(farthest * Math.sqrt(n) < 2.1, "at " + TIMES[k] + ": " + farthest * Math.sqrt(n));
        }
    }

    @Test
    void stepsOfTheSdeTrembleAsTheProcessSays() {
        int n = 2000;
        var sde = LinePaths.sde(LINE, PROCESS, TIMES, n, 4);
        int k = 20;
        var late = PROCESS.at(TIMES[k]);
        var early = PROCESS.at(TIMES[k + 1]);
        double a = late.alpha() / early.alpha();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += Math.pow(sde.at(i)[k] - a * sde.at(i)[k + 1], 2) / n;
        }
        double expected = late.sigma() * late.sigma() - a * a * early.sigma() * early.sigma();
        assertEquals(expected, squares, 4 * expected * Math.sqrt(2.0 / n));
    }

    @Test
    void theSeedDecidesThePaths() {
        assertArrayEquals(
                LinePaths.sde(LINE, PROCESS, TIMES, 3, 4).at(2),
                LinePaths.sde(LINE, PROCESS, TIMES, 3, 4).at(2));
    }
}
