package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.DensityCatalog;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.score.MixtureScore;

/** Under all options of every sampler a hidden parameter has no effect, and a shown one changes the run. */
class ActingParametersTest {
    static Stream<Kind<SamplingMethod>> samplers() {
        return SamplerCatalog.CATALOG.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void parametersActExactlyWhereTheyAreShown(Kind<SamplingMethod> kind) {
        for (var values : choices(kind)) {
            var usual = ends(kind, values);
            var acting = kind.acting(values);
            for (var parameter : kind.parameters()) {
                if (!parameter.key().equals("steps")) {
                    boolean equal =
                            Arrays.equals(usual, ends(kind, values.with(parameter, another(parameter, values))));
                    assertEquals(acting.contains(parameter), !equal, values.given() + " " + parameter.key());
                }
            }
        }
    }

    @Test
    void someAreHidden() {
        var flow = SamplerCatalog.CATALOG.kind("probability-flow", "");
        assertFalse(flow.acting(Parameters.NONE).contains(ProbabilityFlow.TOLERANCE));
        var adaptive = Parameters.NONE.with(ProbabilityFlow.SOLVER, "dormand-prince");
        assertTrue(flow.acting(adaptive).contains(ProbabilityFlow.TOLERANCE));
    }

    /** Every combination of the options of a sampler. */
    private static List<Parameters> choices(Kind<SamplingMethod> kind) {
        var all = List.of(Parameters.NONE);
        for (var parameter : kind.parameters()) {
            if (parameter instanceof Parameter.OneOf<?> choice) {
                var more = new ArrayList<Parameters>();
                for (var values : all) {
                    choice.ids().forEach(id -> more.add(values.with(choice, id)));
                }
                all = more;
            }
        }
        return all;
    }

    private static Object another(Parameter<?> parameter, Parameters values) {
        return switch (parameter) {
            case Parameter.Real real ->
                real.standard() == 0
                        ? Math.min(real.max(), 0.3)
                        : Math.clamp(0.5 * real.standard(), real.min(), real.max());
            case Parameter.Whole whole -> whole.standard() + 2;
            case Parameter.OneOf<?> choice ->
                choice.options().stream()
                        .filter(option -> !option.equals(values.get(choice)))
                        .map(Option::id)
                        .findFirst()
                        .orElseThrow();
            default -> throw new IllegalStateException(parameter.key());
        };
    }

    private static double[] ends(Kind<SamplingMethod> kind, Parameters values) {
        var shorter = kind.parameters().stream()
                .filter(parameter -> parameter.key().equals("steps"))
                .findFirst()
                .map(steps -> values.with(steps, 24L))
                .orElse(values);
        var method = SamplerCatalog.CATALOG.create(new Choice(kind.id(), shorter), "");
        var mixture = DensityCatalog.CATALOG.create(Choice.of("three-gaussians"), "");
        // Ancestral sampling needs the process of a chain.
        var process = kind.id().equals("ddpm")
                ? ProcessCatalog.CATALOG.create(Choice.of("ddpm"), "")
                : new VarianceExploding(0.01, 10);
        var problem = new Problem(new MixtureScore(mixture), process, NoiseLevel.plain(0.1));
        try (var blocks = new ParticleBlocks(1)) {
            var run = new SamplingRun(method.bind(problem), 8, new GaussianStart(0, 0, 10), new PhiloxNoise(1), blocks);
            return run.finish().x().clone();
        }
    }
}
