package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.Gaussians;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.score.MixtureScore;

class LangevinTest {
    private static final double VARIANCE = 0.36;
    private static final Gaussians ROUND = new Gaussians(1, -2, VARIANCE, VARIANCE);
    private static final int N = 40_000;
    private static final GaussianMixture THREE = new GaussianMixture(List.of(
            Component.isotropic(0.3, -2, 0, 0.6),
            Component.isotropic(0.4, 2, 1, 0.6),
            Component.isotropic(0.3, 0, -2, 0.6)));

    /**
     * On a Gaussian the chain is linear: its stationary variance is c² σ²/(1 − η/(2σ²)). The measured one has a
     * relative standard error of 1/√N; five of them are exceeded with probability 6e-7.
     */
    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.3, 1", "0.02, 1", "0.1, 0.7071067811865476", "0.1, 1.3"})
    void varianceIsTheKnownOneWithItsBias(double eta, double noiseScale) {
        double expected = noiseScale * noiseScale * VARIANCE / (1 - eta / (2 * VARIANCE));
        assertEquals(1, variance(eta, noiseScale) / expected, 5 / Math.sqrt(N));
    }

    @Test
    void withoutTheRootOfTwoItIsNotStationary() {
        double forgotten = 1 / Math.sqrt(2);
        double relative = variance(0.02, forgotten) / VARIANCE;
        assertTrue(Math.abs(relative - 1) > 50 / Math.sqrt(N), "relative variance " + relative);
    }

    /** Mean of both coordinates' squared distances from the mean, after a start far too wide. */
    private static double variance(double eta, double noiseScale) {
        var end = run(ROUND.score(), 0, new Langevin(eta, 250, noiseScale), 1).finish();
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += Math.pow(end.x()[i] - 1, 2) + Math.pow(end.y()[i] + 2, 2);
        }
        return sum / (2 * N);
    }

    /**
     * Particles drawn from the three Gaussians noised to σ = 0.5 are still so distributed after 100 steps. Counts
     * in 12 sectors around the origin, against those of a fresh draw four times as large: χ² with 11 degrees of
     * freedom exceeds 47.5 with probability 1.7e-6.
     */
    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void aMixtureStaysItself(long seed) {
        assertTrue(sectorDistance(new Langevin(0.005, 100, 1), seed) < 47.5);
    }

    @Test
    void aMixtureDoesNotStayItselfUnderTheWrongNoise() {
        assertTrue(sectorDistance(new Langevin(0.005, 100, 1 / Math.sqrt(2)), 3) > 1000);
    }

    private static double sectorDistance(Langevin method, long seed) {
        var level = NoiseLevel.plain(0.5);
        var run = run(new MixtureScore(THREE), level.sigma(), method, seed);
        THREE.noised(level).draw(seed, run.state().x(), run.state().y());
        var end = run.finish();
        int ratio = 4;
        var fresh = new double[2][ratio * N];
        THREE.noised(level).draw(seed + 100, fresh[0], fresh[1]);
        var expected = sectors(fresh[0], fresh[1]);
        var counts = sectors(end.x(), end.y());
        double chiSquared = 0;
        for (int sector = 0; sector < counts.length; sector++) {
            double share = expected[sector] / ratio;
            double difference = counts[sector] - share;
            chiSquared += difference * difference / (share * (1 + 1.0 / ratio));
        }
        return chiSquared;
    }

    @Test
    void gradientFlowEndsOnTheMode() {
        var method = SamplerCatalog.CATALOG.kind("gradient-flow", "sampler");
        var sampler = method.create().apply(Parameters.NONE);
        var end = run(ROUND.score(), 0, sampler, 1).finish();
        assertTrue(Arrays.stream(end.x()).allMatch(x -> Math.abs(x - 1) < 1e-4));
        assertTrue(Arrays.stream(end.y()).allMatch(y -> Math.abs(y + 2) < 1e-4));
    }

    @Test
    void tooLargeAStepDivergesWithAdvice() {
        var run = run(ROUND.score(), 0, new Langevin(10, 1000, 1), 1);
        var end = run.finish();
        assertEquals(Status.DIVERGED, end.diagnostics().status());
        assertTrue(
                end.diagnostics().advice().contains("lower stepSize"),
                end.diagnostics().advice());
        assertThrows(IllegalStateException.class, run::step);
    }

    @Test
    void evaluationsAndTimeAreCounted() {
        var run = run(ROUND.score(), 0, new Langevin(0.05, 3, 1), 1);
        var end = run.finish();
        assertEquals(3, end.diagnostics().evaluations());
        assertEquals(0.15, run.sampler().time(end), 1e-15);
        assertEquals(Status.DONE, end.diagnostics().status());
    }

    private static SamplingRun run(MixtureScore score, double sigma, SamplingMethod method, long seed) {
        var problem = new Problem(score, new VarianceExploding(0.01, 10), NoiseLevel.plain(sigma));
        return new SamplingRun(
                method.bind(problem), N, new GaussianStart(0, 0, 3), new PhiloxNoise(seed), ParticleBlocks.ONE);
    }

    private static double[] sectors(double[] x, double[] y) {
        var counts = new double[12];
        for (int i = 0; i < x.length; i++) {
            counts[(int) Math.floor((Math.atan2(y[i], x[i]) + Math.PI) / (2 * Math.PI) * 12) % 12]++;
        }
        return counts;
    }
}
