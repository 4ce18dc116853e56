package scorescope.core.objective;

import scorescope.core.network.Mlp;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Workspace;
import scorescope.core.score.Domain;

/** What training makes small. Knows no optimizer and holds no state, so several threads may use it. */
public interface Objective {
    /**
     * The loss of a batch and its gradient by the weights: sums over the shard's samples divided by
     * {@link Batch#total()}, so that shards add up to the mean over the batch.
     *
     * @param weights not modified
     * @param batch not modified
     * @param space overwritten
     * @param gradient overwritten
     * @return the loss; NaN or infinite if training has diverged
     */
    double lossAndGradient(Mlp network, WeightArray weights, Batch batch, Workspace space, WeightArray gradient);

    /** An objective before it is known at which levels and on which prediction it will work. */
    @FunctionalInterface
    interface Family {
        Objective over(Domain domain);
    }
}
