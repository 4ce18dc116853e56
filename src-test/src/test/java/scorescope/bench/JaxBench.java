package scorescope.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.Grid;
import scorescope.core.field.ScoreRaster;
import scorescope.core.network.Weights;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.core.tensor.Tensors;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.TrainingTask;

/**
 * The program's computations against JAX on the same two cores: training steps of four objectives, a network at many points,
 * Heun steps of the flow ODE along it, Langevin dynamics with its noise, and fields. Pairs are interleaved; a ratio is the
 * median of the peer's time over ours.
 *
 * <p>Arguments: a Python with package {@code jax}, the peer's script, and names of computations (all).
 */
public final class JaxBench {
    private static final int PAIRS = 11;
    private static final double SIGMA = 0.5;
    private static final VarianceExploding PROCESS = new VarianceExploding(0.01, 10);

    /**
     * One computation.
     *
     * @param request the request to the peer, without the number of units
     * @param count units of one measurement
     */
    private record Case(String name, String request, int count, Units ours) {}

    /** Computes a number of units. */
    private interface Units {
        void run(int count);
    }

    private JaxBench() {}

    static void main(String[] arguments) throws IOException {
        Tensors.await();
        var wanted = List.of(arguments).subList(2, arguments.length);
        try (var blocks = new ParticleBlocks(Runtime.getRuntime().availableProcessors());
                var peer = PeerProcess.python(arguments[0], arguments[1])) {
            System.out.println("peer jax " + peer.answer().replace("ready ", ""));
            for (var one : cases(blocks)) {
                if (wanted.isEmpty() || wanted.contains(one.name())) {
                    System.out.printf(Locale.ROOT, "ratio jax-%s %.2f%n", one.name(), ratio(one, peer));
                }
            }
        }
    }

    private static List<Case> cases(ParticleBlocks blocks) {
        return List.of(
                training("training-reference", 256, 512, "denoising", Map.of(), 20),
                training("training-small", 64, 256, "denoising", Map.of(), 200),
                training("training-implicit", 64, 256, "implicit", Map.of("objective", "implicit"), 50),
                training("training-sliced", 64, 256, "sliced", Map.of("objective", "sliced"), 50),
                training("training-energy", 64, 256, "energy", Map.of("output", "energy"), 50),
                inference(),
                flow(blocks),
                langevin(blocks),
                field(8, 10),
                field(100, 3),
                field(1000, 1));
    }

    private static Case training(
            String name, int width, int batch, String loss, Map<String, Object> settings, int count) {
        var scalars = new HashMap<>(settings);
        scalars.put("batch", (long) batch);
        scalars.put("steps", 1_000_000L);
        var whole = new TrainingSettings(
                new Parameters(scalars),
                Collections.nCopies(3, width),
                TrainingSettings.defaults().levels());
        var trainer = new Trainer(whole, TrainingData.of(eightGaussians(), whole));
        return new Case(name, "train " + width + " 3 " + batch + " " + loss, count, steps -> {
            for (int i = 0; i < steps; i++) {
                trainer.step(Runtime.getRuntime().availableProcessors());
            }
        });
    }

    private static Case inference() {
        int points = 20_000;
        double[] x = new double[points];
        double[] y = new double[points];
        eightGaussians().draw(1, x, y);
        double[] outX = new double[points];
        double[] outY = new double[points];
        var score = network();
        return new Case("inference", "infer 256 3 " + points, 5, count -> {
            for (int i = 0; i < count; i++) {
                score.score(x, y, 0, points, NoiseLevel.plain(0.1 + 0.01 * i), outX, outY);
            }
        });
    }

    private static Case flow(ParticleBlocks blocks) {
        int particles = 20_000;
        var method = SamplerCatalog.CATALOG.create(
                new Choice("probability-flow", new Parameters(Map.of("steps", 10L, "solver", "heun"))), "");
        var problem = new Problem(network(), PROCESS, NoiseLevel.plain(0.01));
        return new Case("flow-ode", "flow 256 3 " + particles, 10, _ -> run(method, problem, particles, blocks)
                .finish());
    }

    private static Case langevin(ParticleBlocks blocks) {
        int particles = 100_000;
        var problem = new Problem(new MixtureScore(ring(8)), PROCESS, NoiseLevel.plain(SIGMA));
        var run = run(new Langevin(0.01, 1_000_000, 1), problem, particles, blocks);
        return new Case("langevin", "langevin " + particles + " 8", 20, count -> {
            for (int i = 0; i < count; i++) {
                run.step();
            }
        });
    }

    private static Case field(int components, int count) {
        var mixture = new NoisedMixture(ring(components), NoiseLevel.plain(SIGMA));
        var raster = new ScoreRaster(2);
        var grid = new Grid(512, 512, -6, 6, -6, 6);
        return new Case("field-" + components, "field 512 " + components, count, fields -> {
            for (int i = 0; i < fields; i++) {
                raster.compute(mixture, grid);
            }
        });
    }

    private static SamplingRun run(SamplingMethod method, Problem problem, int particles, ParticleBlocks blocks) {
        return new SamplingRun(method.bind(problem), particles, new GaussianStart(0, 0, 3), new PhiloxNoise(1), blocks);
    }

    private static ScoreField network() {
        var defaults = TrainingSettings.defaults();
        var settings = new TrainingSettings(defaults.scalars(), Collections.nCopies(3, 256), defaults.levels());
        var task = new TrainingTask(settings);
        return new LearnedScore(Weights.initial(settings.architecture(), 1), task.domain());
    }

    private static GaussianMixture eightGaussians() {
        return DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "");
    }

    /** Round components on a circle of radius 3, with unequal weights. */
    static GaussianMixture ring(int components) {
        return new GaussianMixture(IntStream.range(0, components)
                .mapToObj(k -> Component.isotropic(
                        1 + 0.1 * k,
                        3 * Math.cos(2 * Math.PI * k / components),
                        3 * Math.sin(2 * Math.PI * k / components),
                        0.4))
                .toList());
    }

    private static double ratio(Case one, PeerProcess process) throws IOException {
        long warm = System.nanoTime();
        while (System.nanoTime() - warm < 2_000_000_000L) {
            one.ours().run(one.count());
        }
        theirs(one, process);
        double[] own = new double[PAIRS];
        double[] peer = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        var stolen = new StolenTime();
        for (int i = 0; i < PAIRS; i++) {
            long startNanos = System.nanoTime();
            one.ours().run(one.count());
            own[i] = (double) (System.nanoTime() - startNanos) / one.count();
            peer[i] = theirs(one, process);
            ratios[i] = peer[i] / own[i];
        }
        stolen.print(one.name(), PAIRS);
        System.out.printf(Locale.ROOT, "%s-ours %.4g ms%n", one.name(), median(own) * 1e-6);
        System.out.printf(Locale.ROOT, "%s-jax %.4g ms%n", one.name(), median(peer) * 1e-6);
        return median(ratios);
    }

    /** Nanoseconds of one unit of the peer. */
    private static double theirs(Case one, PeerProcess process) throws IOException {
        return Double.parseDouble(process.ask(one.request() + " " + one.count())) / one.count();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
