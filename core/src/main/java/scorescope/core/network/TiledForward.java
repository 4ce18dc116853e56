package scorescope.core.network;

import java.util.List;
import scorescope.core.tensor.PanelLayer;

/** Evaluates {@link PanelLayer}s on the samples of a {@link Workspace}, a few panels at a time. */
final class TiledForward {
    /** Panels per pass: a tile's weights are reused from the first-level cache, and all values stay in the second-level cache. */
    private static final int TOGETHER = 4;

    private final int inputs;
    private final int outputs;
    private final int stride;
    private final float[] first;
    private final float[] second;
    private final float[] bias;
    private final Activation.Scratch scratch;

    /** @param used if false, no arrays are allocated */
    TiledForward(Architecture architecture, boolean used) {
        inputs = architecture.inputs();
        outputs = architecture.outputs();
        var hidden = architecture.hidden();
        int widest = Math.max(
                Math.max(inputs, outputs),
                hidden.stream().mapToInt(width -> width).max().orElseThrow());
        stride = used ? PanelLayer.rows(widest) * PanelLayer.SAMPLES : 0;
        first = new float[TOGETHER * stride];
        second = new float[TOGETHER * stride];
        bias = new float[used ? PanelLayer.rows(hidden.getFirst()) : 0];
        scratch = new Activation.Scratch(TOGETHER * stride);
    }

    /** From {@code space.points()} and {@code space.shared()} of one noise level to {@code space.output()}. */
    void forward(Mlp network, FixedWeights weights, Workspace space, int n) {
        var layers = network.layers();
        System.arraycopy(
                space.shared().array(), 0, bias, 0, layers.get(Mlp.FIRST_HIDDEN).outputs());
        int most = TOGETHER * PanelLayer.SAMPLES;
        for (int start = 0; start < n; start += most) {
            int samples = Math.min(most, n - start);
            int panels = (samples + PanelLayer.SAMPLES - 1) / PanelLayer.SAMPLES;
            lay(space.points(), start, samples, panels);
            float[] last = through(layers, network, weights, panels);
            read(last, start, samples, space.output());
        }
    }

    private float[] through(List<Architecture.Layer> layers, Mlp network, FixedWeights weights, int panels) {
        float[] from = first;
        float[] to = second;
        int last = layers.size() - 1;
        for (int l = Mlp.FIRST_HIDDEN; l <= last; l++) {
            weights.layer(l).apply(from, l == Mlp.FIRST_HIDDEN ? bias : weights.bias(l), to, panels, stride);
            int size = layers.get(l).outputs() * PanelLayer.SAMPLES;
            for (int panel = 0; l < last && panel < panels; panel++) {
                network.kernel(l).value(to, panel * stride, panel * stride + size, scratch);
            }
            float[] read = from;
            from = to;
            to = read;
        }
        return from;
    }

    /** Arranges points in panels. Samples after the last one, and the row that completes an odd number of inputs, are 0. */
    private void lay(float[] points, int start, int samples, int panels) {
        int rows = inputs + inputs % 2;
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < PanelLayer.SAMPLES; j++) {
                    int sample = panel * PanelLayer.SAMPLES + j;
                    boolean there = i < inputs && sample < samples;
                    first[panel * stride + i * PanelLayer.SAMPLES + j] =
                            there ? points[(start + sample) * inputs + i] : 0;
                }
            }
        }
    }

    private void read(float[] from, int start, int samples, float[] output) {
        for (int j = 0; j < samples; j++) {
            int at = j / PanelLayer.SAMPLES * stride + j % PanelLayer.SAMPLES;
            for (int i = 0; i < outputs; i++) {
                output[(start + j) * outputs + i] = from[at + i * PanelLayer.SAMPLES];
            }
        }
    }
}
