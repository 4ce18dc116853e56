package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.Gaussians;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PointStart;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.flow.FlowSampler;
import scorescope.core.sampling.flow.RungeKutta;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.LevelSequenceMethod;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.score.MixtureScore;

/** Every sampler of the catalog that follows a path, under every process and grid, down to t = 0 on a density of points. */
class CleanEndTest {
    private static final double[][] POINTS = {{20, 0}, {-10, 15}, {-10, -15}};

    static Stream<Arguments> samplersAndProcesses() {
        var all = new ArrayList<Arguments>();
        for (var kind : SamplerCatalog.CATALOG.kinds()) {
            if (kind.create().apply(Parameters.NONE) instanceof LevelSequenceMethod
                    && !kind.id().equals(AnnealedLangevin.KIND.id())) {
                for (String process : ProcessCatalog.CATALOG.ids()) {
                    all.add(Arguments.of(kind.id(), process));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("samplersAndProcesses")
    void particlesEndOnThePoints(String id, String processId) {
        var kind = SamplerCatalog.CATALOG.kind(id, "sampler");
        var process = ProcessCatalog.CATALOG.create(Choice.of(processId), "process");
        int ran = 0;
        for (var choice : choices(kind)) {
            String where = choice + " under " + process;
            var method = SamplerCatalog.CATALOG.create(choice, "sampler");
            var problem = new Problem(points(), process, process.at(0));
            Sampler sampler;
            try {
                sampler = method.bind(problem);
            } catch (BadInputException refused) {
                assertEquals("sampler.grid", refused.place(), where);
                assertTrue(List.of("log", "log-snr").contains(grid(choice)), where);
                continue;
            }
            var end = new SamplingRun(sampler, 64, new PriorStart(), new PhiloxNoise(3), ParticleBlocks.ONE).finish();
            assertEquals(Diagnostics.Status.DONE, end.diagnostics().status(), where);
            // For σ(0) > 0 particles end at distances of that noise from the points.
            double allowed = 5.5 * process.sigma(0) + 1e-9;
            for (int i = 0; i < end.particles(); i++) {
                assertTrue(distance(end.x()[i], end.y()[i]) <= allowed, where + ": " + end.x()[i] + ", " + end.y()[i]);
            }
            ran++;
        }
        assertTrue(ran >= 2, id + " ran " + ran + " times");
    }

    /** Every option of grid and solver, with 200 steps and other parameters at their defaults. */
    private static List<Choice> choices(Kind<SamplingMethod> kind) {
        var choices = List.of(Choice.of(kind.id()));
        for (var parameter : kind.parameters()) {
            var next = new ArrayList<Choice>();
            for (var choice : choices) {
                if (parameter instanceof Parameter.OneOf<?> name) {
                    name.options().forEach(option -> next.add(choice.with(parameter, option.id())));
                } else if (parameter.key().equals("steps")) {
                    next.add(choice.with(parameter, 200));
                } else {
                    next.add(choice);
                }
            }
            choices = List.copyOf(next);
        }
        return choices;
    }

    private static String grid(Choice choice) {
        return String.valueOf(choice.parameters().given().get("grid"));
    }

    private static MixtureScore points() {
        return new MixtureScore(new GaussianMixture(Stream.of(POINTS)
                .map(at -> new Component(1.0 / POINTS.length, at[0], at[1], 0, 0, 0))
                .toList()));
    }

    private static double distance(double x, double y) {
        return Stream.of(POINTS)
                .mapToDouble(at -> Math.hypot(x - at[0], y - at[1]))
                .min()
                .orElseThrow();
    }

    /** For a density with a score at σ = 0 the last step is the rule's own. */
    @Test
    void smoothDensitiesKeepTheOrderOfTheRule() {
        var process = new VariancePreserving(0.1, 20);
        for (var rule : List.of(RungeKutta.HEUN, RungeKutta.RK4)) {
            double coarse = errorAtZero(process, rule, 200);
            double fine = errorAtZero(process, rule, 400);
            double order = Math.log(coarse / fine) / Math.log(2);
            assertEquals(rule == RungeKutta.HEUN ? 2 : 4, order, 0.3, coarse + " -> " + fine);
        }
    }

    private static double errorAtZero(NoiseProcess process, RungeKutta rule, int steps) {
        var times = TimeGrid.UNIFORM.times(process, process.tMax(), 0, steps);
        var sampler = new FlowSampler(new LevelSequence(Gaussians.STRETCHED.score(), process, times), rule);
        var noise = new PhiloxNoise(0);
        var end = new SamplingRun(sampler, 1, new PointStart(0.7, -1), noise, ParticleBlocks.ONE).finish();
        return Math.abs(end.x()[0] - Gaussians.STRETCHED.flowX(process, process.tMax(), 0, 0.7));
    }

    @Test
    void annealedLangevinNamesTheTimeItCannotEndAt() {
        for (String id : ProcessCatalog.CATALOG.ids()) {
            var process = ProcessCatalog.CATALOG.create(Choice.of(id), "process");
            if (process.sigma(0) > 0) {
                continue;
            }
            var method = SamplerCatalog.CATALOG.create(Choice.of("annealed-langevin"), "sampler");
            var refused = assertThrows(
                    BadInputException.class, () -> method.bind(new Problem(points(), process, process.at(0))));
            assertEquals("noise.t", refused.place());
            assertTrue(refused.remedy().contains(String.valueOf(process.tMin())), refused.remedy());
            // Follows the remedy.
            method.bind(new Problem(points(), process, process.at(process.tMin())));
        }
    }
}
