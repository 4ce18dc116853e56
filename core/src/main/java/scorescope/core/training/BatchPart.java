package scorescope.core.training;

import scorescope.core.network.WeightArray;
import scorescope.core.objective.Batch;
import scorescope.core.objective.Objective;
import scorescope.core.objective.Samples;
import scorescope.core.score.Domain;

/** A fixed part of every batch with its arrays, evaluated by one worker. */
final class BatchPart {
    private final BatchSource source;
    private final Objective objective;
    private final WeightArray weights;
    private final int first;
    private final Samples samples;
    private final WeightArray gradient;
    private double loss;

    /**
     * @param first index of its first sample in the whole batch of {@code total}
     * @param size its number of samples
     */
    BatchPart(
            BatchSource source,
            Objective objective,
            Domain domain,
            WeightArray weights,
            int first,
            int size,
            int total) {
        this.source = source;
        this.objective = objective;
        this.weights = weights;
        this.first = first;
        this.samples = new Samples(weights.architecture(), domain, objective.requirements(), size, total);
        this.gradient = new WeightArray(weights.architecture());
    }

    void compute(long step) {
        source.draw(step, first, samples.batch());
        loss = objective.lossAndGradient(samples, weights, gradient);
    }

    double loss() {
        return loss;
    }

    Batch batch() {
        return samples.batch();
    }

    float[] gradient() {
        return gradient.values();
    }
}
