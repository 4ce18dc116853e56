package scorescope.core.score;

import java.util.Arrays;
import scorescope.core.network.Architecture;
import scorescope.core.network.FixedWeights;
import scorescope.core.network.Jet;
import scorescope.core.network.Mlp;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Workspace;
import scorescope.core.noise.NoiseProcess;

/**
 * A network interpreted as a score, in the coordinates of its domain's process. {@link #forward} computes scores and the
 * required parts of their Jacobian J; {@link #backward} computes the gradient of a loss with respect to the weights from
 * its derivatives with respect to these values. With o the network's output, or −∂E/∂(input) for an energy E:
 *
 * <ul>
 *   <li>s = gain·o(scale·x) + shift·x, gain and shift those of the prediction, scale 1 or EDM's c_in/α;
 *   <li>J d = gain·scale·∂o·d + shift·d.
 * </ul>
 *
 * <p>Holds its arrays, all for up to {@code capacity} samples, and allocates nothing later. For one thread at a time.
 */
public final class ScoreNetwork {
    private final Mlp network;
    private final Domain domain;
    private final NoiseProcess process;
    private final Derivatives derivatives;
    private final boolean energy;
    private final int axes;
    private final Workspace space;
    private final double[] scale;
    private final double[] gain;
    private final double[] shift;
    private final float[] points;
    private final float[] probes;
    private final ScoreValues values;
    private final ScoreValues adjoints;

    /** For {@link #forward} and {@link #backward}. */
    public static ScoreNetwork forTraining(
            Architecture architecture, Domain domain, int capacity, Derivatives derivatives) {
        var space = Workspace.forTraining(architecture, capacity, derivatives.jet(architecture.energy()));
        return new ScoreNetwork(architecture, domain, derivatives, space);
    }

    /** For {@link #forward} alone, which is faster where no part of the Jacobian is needed. */
    public static ScoreNetwork forValues(
            Architecture architecture, Domain domain, int capacity, Derivatives derivatives) {
        boolean values = derivatives.jet(architecture.energy()).equals(Jet.NONE);
        return values
                ? new ScoreNetwork(architecture, domain, derivatives, Workspace.forValues(architecture, capacity))
                : forTraining(architecture, domain, capacity, derivatives);
    }

    private ScoreNetwork(Architecture architecture, Domain domain, Derivatives derivatives, Workspace space) {
        network = new Mlp(architecture);
        this.domain = domain;
        process = domain.noiseProcess();
        this.derivatives = derivatives;
        energy = architecture.energy();
        axes = derivatives.axes(energy);
        this.space = space;
        int capacity = space.capacity();
        scale = new double[capacity];
        gain = new double[capacity];
        shift = new double[capacity];
        points = new float[2 * capacity];
        probes = new float[2 * capacity * derivatives.probes()];
        values = new ScoreValues(capacity, derivatives.probes());
        adjoints = new ScoreValues(capacity, derivatives.probes());
    }

    /** Whether it is a network of these. */
    boolean reads(Architecture architecture, Domain domain, Derivatives derivatives) {
        return network.architecture().equals(architecture)
                && this.domain.equals(domain)
                && this.derivatives.equals(derivatives);
    }

    public int capacity() {
        return space.capacity();
    }

    /** Input: the points x_t, x and y alternating. The array itself, not a copy. */
    public float[] points() {
        return points;
    }

    /**
     * Input: the directions of {@link Derivatives.Kind#PROBES}, x and y alternating, the K directions of a sample adjacent.
     * The array itself, not a copy.
     */
    public float[] probes() {
        return probes;
    }

    /** Output of {@link #forward}. */
    public ScoreValues values() {
        return values;
    }

    /** Input of {@link #backward}: the derivative of the loss with respect to each of {@link #values}. */
    public ScoreValues adjoints() {
        return adjoints;
    }

