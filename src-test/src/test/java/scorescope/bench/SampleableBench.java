package scorescope.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.core.tensor.Tensors;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingSettings;

/**
 * Seconds of training on two cores until 10,000 samples of the probability flow for the eight Gaussians are close to exact
 * ones: sliced W₂ within a small multiple of that between two exact sets (the floor). Network 3 × 64, batch 256, noise
 * prediction, levels from 10 to 0.2, below which a mode of standard deviation 0.4 hardly changes.
 *
 * <p>Arguments: numbers of steps, each with three seeds and its own cosine schedule (200, 400, 800, 1600). The first line
 * is the flow of the exact score.
 */
public final class SampleableBench {
    private static final int SAMPLES = 10_000;
    private static final int SEEDS = 3;
    private static final TrainingSettings.Levels LEVELS = new TrainingSettings.Levels(10, 10, 0.2);

    private final GaussianMixture mixture = DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "");
    private final SlicedWasserstein2 measure = new SlicedWasserstein2(200);
    private final double floor = IntStream.range(0, 5)
            .mapToDouble(i -> measure.between(exact(100 + i), exact(200 + i)))
            .average()
            .orElseThrow();

    static void main(String[] arguments) {
        Tensors.await();
        var bench = new SampleableBench();
        System.out.printf(Locale.ROOT, "floor %.4g data-units%n", bench.floor);
        System.out.printf(
                Locale.ROOT, "exact-score %.2f times the floor%n", bench.floors(new MixtureScore(bench.mixture)));
        // Warm-up; the cost of first steps is measured by the benchmark "training".
        bench.run(1, 400);
        for (String steps : arguments.length > 0 ? arguments : new String[] {"200", "400", "800", "1600"}) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                System.out.println("steps-" + steps + "-seed-" + seed + " " + bench.run(seed, Long.parseLong(steps)));
            }
        }
    }

    private String run(long seed, long steps) {
        var given = new Parameters(Map.of(
                "seed",
                seed,
                "steps",
                steps,
                "batch",
                256L,
                "prediction",
                "epsilon",
                "learningRate",
                0.01,
                "warmup",
                30L));
        var settings = new TrainingSettings(given, List.of(64, 64, 64), LEVELS);
        long startNanos = System.nanoTime();
        try (var trainer = new Trainer(settings, TrainingData.of(mixture, settings))) {
            while (trainer.step(2)) {
                // all steps without a pause
            }
            double seconds = (System.nanoTime() - startNanos) * 1e-9;
            return String.format(
                    Locale.ROOT,
                    "%.2f s, %.2f times the floor",
                    seconds,
                    floors(trainer.state().score()));
        }
    }

    private double floors(ScoreField score) {
        return measure.between(flow(score), exact(999)) / floor;
    }

    private Sample exact(long seed) {
        return Sample.drawn(mixture, SAMPLES, seed);
    }

    private static Sample flow(ScoreField score) {
        var process = new VarianceExploding(0.01, 10);
        var sampler = SamplerCatalog.CATALOG
                .create(Choice.of("probability-flow"), "sampler")
                .bind(new SamplingMethod.Problem(score, process, process.at(process.tMin())));
        try (var blocks = new ParticleBlocks(2)) {
            var end = new SamplingRun(sampler, SAMPLES, new PriorStart(), new PhiloxNoise(3), blocks).finish();
            return new Sample(end.x(), end.y());
        }
    }
}
