package scorescope.core.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import scorescope.core.network.Activation;
import scorescope.core.network.NoiseEmbedding;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.Prediction;

/** Declarations of all scalar settings of training: the keys of a session's {@code training}, but hidden and levels. */
public final class TrainingParameters {
    public static final Parameter.Name OBJECTIVE =
            new Parameter.Name("objective", "L", "ncsn", ObjectiveCatalog.CATALOG.ids(), "What training makes small.");
    public static final Parameter.Name PREDICTION = new Parameter.Name(
            "prediction",
            "θ",
            Prediction.SCORE.id(),
            Prediction.ids(),
            "What the network's output means; it is converted to a score.");
    public static final Parameter.Name ACTIVATION = new Parameter.Name(
            "activation", "φ", Activation.SILU.id(), Activation.ids(), "The non-linearity between layers.");
    public static final Parameter.Whole EMBEDDING = new Parameter.Whole(
            "embedding", "m", 32, 1, 1024, "Width of the two layers that read the noise level log σ.");
    public static final Parameter.Whole BATCH = new Parameter.Whole("batch", "B", 512, 1, 65_536, "Samples a step.");
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "N", 10_000, 1, 10_000_000, "Optimizer steps of a whole run.");
    public static final Parameter.Real LEARNING_RATE = new Parameter.Real(
            "learningRate", "η", "", 1e-3, 1e-8, 1, true, "Step size of the optimizer at the start.");
    /** Cosine by default: at a constant rate the last steps' noise stays in the weights, and small levels miss. */
    public static final Parameter.Name SCHEDULE = new Parameter.Name(
            "schedule",
            "η(n)",
            LearningRate.COSINE,
            LearningRate.SCHEDULES,
            "How the learning rate goes over the run: constant, or along half a cosine down to 1e-5.");

    public static final Parameter.Real CLIP_NORM = new Parameter.Real(
            "clipNorm", "‖g‖", "", 1, 1e-6, 1e9, true, "Longer gradients are shortened to this length.");
    public static final String ADAM = "adam";
    public static final String ADAM_W = "adamw";
    public static final String SGD = "sgd";
    public static final Parameter.Name OPTIMIZER = new Parameter.Name(
            "optimizer", "", ADAM, List.of(ADAM, ADAM_W, SGD), "The rule that turns gradients into steps.");
    public static final Parameter.Real WEIGHT_DECAY = new Parameter.Real(
            "weightDecay",
            "d",
            "",
            0.01,
            0,
            1,
            true,
            "AdamW alone: the part ηd of all weights that a step takes away.");
    public static final Parameter.Real MOMENTUM = new Parameter.Real(
            "momentum", "μ", "", 0.9, 0, 0.999, false, "SGD alone: how much of the last step goes into the next.");
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
    public static final String AT_LEVELS = "levels";
    public static final String CONTINUOUS = "continuous";
    public static final Parameter.Name NOISE = new Parameter.Name(
            "noise",
            "t",
            AT_LEVELS,
            List.of(AT_LEVELS, CONTINUOUS),
            "Noise of the samples: plain noise at geometric levels, or the process in continuous time.");
    public static final String VECTOR = "vector";
    public static final String ENERGY = "energy";
    public static final Parameter.Name OUTPUT = new Parameter.Name(
            "output",
            "",
            VECTOR,
            List.of(VECTOR, ENERGY),
            "What the network gives: a vector, or an energy whose negative slope it is, free of curl.");
    public static final Parameter.Name NOISE_EMBEDDING = new Parameter.Name(
            "noiseEmbedding",
            "",
            NoiseEmbedding.LOG_SIGMA.id(),
            NoiseEmbedding.ids(),
            "How the noise level enters: log σ through a layer, or Fourier features of it.");
    public static final String NO_PRECONDITIONING = "none";
    public static final String EDM = "edm";
    public static final Parameter.Name PRECONDITIONING = new Parameter.Name(
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

    /** All of them, in the order to show; the objectives' own (such as weighting) after the common ones. */
    public static final List<Parameter<?>> ALL = all();

    private TrainingParameters() {}

    /** Those of {@link #ALL} that matter under the values given: no other objective's own, no other optimizer's. */
    public static List<Parameter<?>> relevant(Parameters given) {
        var own = ObjectiveCatalog.CATALOG
                .kind(given.get(OBJECTIVE), "training.objective")
                .parameters();
        var others = new ArrayList<Parameter<?>>();
        for (var kind : ObjectiveCatalog.CATALOG.kinds()) {
            kind.parameters().stream()
                    .filter(parameter -> !own.contains(parameter))
                    .forEach(others::add);
        }
        boolean edm = given.get(PRECONDITIONING).equals(EDM);
        others.add(edm ? PREDICTION : SIGMA_DATA);
        if (!given.get(OPTIMIZER).equals(ADAM_W)) {
            others.add(WEIGHT_DECAY);
        }
        if (!given.get(OPTIMIZER).equals(SGD)) {
            others.add(MOMENTUM);
        }
        return ALL.stream().filter(parameter -> !others.contains(parameter)).toList();
    }

    private static List<Parameter<?>> all() {
        var byKey = new LinkedHashMap<String, Parameter<?>>();
        for (var parameter : List.<Parameter<?>>of(
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
                WEIGHT_DECAY,
                MOMENTUM,
                EMA,
                SAMPLES,
                SEED)) {
            byKey.put(parameter.key(), parameter);
        }
        for (var kind : ObjectiveCatalog.CATALOG.kinds()) {
            kind.parameters().forEach(parameter -> byKey.putIfAbsent(parameter.key(), parameter));
        }
        return List.copyOf(byKey.values());
    }
}