    /** Input: sample j is at time t of the process, where x_t = αx₀ + σε. */
    public void level(int j, double t, double alpha, double sigma) {
        space.condition()[j] = (float) Math.log(sigma / alpha);
        if (domain.sigmaData() > 0) {
            double ratio = sigma / alpha;
            double whole = Math.hypot(ratio, domain.sigmaData());
            scale[j] = 1 / (whole * alpha);
            gain[j] = domain.sigmaData() / (ratio * alpha * whole);
            shift[j] = -1 / (whole * whole * alpha * alpha);
        } else {
            scale[j] = 1;
            gain[j] = domain.prediction().gain(process, t, alpha, sigma);
            shift[j] = domain.prediction().shift(process, t, alpha, sigma);
        }
    }

    /** Input: the first n samples are all at time t of the process, where x_t = αx₀ + σε. */
    public void levelOfAll(int n, double t, double alpha, double sigma) {
        level(0, t, alpha, sigma);
        Arrays.fill(space.condition(), 0, n, space.condition()[0]);
        Arrays.fill(scale, 0, n, scale[0]);
        Arrays.fill(gain, 0, n, gain[0]);
        Arrays.fill(shift, 0, n, shift[0]);
    }

    /** Computes {@link #values} of the first n samples. */
    public void forward(WeightArray weights, int n) {
        prepare(n);
        network.forward(weights, space, n);
        read(n);
    }

    /** The same for fixed weights; faster where no part of the Jacobian is needed. */
    public void values(FixedWeights weights, int n) {
        prepare(n);
        network.values(weights, space, n);
        read(n);
    }

    private void prepare(int n) {
        for (int j = 0; j < n; j++) {
            space.points()[2 * j] = (float) (scale[j] * points[2 * j]);
            space.points()[2 * j + 1] = (float) (scale[j] * points[2 * j + 1]);
        }
        directions(n);
    }

    private void read(int n) {
        for (int j = 0; j < n; j++) {
            read(j, n);
        }
    }

    /**
     * Overwrites {@code gradient} with the gradient of the loss with respect to the weights. Call {@link #forward} with the
     * same weights and samples first.
     */
    public void backward(WeightArray weights, int n, WeightArray gradient) {
        for (int j = 0; j < n; j++) {
            pull(j, n);
        }
        network.backward(weights, space, n, gradient);
    }

    private void directions(int n) {
        float[] to = space.directions();
        for (int j = 0; axes > 0 && j < n; j++) {
            to[2 * j] = 1;
            to[2 * j + 1] = 0;
            to[2 * (n + j)] = 0;
            to[2 * (n + j) + 1] = 1;
        }
        int count = derivatives.probes();
        for (int k = 0; k < count; k++) {
            for (int j = 0; j < n; j++) {
                int at = 2 * ((axes + k) * n + j);
                to[at] = probes[2 * (j * count + k)];
                to[at + 1] = probes[2 * (j * count + k) + 1];
            }
        }
    }

    private void read(int j, int n) {
        float[] out = space.output();
        double x = points[2 * j];
        double y = points[2 * j + 1];
        if (energy) {
            values.energy[j] = gain[j] / scale[j] * out[j] - 0.5 * shift[j] * (x * x + y * y);
            values.score[2 * j] = -gain[j] * out[n + j] + shift[j] * x;
            values.score[2 * j + 1] = -gain[j] * out[2 * n + j] + shift[j] * y;
        } else {
            values.score[2 * j] = gain[j] * out[2 * j] + shift[j] * x;
            values.score[2 * j + 1] = gain[j] * out[2 * j + 1] + shift[j] * y;
        }
        double jacobianScale = gain[j] * scale[j];
        switch (derivatives.kind()) {
            case NONE -> {}
            case TRACE, JACOBIAN -> jacobian(j, n, jacobianScale, out);
            case PROBES -> {
                for (int k = 0; k < derivatives.probes(); k++) {
                    quadratic(j, k, n, jacobianScale, out);
                }
            }
        }
    }

