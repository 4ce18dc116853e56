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
                        double alphaSlope = (process.alpha(t + h) - process.alpha(t - h)) / (2 * h);
                        double varianceSlope =
                                (Math.pow(process.sigma(t + h), 2) - Math.pow(process.sigma(t - h), 2)) / (2 * h);
                        double drift = alphaSlope / process.alpha(t);
                        double variance = process.sigma(t) * process.sigma(t);
                        double diffusion = varianceSlope - 2 * drift * variance;
                        assertEquals(drift, process.drift(t), 1e-6 * Math.max(1, Math.abs(drift)), "f at t = " + t);
                        assertEquals(
                                diffusion,
                                process.diffusionSquared(t),
                                1e-6 * Math.max(1, diffusion),
                                "g² at t = " + t);
                    }
                }));
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
