package scorescope.core.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.parameter.Choice;

class TransitionTest {
    static Stream<NoiseProcess> processes() {
        return ProcessCatalog.CATALOG.ids().stream().map(id -> ProcessCatalog.CATALOG.create(Choice.of(id), "process"));
    }

    /** One transition from tMin to tMax equals any composition of steps, also across jumps of a chain. */
    @ParameterizedTest
    @MethodSource("processes")
    void stepsCompose(NoiseProcess process) {
        double from = process.tMin();
        double keep = 1;
        double variance = 0;
        int steps = 77;
        for (int i = 0; i < steps; i++) {
            double span = process.tMax() - from;
            var step = Transition.of(process, from + span * i / steps, from + span * (i + 1) / steps);
            keep *= step.keep();
            variance = step.keep() * step.keep() * variance + step.variance();
        }
        var whole = Transition.of(process, from, process.tMax());
        assertEquals(whole.keep(), keep, 1e-12);
        assertEquals(whole.variance(), variance, 1e-9 * whole.variance());
    }

    /** The coefficients of a short step are f and ½ g² at its middle. */
    @ParameterizedTest
    @MethodSource("processes")
    void shortStepsHaveTheProcesssOwnRates(NoiseProcess process) {
        double span = process.tMax() - process.tMin();
        for (double share : new double[] {0.1234, 0.5678, 0.9}) {
            double t = process.tMin() + share * span;
            double h = 1e-6 * span;
            var step = Transition.of(process, t - 0.5 * h, t + 0.5 * h);
            double f = process.drift(t);
            double diffusion = 0.5 * process.diffusionSquared(t);
            assertEquals(f, step.meanDrift(), 1e-6 * Math.max(1, Math.abs(f)), process.toString());
            assertEquals(diffusion, step.meanDiffusion(), 1e-6 * Math.max(1, diffusion), process.toString());
        }
    }
}