    private void jacobian(int j, int n, double jacobianScale, float[] out) {
        double[] jacobian = values.jacobian;
        if (energy) {
            boolean whole = derivatives.kind() == Derivatives.Kind.JACOBIAN;
            jacobian[4 * j] = -jacobianScale * out[3 * n + j] + shift[j];
            jacobian[4 * j + 3] = -jacobianScale * out[4 * n + j] + shift[j];
            jacobian[4 * j + 1] = whole ? -jacobianScale * out[5 * n + j] : 0;
            jacobian[4 * j + 2] = jacobian[4 * j + 1];
        } else {
            jacobian[4 * j] = jacobianScale * out[2 * (n + j)] + shift[j];
            jacobian[4 * j + 2] = jacobianScale * out[2 * (n + j) + 1];
            jacobian[4 * j + 1] = jacobianScale * out[2 * (2 * n + j)];
            jacobian[4 * j + 3] = jacobianScale * out[2 * (2 * n + j) + 1] + shift[j];
        }
    }

    private void quadratic(int j, int k, int n, double jacobianScale, float[] out) {
        int count = derivatives.probes();
        double vx = probes[2 * (j * count + k)];
        double vy = probes[2 * (j * count + k) + 1];
        int block = (1 + k) * n + j;
        double along = energy ? -out[(1 + axes + count + k) * n + j] : vx * out[2 * block] + vy * out[2 * block + 1];
        values.quadratic[j * count + k] = jacobianScale * along + shift[j] * (vx * vx + vy * vy);
    }

    private void pull(int j, int n) {
        float[] out = space.outputGradient();
        double gradientX = gain[j] * adjoints.score[2 * j];
        double gradientY = gain[j] * adjoints.score[2 * j + 1];
        if (energy) {
            out[j] = (float) (gain[j] / scale[j] * adjoints.energy[j]);
            out[n + j] = (float) -gradientX;
            out[2 * n + j] = (float) -gradientY;
        } else {
            out[2 * j] = (float) gradientX;
            out[2 * j + 1] = (float) gradientY;
        }
        double jacobianScale = gain[j] * scale[j];
        switch (derivatives.kind()) {
            case NONE -> {}
            case TRACE, JACOBIAN -> addJacobianAdjoint(j, n, jacobianScale, out);
            case PROBES -> {
                for (int k = 0; k < derivatives.probes(); k++) {
                    addQuadraticAdjoint(j, k, n, jacobianScale, out);
                }
            }
        }
    }

    private void addJacobianAdjoint(int j, int n, double jacobianScale, float[] out) {
        double[] adjoint = adjoints.jacobian;
        if (energy) {
            out[3 * n + j] = (float) (-jacobianScale * adjoint[4 * j]);
            out[4 * n + j] = (float) (-jacobianScale * adjoint[4 * j + 3]);
            if (derivatives.kind() == Derivatives.Kind.JACOBIAN) {
                out[5 * n + j] = (float) (-jacobianScale * (adjoint[4 * j + 1] + adjoint[4 * j + 2]));
            }
        } else {
            out[2 * (n + j)] = (float) (jacobianScale * adjoint[4 * j]);
            out[2 * (n + j) + 1] = (float) (jacobianScale * adjoint[4 * j + 2]);
            out[2 * (2 * n + j)] = (float) (jacobianScale * adjoint[4 * j + 1]);
            out[2 * (2 * n + j) + 1] = (float) (jacobianScale * adjoint[4 * j + 3]);
        }
    }

    private void addQuadraticAdjoint(int j, int k, int n, double jacobianScale, float[] out) {
        int count = derivatives.probes();
        double along = jacobianScale * adjoints.quadratic[j * count + k];
        int block = (1 + axes + k) * n + j;
        if (energy) {
            out[block] = 0;
            out[(1 + axes + count + k) * n + j] = (float) -along;
        } else {
            out[2 * block] = (float) (along * probes[2 * (j * count + k)]);
            out[2 * block + 1] = (float) (along * probes[2 * (j * count + k) + 1]);
        }
    }
}
