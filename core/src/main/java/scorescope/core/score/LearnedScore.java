package scorescope.core.score;

import java.util.Optional;
import scorescope.core.network.FixedWeights;
import scorescope.core.network.Weights;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parallel.SpinPool;

/**
 * The score of a trained network. Under another process than the trained one it follows from the scaling identity
 * s_{α,σ}(x) = s_{1,σ/α}(x/α)/α; outside its {@link Domain} it is that of the nearest trained level (at σ = 0: of the
 * smallest).
 *
 * <p>The first call waits for the matrix library to load ({@link scorescope.core.tensor.Tensors}).
 */
public final class LearnedScore implements TrainedField, JacobianField {
    /** Points per pass: enough for efficient matrix products, few enough for the second-level cache. */
    private static final int CHUNK = 384;

    /** Enough for a score and a Jacobian on every core at once, and for scores of a few trainings in turn. */
    private static final ScoreNetworkPool NETWORKS =
            new ScoreNetworkPool(CHUNK, 4 + 2 * Runtime.getRuntime().availableProcessors());

    private final Weights weights;
    private final Domain domain;
    private final NoiseProcess process;
    private final FixedWeights fixed;

    public LearnedScore(Weights weights, Domain domain) {
        this.weights = weights;
        this.domain = domain;
        this.process = domain.noiseProcess();
        this.fixed = new FixedWeights(weights.thaw());
    }

    public Weights weights() {
        return weights;
    }

    @Override
    public EvaluationCost cost() {
        return EvaluationCost.ofNetwork(weights.architecture());
    }

    @Override
    public Domain domain() {
        return domain;
    }

    /** Outside the trained levels the score is that of the nearest one. */
    @Override
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
        // Large calls use all cores, since a viewer waits for the result.
        SpinPool.current().run(chunks, k -> {
            int start = from + k * CHUNK;
            chunk(x, y, start, Math.min(start + CHUNK, to), level, outX, outY);
        });
    }

    private void chunk(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        var network = borrow(Derivatives.NONE);
        double lens = predict(network, x, y, from, to - from, level);
        double[] score = network.values().score();
        for (int i = from; i < to; i++) {
            outX[i] = lens * score[2 * (i - from)];
            outY[i] = lens * score[2 * (i - from) + 1];
        }
        NETWORKS.giveBack(network);
    }

    /** The exact Jacobian of the network's score with respect to the points; symmetric only for an energy. */
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
        var network = borrow(Derivatives.JACOBIAN);
        double[] jacobian = network.values().jacobian();
        for (int start = from; start < to; start += CHUNK) {
            int n = Math.min(CHUNK, to - start);
            double lens = predict(network, x, y, start, n, level);
            for (int j = 0; j < n; j++) {
                xx[start + j] = lens * lens * jacobian[4 * j];
                xy[start + j] = lens * lens * jacobian[4 * j + 1];
                yx[start + j] = lens * lens * jacobian[4 * j + 2];
                yy[start + j] = lens * lens * jacobian[4 * j + 3];
            }
        }
        NETWORKS.giveBack(network);
    }

    /** −E of an energy network; empty for a network whose output is a vector. */
    @Override
    public Optional<UnnormalisedDensity> unnormalised() {
        return weights.architecture().energy() ? Optional.of(this::minusEnergy) : Optional.empty();
    }

    private void minusEnergy(double[] x, double[] y, int from, int to, NoiseLevel level, double[] out) {
        var network = borrow(Derivatives.NONE);
        double[] energy = network.values().energy();
        for (int start = from; start < to; start += CHUNK) {
            int n = Math.min(CHUNK, to - start);
            // The change of coordinates multiplies the density by a constant factor.
            predict(network, x, y, start, n, level);
            for (int j = 0; j < n; j++) {
                out[start + j] = -energy[j];
            }
        }
        NETWORKS.giveBack(network);
    }

    private ScoreNetwork borrow(Derivatives derivatives) {
        return NETWORKS.borrow(weights.architecture(), domain, derivatives);
    }

    /**
     * Evaluates the network at the n points from {@code start} on, in the coordinates of its own process at the same σ/α.
     *
     * @return α of the network's own process divided by α of {@code level}: the factor that converts the network's scores
     *     to those at {@code level}
     */
    private double predict(ScoreNetwork network, double[] x, double[] y, int start, int n, NoiseLevel level) {
        double ratio = domain.clamped(level);
        double t = process.timeAtRatio(ratio, process.tMin(), process.tMax());
        double alpha = process.alpha(t);
        double lens = alpha / level.alpha();
        network.levelOfAll(n, t, alpha, ratio * alpha);
        for (int j = 0; j < n; j++) {
            network.points()[2 * j] = (float) (lens * x[start + j]);
            network.points()[2 * j + 1] = (float) (lens * y[start + j]);
        }
        network.values(fixed, n);
        return lens;
    }
}
