package scorescope.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import scorescope.core.density.DensityCatalog;
import scorescope.core.network.Weights;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.LearnedScore;
import scorescope.core.tensor.Tensors;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.TrainingTask;

/**
 * A training step, and a network's evaluation, against PyTorch 2.10 eager with one thread and with two, on the same
 * network and batch: the reference (3 × 256, batch 512) and a small one (3 × 64, batch 256). Pairs are interleaved; a
 * ratio is the median of the better peer's time over ours.
 *
 * <p>Arguments: {@code training} or {@code inference}; a Java executable and the peer's class path, if installed.
 */
public final class TrainingBench {
    private static final int PAIRS = 20;
    private static final int WORKERS = 2;
    private static final long REST = 300_000_000;
    private static final TorchProcess.Net REFERENCE = new TorchProcess.Net(256, 3);
    private static final TorchProcess.Net SMALL = new TorchProcess.Net(64, 3);

    private TrainingBench() {}

    /** Nanoseconds of one unit, measured over {@code count} in a row. */
    private interface Timed {
        double time(int count) throws IOException;
    }

    static void main(String[] arguments) throws IOException {
        Tensors.await();
        boolean peers = arguments.length > 2;
        try (var one = peers ? new TorchProcess(arguments[1], arguments[2], 1) : null;
                var two = peers ? new TorchProcess(arguments[1], arguments[2], 2) : null) {
            if (arguments[0].equals("training")) {
                training(one, two);
            } else {
                inference(one, two);
            }
        }
    }

    private static void training(TorchProcess one, TorchProcess two) throws IOException {
        try (var reference = trainer(REFERENCE, 512);
                var small = trainer(SMALL, 256)) {
            print("first-100-steps", steps(reference, 100) * 100 * 1e-6, "ms");
            steps(reference, 800);
            double ratioSmall = compare("small", 200, count -> steps(small, count), one, two, "train", SMALL, 256);
            var gemm = new double[PAIRS];
            var peak = new Gemm();
            var ours = new double[PAIRS];
            double ratio = compare(
                    "reference",
                    20,
                    count -> {
                        double time = steps(reference, count);
                        System.arraycopy(ours, 1, ours, 0, PAIRS - 1);
                        System.arraycopy(gemm, 1, gemm, 0, PAIRS - 1);
                        ours[PAIRS - 1] = time;
                        gemm[PAIRS - 1] = peak.gigaflops();
                        return time;
                    },
                    one,
                    two,
                    "train",
                    REFERENCE,
                    512);
            double flop = 6.0 * 512 * multiplications(REFERENCE);
            print("step-work", flop * 1e-6, "MFLOP");
            print("matrix-product-speed", median(gemm), "GFLOP/s");
            double share = median(pairwise(ours, gemm, flop));
            print("step-share-of-matrix-product-speed", 100 * share, "%");
            if (one != null) {
                print("ratio-small", ratioSmall, "times");
                System.out.printf(Locale.ROOT, "ratio training %.2f%n", ratio);
            }
        }
    }

    private static void inference(TorchProcess one, TorchProcess two) throws IOException {
        int points = 20_000;
        var task = new TrainingTask(settings(REFERENCE, 512));
        var score = new LearnedScore(Weights.initial(task.settings().architecture(), 1), task.domain());
        double[] x = new double[points];
        double[] y = new double[points];
        DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "").draw(1, x, y);
        double[] outX = new double[points];
        double[] outY = new double[points];
        Timed ours = count -> {
            long startNanos = System.nanoTime();
            for (int i = 0; i < count; i++) {
                score.score(x, y, 0, points, NoiseLevel.plain(0.1 + 0.01 * i), outX, outY);
            }
            return (double) (System.nanoTime() - startNanos) / count;
        };
        ours.time(30);
        double ratio = compare("scores-of-20000-points", 10, ours, one, two, "infer", REFERENCE, points);
        if (one != null) {
            System.out.printf(Locale.ROOT, "ratio inference %.2f%n", ratio);
        }
    }

    /** Interleaved pairs; the ratio to the better setting of the peer, by medians. */
    private static double compare(
            String name,
            int count,
            Timed ours,
            TorchProcess one,
            TorchProcess two,
            String what,
            TorchProcess.Net net,
            int batch)
            throws IOException {
        ours.time(3 * count);
        if (one != null) {
            one.time(what, net, batch, 2 * count);
            two.time(what, net, batch, 2 * count);
        }
        double[] own = new double[PAIRS];
        double[] single = new double[PAIRS];
        double[] pair = new double[PAIRS];
        var stolen = new StolenTime();
        for (int i = 0; i < PAIRS; i++) {
            rest();
            own[i] = ours.time(count);
            if (one != null) {
                rest();
                single[i] = one.time(what, net, batch, count);
                rest();
                pair[i] = two.time(what, net, batch, count);
            }
        }
        stolen.print(name, PAIRS);
        print(name, median(own) * 1e-6, "ms");
        if (one == null) {
            return Double.NaN;
        }
        print(name + "-pytorch-1-thread", median(single) * 1e-6, "ms");
        print(name + "-pytorch-2-threads", median(pair) * 1e-6, "ms");
        double[] better = median(single) < median(pair) ? single : pair;
        double[] ratios = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            ratios[i] = better[i] / own[i];
        }
        return median(ratios);
    }

    private static double steps(Trainer trainer, int count) {
        long startNanos = System.nanoTime();
        for (int i = 0; i < count; i++) {
            trainer.step(WORKERS);
        }
        return (double) (System.nanoTime() - startNanos) / count;
    }

    private static Trainer trainer(TorchProcess.Net net, int batch) {
        var settings = settings(net, batch);
        var mixture = DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "");
        return new Trainer(settings, TrainingData.of(mixture, settings));
    }

    private static TrainingSettings settings(TorchProcess.Net net, int batch) {
        var defaults = TrainingSettings.defaults();
        return new TrainingSettings(
                new Parameters(Map.of("batch", (long) batch, "steps", 1_000_000L)),
                Collections.nCopies(net.depth(), net.width()),
                defaults.levels());
    }

    /** Multiplications for one sample of its own level; samples of equal level share its embedding, which saves 7 %. */
    private static double multiplications(TorchProcess.Net net) {
        return 32 + 32 * 32 + 34 * net.width() + (net.depth() - 1) * net.width() * net.width() + 2 * net.width();
    }

    private static double[] pairwise(double[] nanos, double[] gigaflops, double flop) {
        double[] shares = new double[nanos.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = flop / nanos[i] / gigaflops[i];
        }
        return shares;
    }

    /** Waits until idle threads stop spinning (OpenMP's for 200 ms), which would slow the next measurement. */
    private static void rest() {
        LockSupport.parkNanos(REST);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s %.4g %s%n", name, value, unit);
    }
}
