package scorescope.core.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.denoise.MinimumError;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.objective.Batch;
import scorescope.core.objective.Objective;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;

/**
 * The mean loss of the exact score on a task, by level and over the levels as training draws them. No network has a smaller
 * expected loss; the difference is the weighted error of the network's prediction.
 *
 * @param mean over all levels
 * @param levels in the order in which training draws them for growing random numbers
 * @param floors one for each level
 */
public record LossFloor(Estimate mean, List<NoiseLevel> levels, List<Estimate> floors) {
    /** Largest number of levels evaluated for a process in continuous time or a long chain. */
    private static final int MOST_LEVELS = 64;

    /** Largest number of evaluations of a component for one level. */
    private static final double TERMS = 5e4;

    /** Empty for objectives whose least loss is not known in closed form. */
    public static Optional<LossFloor> of(TrainingTask task, MixtureScore exact) {
        var objective =
                task.settings().family().over(new Objective.Subject(task.noiseProcess(), Optional.of(exact.mixture())));
        var levels = levels(task);
        int points = (int) Math.clamp(TERMS / exact.mixture().components().size(), 64, 4096);
        var floors = new ArrayList<Estimate>();
        var mean = Estimate.exact(0);
        for (var level : levels) {
            var floor = objective.leastLoss(level, MinimumError.of(exact, level, points));
            if (floor.isEmpty()) {
                return Optional.empty();
            }
            floors.add(floor.get());
            mean = mean.plus(floor.get().times(1.0 / levels.size()));
        }
        boolean all = !(task.draw() instanceof NoiseDraw.Continuous)
                && !(task.draw() instanceof NoiseDraw.Chain chain
                        && chain.process().steps() > levels.size());
        return Optional.of(new LossFloor(all ? mean : mean.plus(new Estimate(0, spread(floors))), levels, floors));
    }

    /** The same with the levels in the order of σ/α. */
    public LossFloor byRatio() {
        var order = IntStream.range(0, levels.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> levels.get(i).ratio()))
                .toList();
        return new LossFloor(
                mean,
                order.stream().map(levels::get).toList(),
                order.stream().map(floors::get).toList());
    }

    /** Error of the mean over levels: its change when every other level is left out. */
    private static double spread(List<Estimate> floors) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < floors.size(); i++) {
            double part = 2 * floors.get(i).value() / floors.size();
            even += i % 2 == 0 ? part : 0;
            odd += i % 2 == 1 ? part : 0;
        }
        return 0.5 * Math.abs(even - odd);
    }

    private static List<NoiseLevel> levels(TrainingTask task) {
        var draw = task.draw();
        int count =
                switch (draw) {
                    case NoiseDraw.Geometric _ ->
                        task.settings().trainedLevels().count();
                    case NoiseDraw.Chain chain ->
                        Math.min(16 * MOST_LEVELS, chain.process().steps());
                    default -> MOST_LEVELS;
                };
        var batch = new Batch(count, count);
        var levels = new ArrayList<NoiseLevel>();
        for (int j = 0; j < count; j++) {
            draw.draw((j + 0.5) / count, batch, j);
            levels.add(new NoiseLevel(batch.time()[j], batch.alpha()[j], batch.sigma()[j]));
        }
        return List.copyOf(levels);
    }
}
