package scorescope.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import scorescope.core.density.DensityCatalog;
import scorescope.core.measure.ScoreError;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.objective.Denoising;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.core.tensor.Tensors;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.TrainingTask;

/**
 * Error of each objective on {@code three-gaussians}: E‖s_θ − s‖² / E‖s‖² under p_σ at four levels, and the seconds of its
 * training. Arguments: steps (3000), then ids of objectives (all).
 *
 * <p>Network 3 × 128, batch 512, Adam 1e-3 with cosine schedule, levels 5 to 0.1 (SURE: 2 to 0.3). Objectives of a process
 * use rectified flow or DDPM's chain, with their own prediction. The objective of a single σ is trained once for each σ.
 */
public final class ObjectivesBench {
    private static final List<Double> SIGMAS = List.of(0.3, 0.6, 1.0, 2.0);
    private static final Map<String, String> PREDICTIONS = Map.of(
            "epsilon",
            "epsilon",
            "ddpm-variational",
            "epsilon",
            "sample",
            "sample",
            "v",
            "v_prediction",
            "mean",
            "epsilon",
            "flow-matching",
            "velocity");

    private ObjectivesBench() {}

    static void main(String[] arguments) {
        Tensors.await();
        long steps = arguments.length > 0 ? Long.parseLong(arguments[0]) : 3000;
        var ids =
                arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : ObjectiveCatalog.CATALOG.ids();
        for (String id : ids) {
            if (id.equals(Denoising.KIND.id())) {
                for (double sigma : SIGMAS) {
                    learn(id, steps, Parameters.NONE.with(Denoising.SIGMA, sigma), List.of(sigma));
                }
            } else {
                learn(id, steps, Parameters.NONE, SIGMAS);
            }
        }
    }

    private static void learn(String id, long steps, Parameters own, List<Double> sigmas) {
        var scalars = new java.util.LinkedHashMap<>(own.given());
        scalars.put("objective", id);
        scalars.put("prediction", PREDICTIONS.getOrDefault(id, "score"));
        scalars.put("steps", steps);
        // SURE weights errors by σ⁴: beside a level of 5, small ones would not be learned.
        var levels =
                id.equals("sure") ? new TrainingSettings.Levels(6, 2, 0.3) : new TrainingSettings.Levels(12, 5, 0.1);
        var settings = new TrainingSettings(new Parameters(scalars), List.of(128, 128, 128), levels);
        String process = id.equals("flow-matching") ? "rectified-flow" : "variance-exploding";
        var mixture = DensityCatalog.CATALOG.create(Choice.of("three-gaussians"), "");
        long startNanos = System.nanoTime();
        try (var trainer =
                new Trainer(new TrainingTask(settings, Choice.of(process)), TrainingData.of(mixture, settings))) {
            while (trainer.step(2)) {
                // all steps without a pause
            }
            double seconds = (System.nanoTime() - startNanos) * 1e-9;
            var state = trainer.state();
            var measured = sigmas.stream().map(NoiseLevel::plain).toList();
            var errors = new ScoreError(new MixtureScore(mixture), 20_000, 5).measure(state.score(), measured);
            var line = new StringBuilder(String.format(Locale.ROOT, "%-24s %6d steps %6.1f s", id, steps, seconds));
            DoubleStream.iterate(0, i -> i < errors.size(), i -> i + 1)
                    .mapToObj(i -> errors.get((int) i))
                    .forEach(error -> line.append(String.format(
                            Locale.ROOT, "  %.1f: %.3g %%", error.level().sigma(), 100 * error.relative())));
            line.append("  ").append(state.status()).append(' ').append(state.advice());
            System.out.println(line);
        }
    }
}
