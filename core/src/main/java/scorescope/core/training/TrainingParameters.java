package scorescope.core.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import scorescope.core.network.Activation;
import scorescope.core.network.NoiseEmbedding;
import scorescope.core.objective.Ncsn;
import scorescope.core.objective.Objective;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.Prediction;

/**
 * Declarations of all scalar settings of training: the keys of a session's {@code training}, but hidden and levels. The key
 * of a parameter of one objective, optimizer or schedule begins with its id, as in {@code sliced.probes}, so that names
 * need not be unique.
 */
public final class TrainingParameters {
    public static final Parameter.OneOf<Kind<Objective.Family>> OBJECTIVE =
            ObjectiveCatalog.CATALOG.oneOf("objective", "L", Ncsn.KIND, "What training makes small.");
    public static final Parameter.OneOf<Prediction> PREDICTION = Parameter.OneOf.of(
            "prediction", "θ", Prediction.SCORE, "What the network's output means; it is converted to a score.");
    public static final Parameter.OneOf<Activation> ACTIVATION =
            Parameter.OneOf.of("activation", "φ", Activation.SILU, "The non-linearity between layers.");
    public static final Parameter.Whole EMBEDDING = new Parameter.Whole(
            "embedding", "m", 32, 1, 1024, "Width of the two layers that read the noise level log σ.");
    public static final Parameter.Whole BATCH = new Parameter.Whole("batch", "B", 512, 1, 65_536, "Samples a step.");
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "N", 10_000, 1, 10_000_000, "Optimizer steps of a whole run.");
    public static final Parameter.Real LEARNING_RATE = new Parameter.Real(
            "learningRate", "η", "", 1e-3, 1e-8, 1, true, "Step size of the optimizer at the start.");
    /**
     * Cosine by default: at a constant rate the noise of the last steps stays in the weights, and scores at small levels
     * are inaccurate.
     */
    public static final Parameter.OneOf<Kind<LearningRate.Schedule>> SCHEDULE = ScheduleCatalog.CATALOG.oneOf(
            "schedule", "η(n)", CosineSchedule.KIND, "How the learning rate goes over the run.");

    public static final Parameter.Real CLIP_NORM = new Parameter.Real(
            "clipNorm", "‖g‖", "", 1, 1e-6, 1e9, true, "Longer gradients are shortened to this length.");
    public static final Parameter.OneOf<Kind<Optimizer.Family>> OPTIMIZER =
            OptimizerCatalog.CATALOG.oneOf("optimizer", "", Adam.KIND, "The rule that turns gradients into steps.");
    public static final Parameter.Whole WARMUP = new Parameter.Whole(
            "warmup", "", 0, 0, 1_000_000, "Steps over which the learning rate first rises from 0.");
    public static final Parameter.Real EMA = new Parameter.Real(
            "ema",
            "ρ",
            "",
            0,
            0,
            0.99999,
            false,
            "Keeps a moving average of the weights, w̄ ← ρw̄ + (1 − ρ)w, such as 0.999; 0 keeps none.");
    public static final Option AT_LEVELS =
            Option.of("levels", "At levels", "Plain noise at geometric levels; some objectives ask for a process.");
    public static final Option CONTINUOUS =
            Option.of("continuous", "Continuous", "Noise of the process at times drawn uniformly.");
    public static final Parameter.OneOf<Option> NOISE = new Parameter.OneOf<>(
            "noise",
            "t",
            AT_LEVELS,
            List.of(AT_LEVELS, CONTINUOUS),
            "Noise of the samples: plain noise at geometric levels, or the process in continuous time.");
    public static final Option VECTOR = Option.of("vector", "Vector", "Two outputs, the two coordinates.");
    public static final Option ENERGY =
            Option.of("energy", "Energy", "−∇E", "One output E; its negative slope is the vector, free of curl.");
    public static final Parameter.OneOf<Option> OUTPUT = new Parameter.OneOf<>(
            "output",
            "",
            VECTOR,
            List.of(VECTOR, ENERGY),
            "What the network gives: a vector, or an energy whose negative slope it is, free of curl.");
    public static final Parameter.OneOf<NoiseEmbedding> NOISE_EMBEDDING = Parameter.OneOf.of(
            "noiseEmbedding",
            "",
            NoiseEmbedding.LOG_SIGMA,
            "How the noise level enters: log σ through a layer, or Fourier features of it.");
    public static final Option NO_PRECONDITIONING =
            Option.of("none", "None", "The network reads x and gives the prediction.");
    public static final Option EDM = Option.of("edm", "EDM", "Inputs and outputs have unit size at every level.");
    public static final Parameter.OneOf<Option> PRECONDITIONING = new Parameter.OneOf<>(
            "preconditioning",
            "",
            NO_PRECONDITIONING,
            List.of(NO_PRECONDITIONING, EDM),
            "EDM scales inputs and outputs to unit size at every level; prediction then does not matter.");
    public static final Parameter.Real SIGMA_DATA = new Parameter.Real(
            "sigmaData",
            "σ_data",
            "data units",
            2,
            1e-3,
            1e3,
            true,
            "EDM's preconditioning alone: standard deviation of the clean data.");
    public static final Parameter.Whole SAMPLES = new Parameter.Whole(
            "samples", "n", 60_000, 1, 10_000_000, "Clean points drawn from the density to learn from.");
    public static final Parameter.Whole SEED = new Parameter.Whole(
            "seed", "", 1, 0, Long.MAX_VALUE >> 11, "Seed of the initial weights, of the batches and of their noise.");

    /** The parameters of every training, in the order of display. */
    public static final List<Parameter<?>> COMMON = List.of(
            OBJECTIVE,
            PREDICTION,
            NOISE,
            ACTIVATION,
            OUTPUT,
            EMBEDDING,
            NOISE_EMBEDDING,
            PRECONDITIONING,
            SIGMA_DATA,
            BATCH,
            STEPS,
            LEARNING_RATE,
            SCHEDULE,
            WARMUP,
            CLIP_NORM,
            OPTIMIZER,
            EMA,
            SAMPLES,
            SEED);

    /** The choices whose members have parameters of their own. */
    private static final List<Parameter.OneOf<? extends Kind<?>>> CHOICES = List.of(OBJECTIVE, OPTIMIZER, SCHEDULE);

    /** {@link #COMMON}, then the own parameters of all objectives, optimizers and schedules, each under its kind's id. */
    public static final List<Parameter<?>> ALL = Stream.concat(
                    COMMON.stream(), kinds().flatMap(kind -> own(kind).stream()))
            .toList();

    private TrainingParameters() {}

    /** The parameters of one objective, optimizer or schedule, as in {@link #ALL}: with its id in their keys. */
    public static List<Parameter<?>> own(Kind<?> kind) {
        return kind.parameters().stream()
                .<Parameter<?>>map(parameter -> parameter.under(kind.id()))
                .toList();
    }

    /** All kinds that may have parameters of their own: objectives, optimizers, schedules. */
    public static Stream<Kind<?>> kinds() {
        return CHOICES.stream().flatMap(choice -> choice.options().stream());
    }

    /** The kinds chosen by {@code given}: its objective, optimizer and schedule. */
    public static List<Kind<?>> chosen(Parameters given) {
        return List.of(given.get(OBJECTIVE), given.get(OPTIMIZER), given.get(SCHEDULE));
    }

    /**
     * The parameters of {@link #ALL} that have an effect under the given values: none of objectives, optimizers or
     * schedules that are not chosen.
     */
    public static List<Parameter<?>> relevant(Parameters given) {
        boolean edm = given.get(PRECONDITIONING).equals(EDM);
        return Stream.concat(
                        COMMON.stream().filter(parameter -> !parameter.equals(edm ? PREDICTION : SIGMA_DATA)),
                        chosen(given).stream().flatMap(kind -> own(kind).stream()))
                .toList();
    }

    /**
     * Converts values of an earlier version: a key without an id, such as {@code weighting} or {@code momentum}, was shared
     * by all kinds that declare it, so each of them gets its value.
     */
    static Parameters withOwnKeys(Parameters values) {
        var shared = new LinkedHashMap<>(values.given());
        COMMON.forEach(parameter -> shared.remove(parameter.key()));
        var all = new LinkedHashMap<>(values.given());
        kinds().forEach(kind -> kind.parameters().stream()
                .filter(parameter -> shared.containsKey(parameter.key()))
                .forEach(parameter -> {
                    all.put(parameter.under(kind.id()).key(), shared.get(parameter.key()));
                    all.remove(parameter.key());
                }));
        return new Parameters(all);
    }
}
