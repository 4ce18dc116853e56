package scorescope.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.PhiloxNoise;
import scorescope.core.sampling.SamplerCatalog;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.Shards;
import scorescope.core.score.MixtureScore;

/**
 * The table of samplers: every one in its default setting on three mixtures that no default was tuned on, 5,000 particles.
 * Prints sampler, evaluations, sliced W₂ over the median sampling floor on each, and mean log p less that of exact samples.
 */
public final class SamplersBench {
    private static final int PARTICLES = 5_000;
    private static final int DRAWS = 7;
    private static final NoiseLevel CHAIN_LEVEL = NoiseLevel.plain(0.5);
    private static final SlicedWasserstein2 DISTANCE = new SlicedWasserstein2(16);

    private SamplersBench() {}

    static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "%-22s %6s  %-20s  %s%n", "sampler", "NFE", "W2 in floors", "log p less exact");
        for (var kind : SamplerCatalog.CATALOG.kinds()) {
            var floors = new StringBuilder();
            var gaps = new StringBuilder();
            long evaluations = 0;
            for (var mixture : aside()) {
                var found = measure(kind.id(), mixture);
                evaluations = found.evaluations();
                floors.append(String.format(Locale.ROOT, "%6.2f", found.floors()));
                gaps.append(String.format(Locale.ROOT, "%8.3f", found.gap()));
            }
            System.out.printf(Locale.ROOT, "%-22s %6d  %-20s  %s%n", kind.id(), evaluations, floors, gaps);
        }
    }

    private static List<GaussianMixture> aside() {
        return List.of(
                new GaussianMixture(List.of(
                        new Component(0.5, -1.2, 1.8, 0.5, 0.3, 0.6),
                        new Component(0.2, 2.4, 0.3, 0.1, 0, 0.4),
                        new Component(0.3, 0.2, -2.1, 0.7, -0.2, 0.2))),
                new GaussianMixture(IntStream.range(0, 6)
                        .mapToObj(k -> Component.isotropic(
                                1 + 0.3 * k,
                                2.5 * Math.cos(1 + k * Math.PI / 3),
                                2.5 * Math.sin(1 + k * Math.PI / 3),
                                0.3))
                        .toList()),
                new GaussianMixture(List.of(
                        new Component(0.7, 0.5, 0.5, 2.5, 1.2, 0.9), new Component(0.3, -1.5, -1, 0.04, 0, 0.04))));
    }

    private record Found(long evaluations, double floors, double gap) {}

    private static Found measure(String id, GaussianMixture mixture) {
        var score = new MixtureScore(mixture);
        var method = SamplerCatalog.CATALOG.create(Choice.of(id), "sampler");
        var sampler = method.bind(new Problem(score, process(id), CHAIN_LEVEL));
        try (var shards = new Shards(Runtime.getRuntime().availableProcessors())) {
            var end = new SamplingRun(sampler, PARTICLES, method.naturalStart(), new PhiloxNoise(7), shards).finish();
            var exact = mixture.noised(end.level());
            var samples = new Sample(end.x(), end.y());
            double floor = median(IntStream.range(0, DRAWS)
                    .mapToDouble(k -> DISTANCE.between(draw(exact, 200 + 2L * k), draw(exact, 201 + 2L * k)))
                    .toArray());
            double distance = median(IntStream.range(0, DRAWS)
                    .mapToDouble(k -> DISTANCE.between(samples, draw(exact, 300 + k)))
                    .toArray());
            double gap = meanLog(score, end.level(), samples)
                    - IntStream.range(0, DRAWS)
                            .mapToDouble(k -> meanLog(score, end.level(), draw(exact, 400 + k)))
                            .average()
                            .orElseThrow();
            return new Found(end.diagnostics().evaluations(), distance / floor, gap);
        }
    }

    /** The opening session's, σ from 0.01 to 10; ancestral sampling has a chain of its own. */
    private static NoiseProcess process(String sampler) {
        return sampler.equals("ddpm")
                ? ProcessCatalog.CATALOG.create(Choice.of("ddpm"), "process")
                : ProcessCatalog.CATALOG.create(
                        new Choice("variance-exploding", new Parameters(java.util.Map.of("sigmaMax", 10.0))),
                        "process");
    }

    private static Sample draw(GaussianMixture exact, long seed) {
        var x = new double[PARTICLES];
        var y = new double[PARTICLES];
        exact.draw(seed, x, y);
        return new Sample(x, y);
    }

    private static double meanLog(MixtureScore score, NoiseLevel level, Sample sample) {
        var log = new double[sample.count()];
        score.logDensity(sample.x(), sample.y(), 0, log.length, level, log);
        return Arrays.stream(log).average().orElseThrow();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
