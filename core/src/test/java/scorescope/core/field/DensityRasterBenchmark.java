package scorescope.core.field;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

/** Times density images of 512 × 512 on one thread: processor time, median of 40 after 40 to warm up. Asserts nothing. */
final class DensityRasterBenchmark {
    private static final Grid GRID = new Grid(512, 512, -5, 5, 5, -5);

    private DensityRasterBenchmark() {}

    public static void main(String[] arguments) {
        for (String preset : List.of("three-gaussians", "eight-gaussians", "two-moons")) {
            time(preset, DensityCatalog.CATALOG.create(Choice.of(preset), "density"));
        }
        time("full-3", full(3));
        time("full-8", full(8));
        time("full-40", full(40));
    }

    private static void time(String name, GaussianMixture mixture) {
        for (double sigma : new double[] {0.01, 0.5, 10}) {
            var noised = new NoisedMixture(mixture, NoiseLevel.plain(sigma));
            var raster = new DensityRaster(1);
            System.out.printf(
                    "%s sigma %.2f: density %.2f ms, log density %.2f ms%n",
                    name,
                    sigma,
                    median(() -> raster.density(noised, GRID)),
                    median(() -> raster.logDensity(noised, GRID)));
        }
    }

    private static double median(Runnable work) {
        var clock = ManagementFactory.getThreadMXBean();
        double[] times = new double[80];
        for (int i = 0; i < times.length; i++) {
            long begin = clock.getCurrentThreadCpuTime();
            work.run();
            times[i] = (clock.getCurrentThreadCpuTime() - begin) * 1e-6;
        }
        double[] warm = Arrays.copyOfRange(times, 40, 80);
        Arrays.sort(warm);
        return (warm[19] + warm[20]) / 2;
    }

    private static GaussianMixture full(int count) {
        var random = new SplittableRandom(1);
        return new GaussianMixture(Stream.generate(() -> {
                    double xx = 0.1 + random.nextDouble();
                    double yy = 0.1 + random.nextDouble();
                    return new Component(
                            1,
                            8 * random.nextDouble() - 4,
                            8 * random.nextDouble() - 4,
                            xx,
                            0.8 * Math.sqrt(xx * yy),
                            yy);
                })
                .limit(count)
                .toList());
    }
}
