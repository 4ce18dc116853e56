package scorescope.core.score;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
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
public final class LearnedScore implements ScoreField, JacobianField {
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
        int chunks = (to - from + CHUNK - 1) / CHUNK;
        if (chunks < 2) {
            chunk(x, y, from, to, level, outX, outY);
            return;
        }
        // Whoever looks at a learned field waits for it: two cores share its arrows.
        IntStream.range(0, chunks).parallel().forEach(k -> {
            int start = from + k * CHUNK;
            chunk(x, y, start, Math.min(start + CHUNK, to), level, outX, outY);
        });
    }

    private void chunk(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        var space = borrow();
        double alpha = level.alpha();
        double sigma = domain.clamped(level);
        var prediction = domain.prediction();
        float[] out = space.output();
        predict(space, x, y, from, to - from, level);
        for (int i = from; i < to; i++) {
            int j = i - from;
            outX[i] = prediction.toScore(out[2 * j], x[i] / alpha, 1, sigma) / alpha;
            outY[i] = prediction.toScore(out[2 * j + 1], y[i] / alpha, 1, sigma) / alpha;
        }
        spaces.addFirst(space);
    }

    /**
     * The exact derivatives of the network by its points, through the prediction's affine map v ↦ a v + b x to the
     * score: J = (a ∂v/∂x + b I)/α². Not symmetric in general.
     */
    @Override
    public void jacobian(
            double[] x,
            double[] y,
            int from,
            int to,
            NoiseLevel level,
            double[] xx,
            double[] xy,
            double[] yx,
            double[] yy) {
        var space = borrow();
        double sigma = domain.clamped(level);
        var prediction = domain.prediction();
        double origin = prediction.toScore(0, 0, 1, sigma);
        double lens = 1 / (level.alpha() * level.alpha());
        double a = lens * (prediction.toScore(1, 0, 1, sigma) - origin);
        double b = lens * (prediction.toScore(0, 1, 1, sigma) - origin);
        float[] byX = new float[2 * CHUNK];
        float[] byY = new float[2 * CHUNK];
        for (int start = from; start < to; start += CHUNK) {
            int n = Math.min(CHUNK, to - start);
            predict(space, x, y, start, n, level);
            network.tangent(values, space, n, 0, byX);
            network.tangent(values, space, n, 1, byY);
            for (int j = 0; j < n; j++) {
                xx[start + j] = a * byX[2 * j] + b;
                yx[start + j] = a * byX[2 * j + 1];
                xy[start + j] = a * byY[2 * j];
                yy[start + j] = a * byY[2 * j + 1] + b;
            }
        }
        spaces.addFirst(space);
    }

    private Workspace borrow() {
        var pooled = spaces.pollFirst();
        return pooled == null ? new Workspace(weights.architecture(), CHUNK) : pooled;
    }

    /** Leaves in {@code space} what the network says of the n points from {@code start} on. */
    private void predict(Workspace space, double[] x, double[] y, int start, int n, NoiseLevel level) {
        double alpha = level.alpha();
        Arrays.fill(space.condition(), 0, n, (float) Math.log(domain.clamped(level)));
        for (int j = 0; j < n; j++) {
            space.points()[2 * j] = (float) (x[start + j] / alpha);
            space.points()[2 * j + 1] = (float) (y[start + j] / alpha);
        }
        network.forward(values, space, n);
    }
}
