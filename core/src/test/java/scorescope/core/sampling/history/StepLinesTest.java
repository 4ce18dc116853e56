package scorescope.core.sampling.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.random.NoiseStream;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.State;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/** The lines that a sampler writes of its step lead to where the step ends, for every sampler and every option of it. */
class StepLinesTest {
    private static final MixtureScore EXACT = new MixtureScore(
            new GaussianMixture(List.of(Component.isotropic(0.4, -1, 0, 0.6), Component.isotropic(0.6, 1.5, 1, 0.5))));

    /** Without width: the score does not exist at σ = 0, and the last step goes to the denoised points. */
    private static final MixtureScore POINTS = new MixtureScore(
            new GaussianMixture(List.of(Component.isotropic(0.4, -1, 0, 0), Component.isotropic(0.6, 1.5, 1, 0))));

    private static final PhiloxNoise NOISE = new PhiloxNoise(5);
    private static final int PARTICLES = 24;
    private static final int FEW_STEPS = 8;

    /** A sampler with some of its options, under a process. */
    record Case(Choice method, String process) {
        @Override
        public String toString() {
            return method + " under " + process;
        }
    }

    static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (var kind : SamplerCatalog.CATALOG.kinds()) {
            for (var choice : choices(kind)) {
                for (var process : List.of("variance-exploding", "variance-preserving", "ddpm")) {
                    if (!kind.id().equals("ddpm") || process.equals("ddpm")) {
                        cases.add(new Case(choice, process));
                    }
                }
            }
        }
        return cases;
    }

    /** The sampler as declared, with each option of its choices, and with each real number that is 0 at 1/2. */
    private static List<Choice> choices(Kind<SamplingMethod> kind) {
        var few = brief(kind, Choice.of(kind.id()));
        var choices = new ArrayList<>(List.of(few));
        for (var parameter : kind.parameters()) {
            if (parameter instanceof Parameter.OneOf<?> options) {
                options.options().forEach(option -> choices.add(few.with(parameter, option)));
            }
            if (parameter instanceof Parameter.Real real
                    && real.standard() == 0
                    && real.key().matches("eta|churn")) {
                choices.add(few.with(parameter, 0.5));
            }
            if (parameter.key().equals("lambda") || parameter.key().equals("noiseScale")) {
                choices.add(few.with(parameter, 0.5));
            }
            if (kind.id().equals("predictor-corrector") && parameter.key().equals("stepsPerLevel")) {
                choices.add(few.with(parameter, 2L));
            }
        }
        return choices;
    }

    private static Choice brief(Kind<SamplingMethod> kind, Choice choice) {
        var brief = choice;
        for (var parameter : kind.parameters()) {
            if (parameter.key().equals("steps")) {
                brief = brief.with(parameter, (long) FEW_STEPS);
            }
        }
        return brief;
    }

    private static Sampler sampler(Case each, ScoreField score, boolean toZero) {
        NoiseProcess process = ProcessCatalog.CATALOG.create(Choice.of(each.process()), "process");
        return SamplerCatalog.CATALOG
                .create(each.method(), "sampler")
                .bind(new Problem(score, process, process.at(toZero ? 0 : Math.max(process.tMin(), 0.01))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLastLineIsTheProposal(Case each) {
        holds(sampler(each, EXACT, false), each.toString());
    }

    /** Methods that follow a process on any grid, on one that reaches σ = 0. */
    static List<Case> casesToPoints() {
        return SamplerCatalog.CATALOG.kinds().stream()
                .filter(kind -> !kind.id().equals("dpm-solver"))
                .flatMap(kind -> kind.parameters().stream()
                        .filter(parameter -> parameter.key().equals("grid"))
                        .flatMap(grid -> choices(kind).stream().map(choice -> choice.with(grid, TimeGrid.KARRAS))))
                .distinct()
                .map(choice -> new Case(choice, "ddpm"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("casesToPoints")
    void theLastLineIsTheProposalOnTheWayToPoints(Case each) {
        holds(sampler(each, POINTS, true), each.toString());
    }

    private static void holds(Sampler sampler, String name) {
        var state = start(sampler);
        int compared = 0;
        for (int step = 0; step < FEW_STEPS && state.diagnostics().status() == Status.RUNNING; step++) {
            for (int i = 0; i < PARTICLES; i += 5) {
                var parts = StepParts.of(sampler, state, NOISE, i);
                var lines = parts.lines();
                assertTrue(lines.size() > 1, name);
                var end = lines.getLast().value();
                double size = 1 + parts.proposed().norm();
                assertEquals(parts.proposed().x(), end.x(), 1e-9 * size, name + " at " + step);
                assertEquals(parts.proposed().y(), end.y(), 1e-9 * size, name + " at " + step);
                compared++;
            }
            state = sampler.step(state, NOISE, empty(sampler));
        }
        assertTrue(compared > 0, name);
    }

    private static State start(Sampler sampler) {
        var x = new double[PARTICLES];
        var y = new double[PARTICLES];
        NOISE.gaussian(NoiseStream.START, 0, 0, PARTICLES, x, y);
        return sampler.begin(x, y, NOISE);
    }

    private static State empty(Sampler sampler) {
        return sampler.begin(new double[PARTICLES], new double[PARTICLES], NOISE);
    }
}
