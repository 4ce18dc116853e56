package scorescope.samplers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.ExactSamples;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.history.Recording;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;

/**
 * A run of a sampler with default settings, on the opening session's process (σ from 0.01 to 10; ancestral sampling has its
 * own chain). Chains at one level sample p noised to σ = 0.5, the session's level.
 *
 * @param evaluations score evaluations for each particle
 * @param floors sliced W₂ to exact samples, in sampling floors
 * @param logGap mean log p minus that of exact samples
 */
public record DefaultRun(String sampler, long evaluations, double floors, double logGap) {
    /** Chains at one level: their remaining distance is due to rare crossings between modes. */
    public static final List<String> CHAINS =
            samplers().stream().filter(id -> method(id).staysAtOneLevel()).toList();

    private static final NoiseLevel CHAIN_LEVEL = NoiseLevel.plain(0.5);
    private static final int DRAWS = 8;
    private static final long SEED = 300;

    /** Ids of all samplers of the catalog that sample the distribution. */
    public static List<String> samplers() {
        return SamplerCatalog.CATALOG.ids().stream()
                .filter(id -> method(id).samples())
                .toList();
    }

    private static SamplingMethod method(String id) {
        return SamplerCatalog.CATALOG.create(Choice.of(id), "sampler");
    }

    public static DefaultRun of(String id, GaussianMixture mixture, int particles) {
        return of(id, mixture, particles, false);
    }

    /** A run of a chain from exact samples, which must leave p invariant. */
    public static DefaultRun fromTruth(String chain, GaussianMixture mixture, int particles) {
        return of(chain, mixture, particles, true);
    }

    private static DefaultRun of(String id, GaussianMixture mixture, int particles, boolean fromTruth) {
        var score = new MixtureScore(mixture);
        var method = method(id);
        var sampler = method.bind(new Problem(score, process(id), CHAIN_LEVEL));
        try (var blocks = new ParticleBlocks(Runtime.getRuntime().availableProcessors())) {
            var noise = new PhiloxNoise(7);
            var initial = fromTruth
                    ? sampler.begin(
                            startPositions(mixture, particles, true), startPositions(mixture, particles, false), noise)
                    : sampler.init(particles, method.naturalStart(), noise);
            var end = new Recording(sampler, initial, noise, blocks, 0).seek(sampler.steps());
            var found = new Sample(end.x(), end.y());
            var truth = new ExactSamples(score, end.level(), particles, DRAWS, SEED, new SlicedWasserstein2(16));
            return new DefaultRun(
                    id, end.diagnostics().evaluations(), truth.floors(found).value(), truth.logGap(found));
        }
    }

    private static double[] startPositions(GaussianMixture mixture, int particles, boolean first) {
        var x = new double[particles];
        var y = new double[particles];
        mixture.noised(CHAIN_LEVEL).draw(1, x, y);
        return first ? x : y;
    }

    private static NoiseProcess process(String sampler) {
        var opening = new Choice("variance-exploding", new Parameters(Map.of("sigmaMin", 0.01, "sigmaMax", 10.0)));
        var score = new MixtureScore(ValidationMixtures.mixtures().getFirst());
        return Stream.concat(
                        Stream.of(opening),
                        ProcessCatalog.CATALOG.ids().stream().map(Choice::of))
                .map(choice -> ProcessCatalog.CATALOG.create(choice, "process"))
                .filter(process -> method(sampler)
                        .refusal(new Problem(score, process, CHAIN_LEVEL))
                        .isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process of the catalog suits the sampler " + sampler));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%-22s NFE %5d  W2 %5.2f floors  log p %+.3f", sampler, evaluations, floors, logGap);
    }
}
