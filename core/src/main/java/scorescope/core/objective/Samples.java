package scorescope.core.objective;

import scorescope.core.network.Architecture;
import scorescope.core.network.WeightArray;
import scorescope.core.score.Domain;
import scorescope.core.score.ScoreNetwork;

/**
 * A batch with the network's outputs, accessed one sample at a time, and the derivatives of the loss with respect to these
 * outputs, to which the {@code pull…} methods add. Allocates nothing after it is made. For one thread at a time.
 */
public final class Samples {
    private final Batch batch;
    private final ScoreNetwork network;
    private final int probes;
    private int j;

    public Samples(Architecture architecture, Domain domain, BatchRequirements requirements, int size, int total) {
        batch = new Batch(size, total, requirements.vectors());
        network = ScoreNetwork.forTraining(
                architecture, domain, Math.max(1, size * requirements.copies()), requirements.derivatives());
        probes = requirements.derivatives().probes();
    }

    public Batch batch() {
        return batch;
    }

    public ScoreNetwork network() {
        return network;
    }

    /** Evaluates the network at all samples. */
    public void forward(WeightArray weights) {
        System.arraycopy(batch.noisy(), 0, network.points(), 0, 2 * batch.size());
        System.arraycopy(batch.vectors(), 0, network.probes(), 0, 2 * probes * batch.size());
        for (int i = 0; i < batch.size(); i++) {
            network.level(i, batch.time()[i], batch.alpha()[i], batch.sigma()[i]);
        }
        network.forward(weights, batch.size());
    }

    /** Selects sample {@code index} and sets its derivatives to 0. */
    public void turnTo(int index) {
        j = index;
        var adjoints = network.adjoints();
        for (int i = 0; i < 2; i++) {
            adjoints.score()[2 * j + i] = 0;
        }
        for (int i = 0; i < 4; i++) {
            adjoints.jacobian()[4 * j + i] = 0;
        }
        for (int k = 0; k < probes; k++) {
            adjoints.quadratic()[probes * j + k] = 0;
        }
        adjoints.energy()[j] = 0;
    }

    public double time() {
        return batch.time()[j];
    }

    public double alpha() {
        return batch.alpha()[j];
    }

    public double sigma() {
        return batch.sigma()[j];
    }

    /** Coordinate i of ε. */
    public double noise(int i) {
        return batch.noise()[2 * j + i];
    }

    /** Coordinate i of x_t. */
    public double noisy(int i) {
        return batch.noisy()[2 * j + i];
    }

    /** s_i. */
    public double score(int i) {
        return network.values().score()[2 * j + i];
    }

    /** ∂s_i/∂x_k. */
    public double jacobian(int i, int k) {
        return network.values().jacobian()[4 * j + 2 * i + k];
    }

    /** tr J. */
    public double trace() {
        return jacobian(0, 0) + jacobian(1, 1);
    }

    /** Coordinate i of probe v_k. */
    public double probe(int k, int i) {
        return batch.vectors()[2 * (probes * j + k) + i];
    }

    /** vᵀJv of probe k. */
    public double quadratic(int k) {
        return network.values().quadratic()[probes * j + k];
    }

    /** Adds to the derivative of this sample's loss with respect to s_i. */
    public void addScoreAdjoint(int i, double derivative) {
        network.adjoints().score()[2 * j + i] += derivative / batch.total();
    }

    public void addJacobianAdjoint(int i, int k, double derivative) {
        network.adjoints().jacobian()[4 * j + 2 * i + k] += derivative / batch.total();
    }

    public void addTraceAdjoint(double derivative) {
        addJacobianAdjoint(0, 0, derivative);
        addJacobianAdjoint(1, 1, derivative);
    }

    public void addQuadraticAdjoint(int k, double derivative) {
        network.adjoints().quadratic()[probes * j + k] += derivative / batch.total();
    }
}
