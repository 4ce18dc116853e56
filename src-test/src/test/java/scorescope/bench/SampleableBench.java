package scorescope.bench;

import java.util.Locale;
import java.util.Map;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.PhiloxNoise;
import scorescope.core.sampling.SamplerCatalog;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.Shards;
import scorescope.core.sampling.Start;
import scorescope.core.score.ScoreField;
import scorescope.core.tensor.Tensors;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingSettings;

/**
 * How soon the eight Gaussians can be sampled from: seconds of training on two cores until 10,000 samples of the
 * probability flow are as near to exact ones, in sliced W₂, as a small multiple of what two exact sets are apart.
 * Arguments: numbers of steps to try, each a run of its own with its whole cosine (200, 400, 800).
 */
public final class SampleableBench {
    private static final int SAMPLES = 10_000;

    private SampleableBench() {}

    static void main(String[] arguments) {
        Tensors.await();
        var mixture = DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "");
        var measure = new SlicedWasserstein2(200);
        double floor = 0;
        for (int i = 0; i < 5; i++) {
            floor += measure.between(exact(mixture, 100 + i), exact(mixture, 200 + i)) / 5;
        }
        System.out.printf(Locale.ROOT, "floor %.4g data-units%n", floor);
        for (String steps : arguments.length > 0 ? arguments : new String[] {"200", "400", "800"}) {
            run(mixture, measure, floor, Long.parseLong(steps));
        }
    }

    private static void run(GaussianMixture mixture, SlicedWasserstein2 measure, double floor, long steps) {
        var defaults = TrainingSettings.defaults();
        var settings =
                new TrainingSettings(new Parameters(Map.of("steps", steps)), defaults.hidden(), defaults.levels());
        long begun = System.nanoTime();
        try (var trainer = new Trainer(settings, TrainingData.of(mixture, settings))) {
            while (trainer.step(2)) {
                // one step after the other; nobody looks on
            }
            double seconds = (System.nanoTime() - begun) * 1e-9;
            double distance = measure.between(flow(trainer.state().score()), exact(mixture, 999));
            System.out.printf(
                    Locale.ROOT,
                    "steps-%d %.2f s, sliced W2 %.4g, %.2f times the floor%n",
                    steps,
                    seconds,
                    distance,
                    distance / floor);
        }
    }

    private static Sample exact(GaussianMixture mixture, long seed) {
        double[] x = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        mixture.draw(seed, x, y);
        return new Sample(x, y);
    }

    private static Sample flow(ScoreField score) {
        var process = new VarianceExploding(0.01, 10);
        var sampler = SamplerCatalog.CATALOG
                .create(Choice.of("probability-flow"), "sampler")
                .bind(new SamplingMethod.Problem(score, process, process.at(process.tMin())));
        try (var shards = new Shards(2)) {
            var end = new SamplingRun(sampler, SAMPLES, new Start.Prior(), new PhiloxNoise(3), shards).finish();
            return new Sample(end.x(), end.y());
        }
    }
}
