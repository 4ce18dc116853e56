package scorescope.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.DensityRaster;
import scorescope.core.field.Grid;
import scorescope.core.field.ScoreRaster;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.tensor.Tensors;

/**
 * Density and score on 512 × 512 cells against NumPy's plain broadcast loop on the same grid and components, and the
 * density image of 10,000 data points as the window draws it. Arguments: the Python to run and the peer's script.
 *
 * <p>Against the machine too: what the matrix products of a separable field take alone, and one exponential a component and
 * cell with the stores, in the same run ({@code times-limit}, below 1 where less work is needed).
 *
 * <p>Pairs are interleaved; a ratio is the median of peer time over our time. Both sides give peak density and mean
 * score where p is above a millionth of the peak, which must agree.
 */
public final class FieldBench {
    private static final Grid GRID = new Grid(512, 512, -6, 6, -6, 6);
    private static final double AGREE = 1e-4;
    private static final int ROUNDS = 101;

    /** With more components than this, a separable field is summed by matrix products. */
    private static final int FEW = 24;

    private static final long WARM_UP = 1_500_000_000;

    private FieldBench() {}

    private record Case(String name, GaussianMixture mixture, int pairs) {}

    static void main(String[] arguments) throws IOException {
        Tensors.await();
        var random = new SplittableRandom(1);
        var cases = new Case[] {
            new Case("isotropic-8", isotropic(random, 8), 15),
            new Case("isotropic-100", isotropic(random, 100), 7),
            new Case("isotropic-1000", isotropic(random, 1000), 3),
            new Case("full-8", full(random, 8), 15),
        };
        points(random);
        large(random);
        if (arguments.length < 2) {
            return;
        }
        double worst = Double.POSITIVE_INFINITY;
        try (var peer = PeerProcess.python(arguments[0], arguments[1])) {
            for (var one : cases) {
                double ratio = compare(one, peer);
                shareOfLimit(one);
                worst = Math.min(worst, ratio);
                System.out.printf(Locale.ROOT, "ratio-%s %.1f times%n", one.name(), ratio);
            }
        }
        System.out.printf(Locale.ROOT, "ratio field %.1f%n", worst);
    }

    private static double compare(Case one, PeerProcess peer) throws IOException {
        var noised = new NoisedMixture(one.mixture(), NoiseLevel.plain(0.2));
        send(noised, one.mixture(), peer);
        var raster = new ScoreRaster(2);
        long cold = System.nanoTime();
        while (System.nanoTime() - cold < WARM_UP) {
            raster.compute(noised, GRID);
        }
        double[] ratios = new double[one.pairs()];
        double[] ours = new double[one.pairs()];
        double[] theirs = new double[one.pairs()];
        var stolen = new StolenTime();
        for (int i = 0; i < one.pairs(); i++) {
            String[] said = peer.ask("run").split(" ");
            theirs[i] = Double.parseDouble(said[0]);
            // Our time is short: the median of 25 in a row, as in a drag, so that waking threads does not dominate.
            double[] times = new double[25];
            for (int r = 0; r < times.length; r++) {
                long startNanos = System.nanoTime();
                raster.compute(noised, GRID);
                times[r] = (System.nanoTime() - startNanos) * 1e-9;
            }
            ours[i] = median(times);
            ratios[i] = theirs[i] / ours[i];
            requireSame(one.name(), raster.compute(noised, GRID), said);
        }
        stolen.print(one.name(), one.pairs());
        System.out.printf(Locale.ROOT, "%s-ours %.2f ms%n", one.name(), 1e3 * median(ours));
        System.out.printf(Locale.ROOT, "%s-numpy %.2f ms%n", one.name(), 1e3 * median(theirs));
        return median(ratios);
    }

