package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.Watcher;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.LocalDerivatives;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.CriticalPoint.Kind;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

/** No critical point that another search finds is missing, and an incomplete search is reported. */
class AllCriticalPointsTest {
    private static final NoiseLevel CLEAN = NoiseLevel.plain(0);

    /** Four to eleven components, narrow and long ones among them. */
    private static GaussianMixture random(long seed) {
        var random = new SplittableRandom(seed);
        var components = new ArrayList<Component>();
        int size = 4 + (int) Math.floorMod(seed, 8L);
        for (int k = 0; k < size; k++) {
            double a = Math.exp(1.2 * random.nextGaussian() - 2);
            double c = Math.exp(1.2 * random.nextGaussian() - 2);
            double b = (1.9 * random.nextDouble() - 0.95) * Math.sqrt(a * c);
            components.add(new Component(
                    0.1 + random.nextDouble(), 2 * random.nextGaussian(), 2 * random.nextGaussian(), a, b, c));
        }
        return new GaussianMixture(components);
    }

    /** The indices of a minimum and a saddle cancel, so that their sum does not show that both are missing. */
    @Test
    void aMinimumAndASaddleCloseToEachOtherAreBothFound() {
        var mixture = new GaussianMixture(List.of(
                new Component(
                        0.4492092956250162,
                        2.6849500204458208,
                        -0.7541421856299637,
                        0.3340378914628907,
                        -0.23175754786399516,
                        0.30545459685069215),
                new Component(
                        0.4252848717659703,
                        -2.640015081839385,
                        -1.3360883441551321,
                        0.059941550925253245,
                        -0.004589476490391701,
                        0.050213753564560024),
                new Component(
                        0.4979810042487466,
                        -2.8493499640620157,
                        -2.0644853572633473,
                        0.05745212434993527,
                        -0.05517279718215561,
                        0.07175835918099763),
                new Component(
                        0.9556989293620798,
                        -2.3198646424705416,
                        -0.5410290597097545,
                        0.01543889986098413,
                        0.008590404520189103,
                        0.046098186620549604),
                new Component(
                        0.936935636974521,
                        1.1053895845608492,
                        -1.433772427366471,
                        0.007830498574157354,
                        0.001017198866204772,
                        0.008507291268151565),
                new Component(
                        0.9548270980823702,
                        -2.5738386339731663,
                        0.14450491999525905,
                        0.801189067587092,
                        -0.048270074264237586,
                        0.02764672829996217),
                new Component(
                        0.741995126120338,
                        -1.8611109290737362,
                        -1.0063344036696729,
                        0.14598459450364526,
                        -0.13606284633989923,
                        0.26570147998662813),
                new Component(
                        0.8095180877194023,
                        -0.9874186336815343,
                        -0.3527007491256353,
                        0.24632924531129605,
                        -0.046516245743512374,
                        0.0629815570979521)));
        var found = CriticalPoints.of(new NoisedMixture(mixture, CLEAN));
        assertTrue(found.complete(), found.advice());
        requireFound(found, Kind.SADDLE, -3.9335751409625996, -0.5927176528298831);
        requireFound(found, Kind.MINIMUM, -3.8343565214532855, -0.6044247052124563);
    }

    private static void requireFound(CriticalPoints found, Kind kind, double x, double y) {
        assertEquals(
                1,
                found.points().stream()
                        .filter(p -> p.kind() == kind && Math.hypot(p.x() - x, p.y() - y) < 1e-9)
                        .count(),
                "one " + kind + " at " + x + ", " + y + " in " + found);
    }

    /** Newton's method with short steps from a grid over all components, and from every mean. */
    @ParameterizedTest
    @ValueSource(longs = {0, 8, 16, 24, 32, 40, 48, 56})
    void noneIsMissedThatNewtonsMethodFindsFromAGrid(long from) {
        for (long seed = from; seed < from + 8; seed++) {
            var noised = new NoisedMixture(random(seed), CLEAN);
            var found = CriticalPoints.of(noised);
            assertTrue(found.complete(), "seed " + seed + ": " + found.advice());
            assertEquals(
                    1, found.points().stream().mapToInt(CriticalPoint::index).sum(), "seed " + seed);
            var local = new LocalDerivatives(noised);
            for (int i = 0; i <= 40; i++) {
                for (int j = 0; j <= 40; j++) {
                    search(local, -8 + 16 * i / 40.0, -8 + 16 * j / 40.0, found, seed);
                }
            }
            for (int k = 0; k < noised.size(); k++) {
                search(local, noised.meanX(k), noised.meanY(k), found, seed);
            }
        }
    }

