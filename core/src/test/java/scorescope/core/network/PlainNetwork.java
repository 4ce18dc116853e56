package scorescope.core.network;

/** A network by its equations, in double precision, one point at a time; tests compare the engine with it. */
public final class PlainNetwork {
    private final Architecture architecture;

    public PlainNetwork(Architecture architecture) {
        this.architecture = architecture;
    }

    /** @param weights in the layout of {@link Architecture#tensors()} */
    public HyperDual[] at(double[] weights, double condition, HyperDual x, HyperDual y) {
        var tensors = architecture.tensors();
        var h = new HyperDual[] {HyperDual.of(condition)};
        int layers = tensors.size() / 2;
        for (int l = 0; l < layers; l++) {
            var matrix = tensors.get(2 * l);
            int rows = matrix.shape().get(0);
            int columns = matrix.shape().get(1);
            var next = new HyperDual[rows];
            for (int i = 0; i < rows; i++) {
                next[i] = HyperDual.of(weights[tensors.get(2 * l + 1).offset() + i]);
                for (int k = 0; k < columns; k++) {
                    next[i] = next[i].plus(h[k].times(weights[matrix.offset() + i * columns + k]));
                }
                if (l < layers - 1) {
                    boolean fourier = l == 0 && architecture.noiseEmbedding() == NoiseEmbedding.FOURIER;
                    next[i] = next[i].through(fourier ? Activation.SINE : architecture.activation());
                }
            }
            h = next;
            if (l == 1) {
                var joint = new HyperDual[2 + h.length];
                joint[0] = x;
                joint[1] = y;
                System.arraycopy(h, 0, joint, 2, h.length);
                h = joint;
            }
        }
        return h;
    }
}
