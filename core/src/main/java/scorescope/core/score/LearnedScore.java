package scorescope.core.score;

import java.util.concurrent.ConcurrentLinkedDeque;
import scorescope.core.network.Mlp;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Weights;
import scorescope.core.network.Workspace;
import scorescope.core.noise.NoiseLevel;

/**
 * The score that a network has learned. Under any process it is seen through the scaling identity
 * s_{α,σ}(x) = s_{1,σ/α}(x/α)/α; outside its {@link Domain} it is that of the nearest trained level (at σ = 0: of the
 * smallest).
 *
 * <p>The first call waits for the matrix library to load ({@link scorescope.core.tensor.Tensors}).
 */
public final class LearnedScore implements ScoreField {
    /** Points a pass: enough for good matrix products, few enough for the second-level cache. */
    private static final int CHUNK = 192;

    private final Weights weights;
    private final Domain domain;
    private final Mlp network;
    private final WeightArray values;
    private final ConcurrentLinkedDeque<Workspace> spaces = new ConcurrentLinkedDeque<>();

    public LearnedScore(Weights weights, Domain domain) {
        this.weights = weights;
        this.domain = domain;
        this.network = new Mlp(weights.architecture());
        this.values = weights.thaw();
    }

    public Weights weights() {
        return weights;
    }

    public Domain domain() {
        return domain;
    }

    /** Whether the score shown at this level is borrowed from the nearest trained one. */
    public boolean extrapolating(NoiseLevel level) {
        return domain.extrapolating(level);
    }

    @Override
    public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        var pooled = spaces.pollFirst();
        var space = pooled == null ? new Workspace(weights.architecture(), CHUNK) : pooled;
        for (int start = from; start < to; start += CHUNK) {
            chunk(space, x, y, start, Math.min(start + CHUNK, to), level, outX, outY);
        }
        spaces.addFirst(space);
    }

    private void chunk(
            Workspace space, double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        double alpha = level.alpha();
        double sigma = domain.clamped(level);
        int n = to - from;
        java.util.Arrays.fill(space.condition(), 0, n, (float) Math.log(sigma));
        for (int j = 0; j < n; j++) {
            space.points()[2 * j] = (float) (x[from + j] / alpha);
            space.points()[2 * j + 1] = (float) (y[from + j] / alpha);
        }
        network.forward(values, space, n);
        var prediction = domain.prediction();
        float[] out = space.output();
        for (int j = 0; j < n; j++) {
            outX[from + j] = prediction.toScore(out[2 * j], x[from + j] / alpha, 1, sigma) / alpha;
            outY[from + j] = prediction.toScore(out[2 * j + 1], y[from + j] / alpha, 1, sigma) / alpha;
        }
    }
}
