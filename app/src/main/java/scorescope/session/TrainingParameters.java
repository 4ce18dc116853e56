package scorescope.session;

import java.util.List;
import scorescope.core.network.Activation;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Parameter;
import scorescope.core.score.Prediction;

/** The scalar keys of {@code training}, until the trainer brings its own declaration. */
final class TrainingParameters {
    static final List<Parameter<?>> ALL = List.of(
            new Parameter.Name("objective", "L", "ncsn", ObjectiveCatalog.CATALOG.ids(), "What training makes small."),
            new Parameter.Name("prediction", "θ", "score", Prediction.ids(), "What the network's output means."),
            new Parameter.Name("activation", "φ", "silu", Activation.ids(), "The non-linearity between layers."),
            new Parameter.Whole("embedding", "m", 32, 1, 1024, "Width of the layers that read the noise level."),
            new Parameter.Whole("batch", "B", 512, 1, 65_536, "Samples a step."),
            new Parameter.Whole("steps", "N", 10_000, 1, 10_000_000, "Optimizer steps of a whole run."),
            new Parameter.Real("learningRate", "η", "", 1e-3, 1e-8, 1, true, "Step size of the optimizer."),
            new Parameter.Real("clipNorm", "‖g‖", "", 1, 1e-6, 1e9, true, "Longer gradients are shortened to this."),
            new Parameter.Whole("samples", "n", 60_000, 1, 10_000_000, "Clean points to learn from."),
            new Parameter.Whole("seed", "", 1, 0, Long.MAX_VALUE >> 11, "Seed of weights, batches and noise."));

    private TrainingParameters() {}
}
