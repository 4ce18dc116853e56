package scorescope.plot.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.ScoreError;
import scorescope.core.memo.Memo;
import scorescope.core.memo.StepCache;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parallel.SpinPool;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.MixtureScore;
import scorescope.core.training.LossFloor;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.TrainingState;
import scorescope.core.training.TrainingState.Status;
import scorescope.core.training.TrainingTask;

/** Several trainings in parallel with the same data, seeds and steps; a snapshot is stored after every interval. */
public final class TrainingComparison {
    /** Exact samples at each level. */
    public static final int SAMPLES = 250;

    private static final int LEVELS = 7;
    private static final long SEED = 43;

    private final List<Trainer> trainers = new ArrayList<>();
    private final List<TrainingTask> tasks;
    private final Memo<List<TrainingTask>, List<Optional<LossFloor>>> floors = new Memo<>(this::floors);
    private final MixtureScore exact;
    private final List<NoiseLevel> levels;
    private final TrainingIntervals intervals;
    private final StepCache<Snapshot> snapshots;

    /** Everything that a comparison depends on. */
    public record Request(GaussianMixture mixture, List<TrainingTask> lanes) {}

    /**
     * The trainings after an interval.
     *
     * @param divergences σ²E‖s_θ − s‖² by lane, then level, with two standard errors
     * @param losses the newest state of each lane, for its losses
     * @param stopped the lanes whose training has diverged
     */
    public record Snapshot(
            List<LearnedScore> scores,
            List<List<Estimate>> divergences,
            List<TrainingState> losses,
            List<Integer> stopped) {
        /** The mean divergence over the levels, whose samples are independent of each other. */
        public Estimate divergence(int lane) {
            var own = divergences.get(lane);
            double mean = own.stream().mapToDouble(Estimate::value).average().orElse(Double.NaN);
            double squares =
                    own.stream().mapToDouble(one -> one.error() * one.error()).sum();
            return new Estimate(mean, Math.sqrt(squares) / own.size());
        }
    }

    public TrainingComparison(Request request) {
        exact = new MixtureScore(request.mixture());
        tasks = request.lanes();
        for (var task : request.lanes()) {
            trainers.add(new Trainer(task, TrainingData.of(request.mixture(), task.settings())));
        }
        var first = request.lanes().getFirst().settings();
        intervals = new TrainingIntervals(first.steps());
        double high = first.levels().max();
        double low = Math.min(Math.max(0.1, first.levels().min()), 0.5 * high);
        levels = IntStream.range(0, LEVELS)
                .mapToObj(i -> NoiseLevel.plain(low * Math.pow(high / low, i / (LEVELS - 1.0))))
                .toList();
        snapshots = new StepCache<>(measured(), (_, interval) -> next(interval + 1));
    }

    private List<Optional<LossFloor>> floors(List<TrainingTask> of) {
        return of.stream().map(task -> LossFloor.of(task, exact)).toList();
    }

    /** A session's training with smaller batches and three narrow layers, fast enough for a live display. */
    public static TrainingSettings smaller(TrainingSettings standard, long steps, int width) {
        return new TrainingSettings(
                standard.scalars()
                        .with(TrainingParameters.STEPS, steps)
                        .with(TrainingParameters.BATCH, Math.min(256, standard.batch())),
                List.of(width, width, width),
                standard.levels());
    }

    public Snapshot at(int interval) {
        return snapshots.at(interval);
    }

    /** The loss of the exact score, by lane; empty if it is not known. */
    public List<Optional<LossFloor>> floors() {
        return floors.of(tasks);
    }

    public TrainingIntervals intervals() {
        return intervals;
    }

    public List<NoiseLevel> levels() {
        return levels;
    }

    /** One worker per lane, lanes in parallel: the results do not depend on the number of cores. */
    private Snapshot next(int interval) {
        SpinPool.current().run(trainers.size(), lane -> intervals.train(trainers.get(lane), interval, 1));
        return measured();
    }

    private Snapshot measured() {
        var scores = new ArrayList<LearnedScore>();
        var stopped = new ArrayList<Integer>();
        var divergences = new ArrayList<List<Estimate>>();
        for (int lane = 0; lane < trainers.size(); lane++) {
            var state = trainers.get(lane).state();
            scores.add(state.score());
            if (state.status() == Status.DIVERGED) {
                stopped.add(lane);
            }
            var errors = new ScoreError(exact, SAMPLES, SEED).measure(state.score(), levels);
            divergences.add(errors.stream()
                    .map(one ->
                            one.fisher().times(one.level().sigma() * one.level().sigma()))
                    .toList());
        }
        return new Snapshot(
                scores, divergences, trainers.stream().map(Trainer::state).toList(), stopped);
    }
}