    /** Prints our time over that of what cannot be left out, as medians of interleaved rounds. */
    private static void shareOfLimit(Case one) {
        var noised = new NoisedMixture(one.mixture(), NoiseLevel.plain(0.2));
        var raster = new ScoreRaster(2);
        var limit = new FieldLimit(GRID, noised.size());
        double[] shares = new double[ROUNDS];
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long startNanos = System.nanoTime();
            raster.compute(noised, GRID);
            long middle = System.nanoTime();
            if (noised.size() > FEW) {
                limit.products();
            } else {
                limit.exponentials();
            }
            shares[i % ROUNDS] = (double) (middle - startNanos) / (System.nanoTime() - middle);
        }
        System.out.printf(Locale.ROOT, "%s-times-limit %.2f times%n", one.name(), median(shares));
    }

    private static void send(NoisedMixture noised, GaussianMixture mixture, PeerProcess peer) {
        peer.send("case " + GRID.columns() + " " + GRID.x0() + " " + GRID.x1() + " " + GRID.y0() + " " + GRID.y1() + " "
                + noised.size());
        for (int k = 0; k < noised.size(); k++) {
            peer.send(mixture.components().get(k).weight() + " " + noised.meanX(k) + " " + noised.meanY(k) + " "
                    + noised.covarianceXX(k) + " " + noised.covarianceXY(k) + " " + noised.covarianceYY(k));
        }
    }

    private static void requireSame(String name, ScoreRaster.Fields fields, String[] said) {
        double peak = fields.density().largest();
        double sum = 0;
        int seen = 0;
        for (int i = 0; i < GRID.cells(); i++) {
            if (fields.density().values()[i] > 1e-6 * peak) {
                sum += Math.abs(fields.scoreX().values()[i]);
                seen++;
            }
        }
        requireNear(name + " peak", peak, Double.parseDouble(said[1]));
        requireNear(name + " mean score", sum / seen, Double.parseDouble(said[2]));
    }

    private static void requireNear(String what, double ours, double theirs) {
        if (!(Math.abs(ours - theirs) <= AGREE * Math.abs(theirs))) {
            throw new IllegalStateException(what + ": ours " + ours + ", the peer's " + theirs);
        }
    }

    /** The picture of 10,000 points: coarse as in a drag, then at the resolution of the stage. */
    private static void points(SplittableRandom random) {
        var mixture = new GaussianMixture(IntStream.range(0, 10_000)
                .mapToObj(k -> Component.isotropic(1, 8 * random.nextDouble() - 4, 8 * random.nextDouble() - 4, 0))
                .toList());
        for (double sigma : new double[] {0.05, 0.5}) {
            time("points-10000-dragged-256", new Grid(256, 256, -6, 6, -6, 6), mixture, sigma);
            time("points-10000-refined-512", GRID, mixture, sigma);
        }
    }

    /** Time of a pixel on a screen of 3840 × 2160 over that of one on 512 × 512. */
    private static void large(SplittableRandom random) {
        var noised = new NoisedMixture(isotropic(random, 8), NoiseLevel.plain(0.2));
        var raster = new ScoreRaster(2);
        var screen = new Grid(3840, 2160, -6, 6, -6, 6);
        var ratios = new double[9];
        for (int i = 0; i < 2 * ratios.length; i++) {
            double small = nanos(() -> raster.compute(noised, GRID)) / GRID.cells();
            ratios[i % ratios.length] = nanos(() -> raster.compute(noised, screen)) / screen.cells() / small;
        }
        System.out.printf(Locale.ROOT, "pixel-of-3840x2160 %.2f times%n", median(ratios));
    }

    private static double nanos(Runnable work) {
        work.run();
        long startNanos = System.nanoTime();
        work.run();
        return System.nanoTime() - startNanos;
    }

    private static void time(String name, Grid grid, GaussianMixture mixture, double sigma) {
        var raster = new DensityRaster(1);
        double[] times = new double[9];
        for (int i = 0; i < 2 * times.length; i++) {
            // Includes the factorisation of the mixture, which each new level needs.
            long startNanos = System.nanoTime();
            raster.picture(new NoisedMixture(mixture, NoiseLevel.plain(sigma + 1e-6 * i)), grid);
            times[i % times.length] = (System.nanoTime() - startNanos) * 1e-6;
        }
        System.out.printf(Locale.ROOT, "%s-sigma-%.2f %.1f ms%n", name, sigma, median(times));
    }

    private static GaussianMixture isotropic(SplittableRandom random, int count) {
        return new GaussianMixture(IntStream.range(0, count)
                .mapToObj(k -> Component.isotropic(
                        0.2 + random.nextDouble(),
                        8 * random.nextDouble() - 4,
                        8 * random.nextDouble() - 4,
                        0.4 + 0.4 * random.nextDouble()))
                .toList());
    }

    private static GaussianMixture full(SplittableRandom random, int count) {
        return new GaussianMixture(IntStream.range(0, count)
                .mapToObj(k -> {
                    double xx = 0.2 + random.nextDouble();
                    double yy = 0.2 + random.nextDouble();
                    double xy = (1.6 * random.nextDouble() - 0.8) * Math.sqrt(xx * yy);
                    return new Component(1, 8 * random.nextDouble() - 4, 8 * random.nextDouble() - 4, xx, xy, yy);
                })
                .toList());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
