package scorescope.core.training;

import java.util.List;
import scorescope.core.parameter.Parameters;

/**
 * All that decides a training run but its data. Scalar settings are declared in {@link TrainingParameters}, so
 * that controls, JSON and the command line are made from one declaration.
 *
 * @param scalars objective, prediction, activation, embedding, batch, steps, learningRate, … by declared key
 * @param hidden widths of the hidden layers
 * @param levels noise levels of discrete training
 */
public record TrainingSettings(Parameters scalars, List<Integer> hidden, Levels levels) {
    public TrainingSettings {
        hidden = List.copyOf(hidden);
    }

    /** {@code count} geometric levels from {@code max} down to {@code min}. */
    public record Levels(int count, double max, double min) {}
}
