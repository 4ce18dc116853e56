package scorescope.core.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Choice;

class ProcessLawsTest {
    @TestFactory
    Stream<DynamicTest> driftAndDiffusionFollowFromAlphaAndSigma() {
        return ProcessCatalog.CATALOG.ids().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    var process = ProcessCatalog.CATALOG.create(Choice.of(id), "process");
                    double span = process.tMax() - process.tMin();
                    for (double part = 0.02; part < 1; part += 0.07) {
                        double t = process.tMin() + part * span;
                        double h = 1e-5 * span;
                        double alphaDerivative = (process.alpha(t + h) - process.alpha(t - h)) / (2 * h);
                        double varianceDerivative =
                                (Math.pow(process.sigma(t + h), 2) - Math.pow(process.sigma(t - h), 2)) / (2 * h);
                        double drift = alphaDerivative / process.alpha(t);
                        double variance = process.sigma(t) * process.sigma(t);
                        double diffusion = varianceDerivative - 2 * drift * variance;
                        assertEquals(drift, process.drift(t), 1e-6 * Math.max(1, Math.abs(drift)), "f at t = " + t);
                        assertEquals(
                                diffusion,
                                process.diffusionSquared(t),
                                1e-6 * Math.max(1, diffusion),
                                "g² at t = " + t);
                    }
                }));
    }

    /** Coefficients derived from α and σ equal the closed forms, from t = 0 to the end. */
    @TestFactory
    Stream<DynamicTest> derivedCoefficientsAgreeWithClosedForms() {
        return Stream.of(
                        new VarianceExploding(0.01, 50),
                        new VariancePreserving(0.1, 20),
                        new SubVariancePreserving(new LinearBeta(0.1, 20)),
                        new OrnsteinUhlenbeck(5),
                        new FiniteOrnsteinUhlenbeck(),
                        new Edm(0.002, 80),
                        new RectifiedFlow())
                .map(process -> DynamicTest.dynamicTest(process.toString(), () -> {
                    var derived = new AlphaAndSigmaOnly(process);
                    for (int i = 0; i <= 40; i++) {
                        double t = process.tMax() * i / 40;
                        double f = process.drift(t);
                        double g2 = process.diffusionSquared(t);
                        assertEquals(f, derived.drift(t), 1e-7 * Math.max(1, Math.abs(f)), "f at t = " + t);
                        assertEquals(g2, derived.diffusionSquared(t), 1e-7 * Math.max(1, g2), "g² at t = " + t);
                    }
                }));
    }

    @Test
    void cosineFollowsItsSignalToBothEnds() {
        var process = new Cosine(0.008);
        for (double t : new double[] {0, 1e-9, 1e-3, 0.1, 0.5, 0.9, 0.99, 0.999}) {
            double angle = (t + 0.008) / 1.008 * Math.PI / 2;
            double f = -Math.PI / 2 / 1.008 * Math.tan(angle);
            assertEquals(f, process.drift(t), 1e-6 * Math.max(1, -f), "f at t = " + t);
            // Variance preserving: g² = −2f.
            assertEquals(-2 * f, process.diffusionSquared(t), 1e-6 * Math.max(1, -f), "g² at t = " + t);
            assertEquals(1, Math.pow(process.alpha(t), 2) + Math.pow(process.sigma(t), 2), 1e-14);
        }
    }

    @Test
    void subVariancePreservingStaysUnderVariancePreserving() {
        var sub = new SubVariancePreserving(new LinearBeta(0.1, 20));
        var full = new VariancePreserving(0.1, 20);
        for (double t = 0.001; t <= 1; t += 0.037) {
            assertEquals(full.alpha(t), sub.alpha(t));
            assertEquals(Math.pow(full.sigma(t), 2), sub.sigma(t), 1e-14);
            assertTrue(sub.sigma(t) < full.sigma(t));
        }
    }

    @Test
    void ddpmIsTheChainOfItsSteps() {
        var chain = new DiscreteDdpm(1000, 1e-4, 0.02, DiscreteDdpm.Variance.POSTERIOR);
        double variance = 0;
        double signal = 1;
        for (int i = 1; i <= 1000; i++) {
            double beta = 1e-4 + (0.02 - 1e-4) * (i - 1) / 999;
            double before = variance;
            variance = (1 - beta) * variance + beta;
            signal *= 1 - beta;
            assertEquals(beta, chain.beta(i), 1e-17);
            assertEquals(signal, chain.alphaBar(i), 1e-12 * signal);
            assertEquals(Math.sqrt(signal), chain.alpha(i / 1000.0), 1e-12 * Math.sqrt(signal));
            assertEquals(variance, Math.pow(chain.sigma(i / 1000.0), 2), 1e-12);
            assertEquals(beta * before / variance, chain.stepBackVariance(i), 1e-12);
        }
        assertEquals(
                0.02, new DiscreteDdpm(1000, 1e-4, 0.02, DiscreteDdpm.Variance.BETA).stepBackVariance(1000), 1e-17);
        assertEquals(0, chain.sigma(0));
        assertEquals(0.001, chain.tMin());
    }

    @Test
    void ddpmApproachesVariancePreservingAsStepsGrow() {
        var limit = new VariancePreserving(0.1, 20);
        double coarse = farthest(new DiscreteDdpm(1000, 0.1 / 1000, 20.0 / 1000, DiscreteDdpm.Variance.BETA), limit);
        double fine = farthest(new DiscreteDdpm(8000, 0.1 / 8000, 20.0 / 8000, DiscreteDdpm.Variance.BETA), limit);
        assertTrue(coarse < 0.01, "at 1000 steps " + coarse);
        assertTrue(fine < coarse / 7, coarse + " at 1000 steps, " + fine + " at 8000");
    }

    private static double farthest(NoiseProcess one, NoiseProcess other) {
        double farthest = 0;
        for (int i = 1; i <= 100; i++) {
            farthest = Math.max(farthest, Math.abs(one.alpha(i / 100.0) - other.alpha(i / 100.0)));
        }
        return farthest;
    }

    @TestFactory
    Stream<DynamicTest> everyTimeIsFoundFromItsRatio() {
        return ProcessCatalog.CATALOG.ids().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    var process = ProcessCatalog.CATALOG.create(Choice.of(id), "process");
                    for (double part : new double[] {0, 0.1, 0.5, 0.99, 1}) {
                        double t = process.tMin() + part * (process.tMax() - process.tMin());
                        double found = process.timeAtRatio(process.at(t).ratio(), process.tMin(), process.tMax());
                        assertEquals(t, found, 1e-9 * process.tMax());
                    }
                    assertEquals(process.tMin(), process.timeAtRatio(0, process.tMin(), process.tMax()), 1e-12);
                    assertEquals(process.tMax(), process.timeAtRatio(1e9, process.tMin(), process.tMax()), 1e-12);
                }));
    }

    @TestFactory
    Stream<DynamicTest> equalParametersMakeEqualProcesses() {
        return ProcessCatalog.CATALOG.ids().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    var one = ProcessCatalog.CATALOG.create(Choice.of(id), "process");
                    var same = ProcessCatalog.CATALOG.create(Choice.of(id), "process");
                    assertEquals(one, same);
                    assertEquals(one.hashCode(), same.hashCode());
                }));
    }

    /** A process without closed forms, which does not exist before 0 or after its end. */
    private record AlphaAndSigmaOnly(NoiseProcess process) implements NoiseProcess {
        private boolean has(double t) {
            return t >= 0 && t <= tMax() * (1 + 1e-14);
        }

        @Override
        public double alpha(double t) {
            return has(t) ? process.alpha(t) : Double.NaN;
        }

        @Override
        public double sigma(double t) {
            return has(t) ? process.sigma(t) : Double.NaN;
        }

        @Override
        public double tMax() {
            return process.tMax();
        }
    }

    @TestFactory
    Stream<DynamicTest> noiseGrowsAndSignalDoesNot() {
        return ProcessCatalog.CATALOG.ids().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    var process = ProcessCatalog.CATALOG.create(Choice.of(id), "process");
                    double step = (process.tMax() - process.tMin()) / 50;
                    for (int i = 0; i < 50; i++) {
                        var earlier = process.at(process.tMin() + i * step);
                        var later = process.at(process.tMin() + (i + 1) * step);
                        assertTrue(later.ratio() > earlier.ratio());
                        assertTrue(later.alpha() <= earlier.alpha());
                    }
                }));
    }

    @Test
    void explodingVarianceRunsFromSigmaMinToSigmaMax() {
        var process = new VarianceExploding(0.01, 10);
        assertEquals(0.01, process.sigma(0), 1e-15);
        assertEquals(10, process.sigma(1), 1e-12);
        assertEquals(10, process.priorStd(), 1e-12);
    }

    @Test
    void preservedVarianceIsPreserved() {
        var process = new VariancePreserving(0.1, 20);
        for (double t = 0.001; t <= 1; t += 0.037) {
            assertEquals(1, Math.pow(process.alpha(t), 2) + Math.pow(process.sigma(t), 2), 1e-14);
        }
    }

    @Test
    void sigmaMinAboveSigmaMaxIsBadInput() {
        var choice = Choice.of("variance-exploding")
                .with(VarianceExploding.SIGMA_MIN, 5)
                .with(VarianceExploding.SIGMA_MAX, 1);
        var complaint = assertThrows(BadInputException.class, () -> ProcessCatalog.CATALOG.create(choice, "process"));
        assertTrue(complaint.getMessage().contains("process.sigmaMin"), complaint.getMessage());
    }
}
