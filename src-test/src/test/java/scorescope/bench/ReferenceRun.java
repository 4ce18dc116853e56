package scorescope.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.ScoreError;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.TrainingState;

/**
 * The reference run: eight Gaussians, the default training settings. Prints, for every seed and every level
 * (those trained on and those halfway between), the relative error E‖s_θ − s‖² / E‖s‖² under p_σ, then the time.
 *
 * <p>Arguments: seeds ("1,2,3"), number of workers (2), number of steps (10000). It also prints
 * the processor time of all threads, which is more reliable when the machine has other work.
 */
public final class ReferenceRun {
    private static final int TEST_POINTS = 20_000;
    private static final long TEST_SEED = 987_654_321;

    private ReferenceRun() {}

    static void main(String[] arguments) {
        String seeds = arguments.length > 0 ? arguments[0] : "1,2,3";
        int workers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        long steps = arguments.length > 2
                ? Long.parseLong(arguments[2])
                : TrainingSettings.defaults().steps();
        var exact = new MixtureScore(eightGaussians());
        double worst = Arrays.stream(seeds.split(",", -1))
                .mapToLong(Long::parseLong)
                .mapToDouble(seed -> run(exact, settings(seed, steps), workers))
                .max()
                .orElseThrow();
        print("worst error at sigma >= 0.1", 100 * worst, "%");
    }

    private static TrainingSettings settings(long seed, long steps) {
        var defaults = TrainingSettings.defaults();
        return new TrainingSettings(
                Parameters.NONE.with(TrainingParameters.SEED, seed).with(TrainingParameters.STEPS, steps),
                defaults.hidden(),
                defaults.levels());
    }

    private static GaussianMixture eightGaussians() {
        var components = java.util.stream.IntStream.range(0, 8)
                .mapToObj(
                        k -> Component.isotropic(1, 5 * Math.cos(k * Math.PI / 4), 5 * Math.sin(k * Math.PI / 4), 0.4))
                .toList();
        return new GaussianMixture(components);
    }

    private static double run(MixtureScore exact, TrainingSettings settings, int workers) {
        double[] x = new double[settings.samples()];
        double[] y = new double[settings.samples()];
        exact.mixture().draw(settings.seed(), x, y);
        TrainingState state;
        long start;
        long processor;
        try (var trainer = new Trainer(settings, TrainingData.of(x, y))) {
            trainer.step(workers);
            start = System.nanoTime();
            processor = processorNanos();
            while (trainer.step(workers)) {
                // all steps without a pause
            }
            state = trainer.state();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String name = "seed " + settings.seed();
        double processorSeconds = (processorNanos() - processor) / 1e9;
        print(name + " time", seconds, "s");
        print(name + " processor time a step", 1000 * processorSeconds / (settings.steps() - 1), "ms");
        print(name + " step with " + workers + " workers", 1000 * seconds / (settings.steps() - 1), "ms");
        print(name + " loss", state.smoothedLoss(), "1");
        double worst = 0;
        for (var at : new ScoreError(exact, TEST_POINTS, TEST_SEED).measure(state.score(), levels(settings.levels()))) {
            double sigma = at.level().sigma();
            print(name + " error at sigma " + String.format(Locale.ROOT, "%.4f", sigma), 100 * at.relative(), "%");
            worst = sigma >= 0.1 ? Math.max(worst, at.relative()) : worst;
        }
        return worst;
    }

    /** The trained levels and those halfway between, and 0.1 itself. */
    private static List<NoiseLevel> levels(TrainingSettings.Levels levels) {
        int places = 2 * levels.count() - 1;
        return java.util.stream.DoubleStream.concat(
                        java.util.stream.IntStream.range(0, places)
                                .mapToDouble(
                                        i -> levels.max() * Math.pow(levels.min() / levels.max(), i / (places - 1.0))),
                        java.util.stream.DoubleStream.of(0.1))
                .boxed()
                .sorted(java.util.Comparator.reverseOrder())
                .map(NoiseLevel::plain)
                .toList();
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s %.4g %s%n", name, value, unit);
    }
}
