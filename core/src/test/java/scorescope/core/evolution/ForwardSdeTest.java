package scorescope.core.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.Sample;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;

/** Bounds are 4.5 standard errors: all cases together fail by chance for one seed in a thousand; the seed is fixed. */
class ForwardSdeTest {
    private static final GaussianMixture DATA =
            new GaussianMixture(List.of(Component.isotropic(0.4, -2, 1, 0.5), Component.isotropic(0.6, 1, -1, 0.8)));
    private static final int POINTS = 20_000;
    private static final double BOUND = 4.5;

    static Stream<NoiseProcess> processes() {
        return ProcessCatalog.CATALOG.kinds().stream().map(kind -> kind.create().apply(Parameters.NONE));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void stepsAndJumpsHaveTheExactMeanAndCovariance(NoiseProcess process) {
        var sde = new ForwardSde(process, new PhiloxNoise(5));
        double from = process.tMin();
        double half = process.geometricTime() ? Math.sqrt(from * process.tMax()) : 0.5 * (from + process.tMax());
        var clean = clean(POINTS);
        var walked = simulated(sde, sde.begin(clean, from), from, half, 0);
        agrees(process, half, walked, "by steps");
        agrees(process, half, sde.jump(clean, half), "in one jump");
        agrees(process, process.tMax(), simulated(sde, walked, half, process.tMax(), 200), "by steps");
    }

    private static Sample simulated(ForwardSde sde, Sample start, double from, double to, int first) {
        var at = start;
        boolean ratios = sde.process().geometricTime();
        for (int k = 0; k < 200; k++) {
            double t = ratios ? from * Math.pow(to / from, k / 200.0) : from + (to - from) * k / 200;
            double next = ratios ? from * Math.pow(to / from, (k + 1) / 200.0) : from + (to - from) * (k + 1) / 200;
            at = sde.step(at, t, next, first + k);
        }
        return at;
    }

    private static void agrees(NoiseProcess process, double t, Sample points, String name) {
        var exact = DATA.noised(process.at(t)).moments();
        var found = points.moments();
        String said = process + " " + name + " at " + t;
        double error = Math.sqrt(exact.xx() / POINTS);
        assertEquals(exact.meanX(), found.meanX(), BOUND * error, said);
        assertEquals(exact.meanY(), found.meanY(), BOUND * Math.sqrt(exact.yy() / POINTS), said);
        // Standard error for a Gaussian; the mixture's fourth moment is smaller.
        assertEquals(exact.xx(), found.xx(), BOUND * exact.xx() * Math.sqrt(2.0 / POINTS), said);
        assertEquals(exact.yy(), found.yy(), BOUND * exact.yy() * Math.sqrt(2.0 / POINTS), said);
        assertEquals(exact.xy(), found.xy(), BOUND * Math.sqrt(2 * exact.xx() * exact.yy() / POINTS), said);
    }

    /** For σ(0) > 0 a start at the clean points lacks the initial noise. */
    @Test
    void begunAtTheCleanPointsTheVarianceLacksThatOfTheBeginning() {
        var process = new VarianceExploding(1, 3);
        var sde = new ForwardSde(process, new PhiloxNoise(5));
        double t = 0.5;
        double right =
                simulated(sde, sde.begin(clean(POINTS), 0), 0, t, 0).moments().xx();
        double lacking = simulated(sde, clean(POINTS), 0, t, 0).moments().xx();
        double exact = DATA.noised(process.at(t)).moments().xx();
        double error = exact * Math.sqrt(2.0 / POINTS);
        assertEquals(exact, right, BOUND * error);
        assertEquals(exact - 1, lacking, BOUND * error);
        assertTrue(exact - lacking > 10 * error);
    }

    private static Sample clean(int count) {
        return Sample.drawn(DATA, count, 3);
    }
}
