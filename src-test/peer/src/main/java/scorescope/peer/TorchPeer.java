package scorescope.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The reference run's step in PyTorch, eager: batch drawn from 60,000 points, twelve levels, loss σ²½‖s + ε/σ‖², gradient
 * norm clipped at 1, Adam.
 *
 * <p>Argument: the number of threads. Each line on the standard input, {@code train WIDTH DEPTH BATCH STEPS} or
 * {@code infer WIDTH DEPTH BATCH CALLS}, is answered with the nanoseconds that took.
 */
public final class TorchPeer {
    private static final int POINTS = 60_000;
    private static final int LEVELS = 12;

    private TorchPeer() {}

    static void main(String[] arguments) throws IOException {
        torch.set_num_threads(Integer.parseInt(arguments[0]));
        torch.manual_seed(1);
        var nets = new ArrayList<Net>();
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready " + torch.get_num_threads());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", -1);
                int width = Integer.parseInt(words[1]);
                int depth = Integer.parseInt(words[2]);
                int batch = Integer.parseInt(words[3]);
                var net = nets.stream()
                        .filter(known -> known.width == width && known.depth == depth)
                        .findFirst()
                        .orElseGet(() -> {
                            nets.add(new Net(width, depth));
                            return nets.getLast();
                        });
                System.out.println(net.time(words[0].equals("train"), batch, Integer.parseInt(words[4])));
            }
        }
    }

    /** The reference network: log σ through two layers of 32, joined with x, hidden layers, linear. */
    private static final class Net extends Module {
        private static final int EMBEDDING = 32;

        private final int width;
        private final int depth;
        private final List<LinearImpl> layers = new ArrayList<>();
        private final Adam adam;
        private final TensorVector parameters;
        private final Tensor points = torch.randn(POINTS, 2);
        private final Tensor sigmas;

        Net(int width, int depth) {
            this.width = width;
            this.depth = depth;
            add(1, EMBEDDING);
            add(EMBEDDING, EMBEDDING);
            add(2 + EMBEDDING, width);
            for (int l = 1; l < depth; l++) {
                add(width, width);
            }
            add(width, 2);
            parameters = parameters();
            adam = new Adam(parameters, new AdamOptions(1e-3));
            sigmas = torch.logspace(new Scalar(1.0), new Scalar(-2.0), LEVELS).reshape(LEVELS, 1);
        }

        private void add(int inputs, int outputs) {
            layers.add(register_module("layer" + layers.size(), new LinearImpl(inputs, outputs)));
        }

        long time(boolean trains, int batch, int count) {
            long startNanos = System.nanoTime();
            for (int i = 0; i < count; i++) {
                try (var _ = new PointerScope()) {
                    if (trains) {
                        step(batch);
                    } else {
                        infer(batch);
                    }
                }
            }
            return System.nanoTime() - startNanos;
        }

        private void step(int batch) {
            var clean = points.index_select(0, torch.randint(POINTS, new long[] {batch}));
            var sigma = sigmas.index_select(0, torch.randint(LEVELS, new long[] {batch}));
            var noise = torch.randn(batch, 2);
            var noisy = clean.add(sigma.mul(noise));
            adam.zero_grad();
            var residual = forward(noisy, sigma).mul(sigma).add(noise);
            var loss = residual.square().sum(1).mean().mul(new Scalar(0.5));
            loss.backward();
            torch.clip_grad_norm_(parameters, 1);
            adam.step();
        }

        private void infer(int batch) {
            try (var _ = new AutoGradMode(false)) {
                forward(points.slice(0, opt(0), opt(batch), 1), sigmas.slice(0, opt(3), opt(4), 1).expand(batch, 1));
            }
        }

        private static LongOptional opt(long value) {
            return new LongOptional(value);
        }

        private Tensor forward(Tensor x, Tensor sigma) {
            var e = torch.silu(layers.get(0).forward(sigma.log()));
            e = torch.silu(layers.get(1).forward(e));
            var h = torch.cat(new TensorVector(x, e), 1);
            for (int l = 2; l < layers.size() - 1; l++) {
                h = torch.silu(layers.get(l).forward(h));
            }
            return layers.getLast().forward(h);
        }
    }
}
