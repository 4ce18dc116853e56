package scorescope.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import scorescope.core.measure.Sample;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.score.MixtureScore;

/**
 * Langevin on the exact score of eight Gaussians, 100,000 particles, Gaussian noise included, against NumPy's plain
 * vectorised loop. Pairs are interleaved; the ratio is the median of peer time over our time of one step. Both end with the
 * same mean and variance. Arguments: the Python to run and the peer's script.
 */
public final class LangevinBench {
    private static final int PARTICLES = 100_000;
    private static final int COMPONENTS = 8;
    private static final double ETA = 0.01;
    private static final double SIGMA = 0.5;
    private static final int PAIRS = 9;
    private static final int OURS = 40;
    private static final int THEIRS = 3;
    private static final int SETTLING = 30;

    private LangevinBench() {}

    static void main(String[] arguments) throws IOException {
        try (var blocks = new ParticleBlocks(Runtime.getRuntime().availableProcessors())) {
            var run = run(blocks);
            for (int i = 0; i < 400; i++) {
                run.step();
            }
            if (arguments.length < 2) {
                System.out.printf(Locale.ROOT, "step-ours %.2f ms%n", 1e3 * ours(run));
                return;
            }
            compare(run, blocks, arguments);
        }
    }

    private static SamplingRun run(ParticleBlocks blocks) {
        var problem = new Problem(
                new MixtureScore(JaxBench.ring(COMPONENTS)), new VarianceExploding(0.01, 10), NoiseLevel.plain(SIGMA));
        var sampler = new Langevin(ETA, 1_000_000, 1).bind(problem);
        return new SamplingRun(sampler, PARTICLES, new GaussianStart(0, 0, 3), new PhiloxNoise(1), blocks);
    }

    private static void compare(SamplingRun run, ParticleBlocks blocks, String[] arguments) throws IOException {
        var ratios = new double[PAIRS];
        var ours = new double[PAIRS];
        var theirs = new double[PAIRS];
        var stolen = new StolenTime();
        try (var peer = PeerProcess.python(arguments[0], arguments[1])) {
            peer.send("case " + PARTICLES + " " + COMPONENTS + " " + ETA);
            for (var c :
                    JaxBench.ring(COMPONENTS).noised(NoiseLevel.plain(SIGMA)).components()) {
                peer.send(c.weight() + " " + c.meanX() + " " + c.meanY() + " " + c.xx());
            }
            String[] said = said(peer, SETTLING);
            for (int i = 0; i < PAIRS; i++) {
                said = said(peer, THEIRS);
                theirs[i] = Double.parseDouble(said[0]) / THEIRS;
                ours[i] = ours(run);
                ratios[i] = theirs[i] / ours[i];
            }
            // The same number of steps from the same start, so that both have the same law before it is stationary.
            var same = run(blocks);
            for (int i = 0; i < SETTLING + PAIRS * THEIRS; i++) {
                same.step();
            }
            var moments = new Sample(same.state().x(), same.state().y()).moments();
            requireNear("mean", moments.meanX(), Double.parseDouble(said[1]));
            requireNear("variance", moments.xx(), Double.parseDouble(said[2]));
        }
        stolen.print("step", PAIRS);
        System.out.printf(Locale.ROOT, "step-ours %.2f ms%n", 1e3 * median(ours));
        System.out.printf(Locale.ROOT, "step-numpy %.2f ms%n", 1e3 * median(theirs));
        System.out.printf(Locale.ROOT, "ratio langevin %.1f%n", median(ratios));
    }

    private static String[] said(PeerProcess peer, int steps) throws IOException {
        return peer.ask("run " + steps).split(" ");
    }

    /** Seconds of one step, computed as in the window and on the command line. */
    private static double ours(SamplingRun run) {
        long startNanos = System.nanoTime();
        for (int i = 0; i < OURS; i++) {
            run.step();
        }
        return (System.nanoTime() - startNanos) * 1e-9 / OURS;
    }

    private static void requireNear(String what, double ours, double theirs) {
        if (!(Math.abs(ours - theirs) <= 0.05 * (1 + Math.abs(theirs)))) {
            throw new IllegalStateException(what + ": ours " + ours + ", the peer's " + theirs);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
