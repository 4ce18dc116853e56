package scorescope.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.Watcher.Work;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.CellMeans;
import scorescope.core.field.CriticalPoints;
import scorescope.core.field.DensityPeak;
import scorescope.core.field.DensityRaster;
import scorescope.core.field.Grid;
import scorescope.core.fit.Direction;
import scorescope.core.fit.GaussianFit;
import scorescope.core.measure.MaximumMeanDiscrepancy;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SlicedWasserstein2;
import scorescope.core.measure.Wasserstein2;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.sampling.flow.FlowLikelihood;
import scorescope.core.score.MixtureScore;

/** Long computations report progress and can be cancelled. */
final class LongWorkTest {
    private record LongWork(String name, Work work, Runnable run) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final int MANY = 3000;
    private static final Grid GRID = new Grid(60, 50, -5, 5, 4, -4);

    private static GaussianMixture points(double std) {
        var random = new Random(MANY);
        var components = new ArrayList<Component>();
        for (int k = 0; k < MANY; k++) {
            components.add(Component.isotropic(1, 2 * random.nextGaussian(), 2 * random.nextGaussian(), std));
        }
        return new GaussianMixture(components);
    }

    private static GaussianMixture few() {
        return new GaussianMixture(List.of(
                Component.isotropic(1, -1, 0, 0.4),
                Component.isotropic(2, 2, 1, 0.6),
                Component.isotropic(1, 0, 2, 0.3)));
    }

    private static NoisedMixture noised(GaussianMixture mixture) {
        return new NoisedMixture(mixture, NoiseLevel.plain(0));
    }

    private static Sample sample(int count, long seed) {
        var random = new Random(seed);
        return new Sample(
                random.doubles(count, -1, 1).toArray(),
                random.doubles(count, -1, 1).toArray());
    }

    static Stream<LongWork> allLongWork() {
        var wide = points(0.5);
        var tilted = new GaussianMixture(wide.components().stream()
                .map(c -> new Component(c.weight(), c.meanX(), c.meanY(), 0.25, 0.1, 0.2))
                .toList());
        var x = new double[8000];
        var y = new double[8000];
        var out = new double[8000];
        return Stream.of(
                new LongWork("expansion", Work.DENSITY, () -> new DensityRaster(2).density(noised(wide), GRID)),
                new LongWork("raster", Work.DENSITY, () -> new DensityRaster(1).density(noised(tilted), GRID)),
                new LongWork("picture", Work.DENSITY, () -> new DensityRaster(2).picture(noised(wide), GRID)),
                new LongWork("logarithms", Work.DENSITY, () -> new DensityRaster(1).logDensity(noised(wide), GRID)),
                new LongWork("cell means", Work.DENSITY, () -> new CellMeans(noised(points(0.01)), GRID)
                        .add(new float[GRID.cells()])),
                new LongWork("peak", Work.DENSITY, () -> DensityPeak.of(noised(wide))),
                new LongWork("score", Work.SCORE, () -> new MixtureScore(wide)
                        .score(x, y, 0, x.length, NoiseLevel.plain(1), out, out.clone())),
                new LongWork(
                        "forward fit",
                        Work.FIT,
                        () -> GaussianFit.of(Direction.FORWARD, few(), NoiseLevel.plain(0.1), 2)),
                new LongWork(
                        "reverse fit",
                        Work.FIT,
                        () -> GaussianFit.of(Direction.REVERSE, few(), NoiseLevel.plain(0.1), 2)),
                new LongWork("MMD", Work.DISTANCE, () -> new MaximumMeanDiscrepancy(1)
                        .between(sample(300, 1), sample(200, 2))),
                new LongWork("MMD, small", Work.DISTANCE, () -> new MaximumMeanDiscrepancy(1)
                        .between(sample(200, 1), sample(200, 1))),
                new LongWork("sliced W2", Work.DISTANCE, () -> new SlicedWasserstein2(16)
                        .between(sample(300, 1), sample(200, 2))),
                new LongWork("sliced W2, small", Work.DISTANCE, () -> new SlicedWasserstein2(16)
                        .between(sample(200, 1), sample(200, 1))),
                new LongWork("critical points", Work.CRITICAL_POINTS, () -> CriticalPoints.of(noised(few()))),
                new LongWork("cell means by expansion", Work.DENSITY, () -> new CellMeans(noised(points(0.2)), GRID)
                        .add(new float[GRID.cells()])),
                new LongWork("likelihood", Work.LIKELIHOOD, () -> FlowLikelihood.along(
                                new MixtureScore(few()), new VarianceExploding(0.01, 10))
                        .orElseThrow()
                        .encode(sample(700, 1).x(), sample(700, 2).y(), 0.1)),
                new LongWork("W2", Work.TRANSPORT, () -> new Wasserstein2().between(sample(90, 1), sample(90, 2))),
                new LongWork("W2, unequal", Work.TRANSPORT, () -> new Wasserstein2()
                        .between(sample(1500, 1), sample(1301, 2))));
    }

    @ParameterizedTest
    @MethodSource("allLongWork")
    void reportsAShareThatRisesToOne(LongWork one) throws Exception {
        var shares = new ArrayList<Double>();
        Watcher watcher = new Watcher() {
            @Override
            public synchronized void reached(Work work, double share) {
                if (work == one.work()) {
                    shares.add(share);
                }
            }
        };
        watcher.during(() -> {
            one.run().run();
            return 0;
        });
        assertTrue(shares.size() >= 4, shares.toString());
        assertTrue(shares.getFirst() < 0.5, shares.toString());
        assertEquals(1, shares.getLast());
        for (int i = 1; i < shares.size(); i++) {
            assertTrue(shares.get(i) >= shares.get(i - 1), shares.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("allLongWork")
    void endsSoonAfterItIsCancelled(LongWork one) {
        var heard = new AtomicInteger();
        Watcher watcher = new Watcher() {
            @Override
            public void reached(Work work, double share) {
                heard.incrementAndGet();
            }

            @Override
            public boolean cancelled() {
                return heard.get() >= 2;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> watcher.during(() -> {
                    one.run().run();
                    return 0;
                }));
        // Threads finish the job that they are running.
        assertTrue(heard.get() <= 6, heard + " reports");
    }
}
