package scorescope.core.training;

import java.util.LinkedHashMap;
import java.util.List;
import scorescope.core.network.Activation;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Parameter;
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
    public static final Parameter.Name OPTIMIZER =
            new Parameter.Name("optimizer", "", "adam", List.of("adam"), "The rule that turns gradients into steps.");
    public static final Parameter.Whole SAMPLES = new Parameter.Whole(
            "samples", "n", 60_000, 1, 10_000_000, "Clean points drawn from the density to learn from.");
    public static final Parameter.Whole SEED = new Parameter.Whole(
            "seed", "", 1, 0, Long.MAX_VALUE >> 11, "Seed of the initial weights, of the batches and of their noise.");

    /** All of them, in the order to show; the objectives' own (such as weighting) after the common ones. */
    public static final List<Parameter<?>> ALL = all();

    private TrainingParameters() {}

    private static List<Parameter<?>> all() {
        var byKey = new LinkedHashMap<String, Parameter<?>>();
        for (var parameter : List.<Parameter<?>>of(
                OBJECTIVE,
                PREDICTION,
                ACTIVATION,
                EMBEDDING,
                BATCH,
                STEPS,
                LEARNING_RATE,
                SCHEDULE,
                CLIP_NORM,
                OPTIMIZER,
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
