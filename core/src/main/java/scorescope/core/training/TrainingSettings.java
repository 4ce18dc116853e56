package scorescope.core.training;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.network.Architecture;
import scorescope.core.objective.Denoising;
import scorescope.core.objective.Objective;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.Prediction;

/**
 * All settings of a training run except its data. Scalar settings are declared in {@link TrainingParameters}, so that
 * controls, JSON and the command line are made from one declaration.
 *
 * @param scalars objective, prediction, activation, embedding, batch, steps, learningRate, … by declared key. A key without
 *     an id, such as {@code weighting}, applies to all objectives, optimizers and schedules that declare it
 * @param hidden widths of the hidden layers
 * @param levels noise levels of discrete training
 */
public record TrainingSettings(Parameters scalars, List<Integer> hidden, Levels levels) {
    private static final TrainingSettings DEFAULTS =
            new TrainingSettings(Parameters.NONE, List.of(256, 256, 256), new Levels(12, 10, 0.01));

    private static final int MOST_LEVELS = 10_000;
    /** Largest width of a hidden layer. */
    public static final int WIDEST = 8192;
    /** Most hidden layers. */
    public static final int DEEPEST = 64;

    public TrainingSettings {
        scalars = TrainingParameters.withOwnKeys(scalars);
        hidden = List.copyOf(hidden);
    }

    /** {@code count} geometric levels from {@code max} down to {@code min}. */
    public record Levels(int count, double max, double min) {}

    /** The settings of the reference run. */
    public static TrainingSettings defaults() {
        return DEFAULTS;
    }

    /**
     * These settings with every value checked.
     *
     * @param place where the values were read, such as {@code training}; for messages
     * @throws BadInputException naming key and remedy
     */
    public TrainingSettings checked(String place) {
        if (hidden.isEmpty() || hidden.size() > DEEPEST || hidden.stream().anyMatch(w -> w < 1 || w > WIDEST)) {
            throw BadInputException.of(place + ".hidden", "core.training-settings.hidden", hidden, DEEPEST, WIDEST);
        }
        if (levels.count() < 1 || levels.count() > MOST_LEVELS) {
            throw BadInputException.of(
                    place + ".levels.count", "core.training-settings.level-count", levels.count(), MOST_LEVELS);
        }
        if (!(levels.min() > 0) || !(levels.max() >= levels.min()) || !Double.isFinite(levels.max())) {
            throw BadInputException.of(
                    place + ".levels", "core.training-settings.level-range", levels.max(), levels.min());
        }
        return new TrainingSettings(scalars.checked(TrainingParameters.ALL, place), hidden, levels);
    }

    public Architecture architecture() {
        var architecture = Architecture.plane(
                        hidden,
                        scalars.get(TrainingParameters.ACTIVATION),
                        Math.toIntExact(scalars.get(TrainingParameters.EMBEDDING)))
                .with(scalars.get(TrainingParameters.NOISE_EMBEDDING));
        boolean energy = scalars.get(TrainingParameters.OUTPUT).equals(TrainingParameters.ENERGY);
        return energy || family().energy() ? architecture.asEnergy() : architecture;
    }

    public Prediction prediction() {
        return scalars.get(TrainingParameters.PREDICTION);
    }

    /** The objective with its own parameters. */
    public Objective.Family family() {
        return made(scalars.get(TrainingParameters.OBJECTIVE));
    }

    /** The optimizer's rule with its own parameters. */
    Optimizer.Family optimizer() {
        return made(scalars.get(TrainingParameters.OPTIMIZER));
    }

    private <T> T made(Kind<T> kind) {
        return kind.create().apply(own(kind).checked(kind.parameters(), "training." + kind.id()));
    }

    /** The values of the parameters of one objective, optimizer or schedule, by their keys without its id. */
    private Parameters own(Kind<?> kind) {
        var own = Parameters.NONE;
        for (var parameter : kind.parameters()) {
            var declared = parameter.under(kind.id());
            if (scalars.has(declared)) {
                own = own.with(parameter, scalars.given().get(declared.key()));
            }
        }
        return own;
    }

    /** The levels of training with plain noise: those given, or the single level of an objective at one level. */
    public Levels trainedLevels() {
        if (scalars.get(TrainingParameters.OBJECTIVE).equals(Denoising.KIND) && levels.count() > 1) {
            double sigma = own(Denoising.KIND).get(Denoising.SIGMA);
            return new Levels(1, sigma, sigma);
        }
        return levels;
    }

    /** The moving average's decay; 0 for none. */
    public double ema() {
        return scalars.get(TrainingParameters.EMA);
    }

    public LearningRate learningRate() {
        return new LearningRate(
                made(scalars.get(TrainingParameters.SCHEDULE)),
                scalars.get(TrainingParameters.LEARNING_RATE),
                steps(),
                scalars.get(TrainingParameters.WARMUP));
    }

    public int batch() {
        return Math.toIntExact(scalars.get(TrainingParameters.BATCH));
    }

    public long steps() {
        return scalars.get(TrainingParameters.STEPS);
    }

    public double clipNorm() {
        return scalars.get(TrainingParameters.CLIP_NORM);
    }

    /** The number of clean points to draw. */
    public int samples() {
        return Math.toIntExact(scalars.get(TrainingParameters.SAMPLES));
    }

    public long seed() {
        return scalars.get(TrainingParameters.SEED);
    }
}
