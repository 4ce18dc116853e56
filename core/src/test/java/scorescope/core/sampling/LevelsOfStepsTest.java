package scorescope.core.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.DensityCatalog;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;

/** A sampler with known levels is at level k after k steps, so that levels and steps correspond. */
class LevelsOfStepsTest {
    static Stream<String> samplers() {
        return SamplerCatalog.CATALOG.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aStepStandsAtItsLevel(String id) {
        var process =
                ProcessCatalog.CATALOG.create(Choice.of(id.equals("ddpm") ? "ddpm" : "variance-exploding"), "process");
        var score = new MixtureScore(DensityCatalog.CATALOG.create(Choice.of("three-gaussians"), "density"));
        var method = SamplerCatalog.CATALOG.create(Choice.of(id), "sampler");
        var target = id.equals("ddpm") ? process.at(process.tMin()) : NoiseLevel.plain(0.5);
        var sampler = method.bind(new SamplingMethod.Problem(score, process, target));
        var noise = new PhiloxNoise(3);
        var state = sampler.init(2, method.naturalStart(), noise);
        var spare = sampler.init(2, method.naturalStart(), noise);
        var levels = sampler.levels();
        for (int step = 0; step < levels.size(); step++) {
            assertEquals(levels.get(step).sigma(), state.level().sigma(), "step " + step);
            if (state.diagnostics().status() == Diagnostics.Status.RUNNING) {
                var next = sampler.step(state, noise, spare);
                spare = state;
                state = next;
            }
        }
        assertEquals(Math.max(0, levels.size() - 1), levels.isEmpty() ? 0 : sampler.steps());
    }
}
