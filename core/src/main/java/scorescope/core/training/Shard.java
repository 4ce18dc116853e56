package scorescope.core.training;

import scorescope.core.network.Mlp;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Workspace;
import scorescope.core.objective.Batch;
import scorescope.core.objective.Objective;

/** A fixed part of every batch, with all arrays it needs: what one worker computes at a time. */
final class Shard {
    private final BatchSource source;
    private final Objective objective;
    private final Mlp network;
    private final WeightArray weights;
    private final int first;
    private final Batch batch;
    private final Workspace space;
    private final WeightArray gradient;
    private double loss;

    Shard(BatchSource source, Objective objective, WeightArray weights, int first, int size, int total) {
        this.source = source;
        this.objective = objective;
        this.network = new Mlp(weights.architecture());
        this.weights = weights;
        this.first = first;
        this.batch = new Batch(size, total);
        this.space = new Workspace(weights.architecture(), Math.max(1, size));
        this.gradient = new WeightArray(weights.architecture());
    }

    void compute(long step) {
        source.draw(step, first, batch);
        loss = objective.lossAndGradient(network, weights, batch, space, gradient);
    }

    double loss() {
        return loss;
    }

    float[] gradient() {
        return gradient.values();
    }
}
