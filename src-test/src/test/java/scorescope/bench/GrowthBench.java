package scorescope.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.DensityRaster;
import scorescope.core.field.Grid;
import scorescope.core.field.ScoreRaster;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.score.MixtureScore;
import scorescope.core.tensor.Tensors;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingSettings;

/**
 * Growth of time and memory with the size of a problem: components, data points, particles, pixels, width and batch of a
 * network. Prints the table that the study {@code growth} draws, {@code quantity;size;milliseconds;megabytes}, and writes it
 * to a file if one is named.
 *
 * <p>Times are medians. Memory is what all threads allocate until the first result, so the peak is not above it.
 */
public final class GrowthBench {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final ThreadMXBean ALLOCATION = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Grid GRID = square(512);

    /** Nanoseconds of one measurement, and the fewest and most repetitions of it. */
    private static final long LONG_ENOUGH = 600_000_000;

    private static final int FEWEST = 3;
    private static final int MOST = 200;

    private final List<String> lines = new ArrayList<>();

    private GrowthBench() {}

    static void main(String[] arguments) throws IOException {
        Tensors.await();
        var bench = new GrowthBench();
        bench.lines.add("# " + System.getProperty("os.arch") + ", " + THREADS + " cores, Java "
                + Runtime.version().feature());
        bench.lines.add("# quantity; size; milliseconds; megabytes");
        try (var blocks = new ParticleBlocks(THREADS)) {
            rounds(scores(JaxBench.ring(1), GRID));
            for (int components : powersOfTen(0, 4)) {
                bench.measure("components", components, () -> scores(JaxBench.ring(components), GRID));
            }
            for (int points : powersOfTen(2, 5)) {
                bench.measure("points", points, () -> picture(points));
            }
            for (int particles : powersOfTen(2, 6)) {
                bench.measure("particles", particles, () -> langevin(particles, blocks));
            }
            for (int side : new int[] {64, 128, 256, 512, 1024, 2048}) {
                bench.measure("pixels", side * side, () -> scores(full(), square(side)));
            }
            bench.measure("pixels", 3840 * 2160, () -> scores(full(), new Grid(3840, 2160, -6, 6, -6, 6)));
        }
        for (int width : new int[] {16, 32, 64, 128, 256, 512, 1024}) {
            bench.measure("width", width, () -> training(width, 256));
        }
        for (int batch : new int[] {16, 64, 256, 1024, 4096}) {
            bench.measure("batch", batch, () -> training(128, batch));
        }
        if (arguments.length > 0) {
            Files.write(Path.of(arguments[0]), bench.lines);
        }
        System.exit(0);
    }

    private void measure(String quantity, int size, Supplier<Runnable> prepared) {
        long before = ALLOCATION.getTotalThreadAllocatedBytes();
        var work = prepared.get();
        work.run();
        double megabytes = (ALLOCATION.getTotalThreadAllocatedBytes() - before) * 1e-6;
        // The first round is for the compiler; without it small sizes would be measured cold.
        rounds(work);
        double[] nanos = rounds(work);
        Arrays.sort(nanos);
        lines.add(String.format(
                Locale.ROOT,
                "%s; %d; %.4g; %.4g",
                quantity,
                size,
                nanos[Math.floorDiv(nanos.length, 2)] * 1e-6,
                megabytes));
        System.out.println(lines.getLast());
    }

    private static double[] rounds(Runnable work) {
        var times = Stream.<Long>builder();
        long start = System.nanoTime();
        for (int i = 0; i < FEWEST || (i < MOST && System.nanoTime() - start < LONG_ENOUGH); i++) {
            long begin = System.nanoTime();
            work.run();
            times.add(System.nanoTime() - begin);
        }
        return times.build().mapToDouble(Long::doubleValue).toArray();
    }

    private static int[] powersOfTen(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .map(power -> (int) Math.pow(10, power))
                .toArray();
    }

    private static Grid square(int side) {
        return new Grid(side, side, -6, 6, -6, 6);
    }

    private static Runnable scores(GaussianMixture mixture, Grid grid) {
        var noised = new NoisedMixture(mixture, NoiseLevel.plain(0.2));
        var raster = new ScoreRaster(THREADS);
        return () -> raster.compute(noised, grid);
    }

    private static Runnable picture(int points) {
        var random = new SplittableRandom(1);
        var mixture = new GaussianMixture(IntStream.range(0, points)
                .mapToObj(k -> Component.isotropic(1, 8 * random.nextDouble() - 4, 8 * random.nextDouble() - 4, 0))
                .toList());
        var raster = new DensityRaster(THREADS);
        return () -> raster.picture(new NoisedMixture(mixture, NoiseLevel.plain(0.2)), GRID);
    }

    private static Runnable langevin(int particles, ParticleBlocks blocks) {
        var problem =
                new Problem(new MixtureScore(JaxBench.ring(8)), new VarianceExploding(0.01, 10), NoiseLevel.plain(0.5));
        var run = new SamplingRun(
                new Langevin(0.01, 1_000_000, 1).bind(problem),
                particles,
                new GaussianStart(0, 0, 3),
                new PhiloxNoise(1),
                blocks);
        return run::step;
    }

    private static Runnable training(int width, int batch) {
        var settings = new TrainingSettings(
                new Parameters(Map.of("batch", (long) batch, "steps", 1_000_000L)),
                Collections.nCopies(3, width),
                TrainingSettings.defaults().levels());
        var mixture = DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "");
        var trainer = new Trainer(settings, TrainingData.of(mixture, settings));
        return () -> trainer.step(THREADS);
    }

    private static GaussianMixture full() {
        return new GaussianMixture(IntStream.range(0, 8)
                .mapToObj(k -> new Component(
                        1, 3 * Math.cos(0.25 * Math.PI * k), 3 * Math.sin(0.25 * Math.PI * k), 0.5, 0.2, 0.4))
                .toList());
    }
}