    /** Newton's method with steps limited to a share of the local width; its end must be among the points found. */
    private static void search(LocalDerivatives local, double startX, double startY, CriticalPoints found, long seed) {
        double x = startX;
        double y = startY;
        for (int i = 0; i < 60; i++) {
            local.at(x, y);
            double determinant = local.xx() * local.yy() - local.xy() * local.xy();
            double dx = (local.xy() * local.scoreY() - local.yy() * local.scoreX()) / determinant;
            double dy = (local.xy() * local.scoreX() - local.xx() * local.scoreY()) / determinant;
            double width = 1 / Math.sqrt(Math.max(Math.abs(local.xx()), Math.abs(local.yy())));
            double step = Math.hypot(dx, dy);
            if (!(step < Double.POSITIVE_INFINITY) || Math.hypot(x, y) > 100) {
                return;
            }
            if (step < 1e-12 * width + 1e-15) {
                double endX = x;
                double endY = y;
                assertTrue(
                        found.points().stream().anyMatch(p -> Math.hypot(p.x() - endX, p.y() - endY) < 1e-6),
                        "seed " + seed + ": " + endX + ", " + endY + " is missing");
                return;
            }
            double shorter = Math.min(1, 0.5 * width / step);
            x += shorter * dx;
            y += shorter * dy;
        }
    }

    /** A responsibility that underflows at a cell's centre may be the largest at its border. */
    @Test
    void saddlesFarFromAllMeansBetweenNarrowComponentsAreFound() {
        var noised = new NoisedMixture(
                new GaussianMixture(List.of(
                        new Component(1, 0, 0, 1e-6, 0, 1e-6),
                        new Component(1, 3, 0, 1e-6, 0, 1e-6),
                        new Component(1, 3, 4, 1e-6, 0, 1e-6))),
                CLEAN);
        var found = CriticalPoints.of(noised);
        assertTrue(found.complete(), found.advice());
        assertEquals(3, found.count(Kind.MAXIMUM));
        requireFound(found, Kind.SADDLE, 1.5, 0);
        requireFound(found, Kind.SADDLE, 3, 2);
    }

    /** Two long crossed components have a critical point outside the hull of their means, where their ridges cross. */
    @Test
    void pointsOutsideTheHullOfTheMeansAreFound() {
        var crossed = new GaussianMixture(
                List.of(new Component(1, -1, 0, 40, 38.9, 38), new Component(1, 1, 0, 40, -38.9, 38)));
        var found = CriticalPoints.of(new NoisedMixture(crossed, CLEAN));
        assertTrue(found.complete(), found.advice());
        assertTrue(
                found.points().stream().anyMatch(p -> Math.abs(p.y()) > 0.5),
                "where the two ridges cross, off the line of the means: " + found);
    }

    @Test
    void aRingThatIsLevelToWithinRoundingIsSaidToBe() {
        var circle = DensityCatalog.CATALOG.create(Choice.of("circle"), "density");
        var found = CriticalPoints.of(new NoisedMixture(circle, NoiseLevel.plain(0.4)));
        assertEquals(CriticalPoints.Status.LEVEL, found.status());
        assertTrue(!found.advice().isEmpty());
        assertEquals(1, found.count(Kind.MINIMUM), "the middle: " + found);
        assertEquals(0, found.count(Kind.MAXIMUM), "rounding has no maxima: " + found);
    }

    @Test
    void workThatIsUsedUpIsSaidToBe() {
        var found = CriticalPoints.of(new NoisedMixture(random(7), CLEAN), 500);
        assertEquals(CriticalPoints.Status.CUT_SHORT, found.status());
        assertTrue(!found.complete() && !found.advice().isEmpty());
    }

    @Test
    void aWatcherHearsTheRisingShareAndCanEndTheWork() {
        var shares = new ArrayList<Double>();
        var circle = DensityCatalog.CATALOG.create(Choice.of("circle"), "density");
        var noised = new NoisedMixture(circle, NoiseLevel.plain(0.01));
        new Watcher() {
            @Override
            public void reached(Work work, double share) {
                shares.add(share);
            }
        }.during(() -> CriticalPoints.of(noised));
        assertTrue(shares.size() > 3);
        for (int i = 1; i < shares.size(); i++) {
            assertTrue(shares.get(i) >= shares.get(i - 1) && shares.get(i) <= 1, shares.toString());
        }
        assertEquals(1, shares.getLast());
        var unwanted = new Watcher() {
            @Override
            public boolean cancelled() {
                return shares.size() > 3;
            }
        };
        assertThrows(CancellationException.class, () -> unwanted.during(() -> CriticalPoints.of(noised)));
    }
}
