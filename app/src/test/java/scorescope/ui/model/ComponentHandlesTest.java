package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.density.Ellipse;
import scorescope.ui.model.ComponentHandles.Grip;
import scorescope.ui.model.ComponentHandles.Part;

class ComponentHandlesTest {
    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static Component random(SplittableRandom r) {
        var ellipse = new Ellipse(r.nextDouble(0.05, 3), r.nextDouble(0.05, 3), r.nextDouble(-4, 4));
        return ellipse.shape(new Component(r.nextDouble(0.1, 1), r.nextDouble(-5, 5), r.nextDouble(-5, 5), 0, 0, 0));
    }

    private static void assertSameShape(Component expected, Component actual) {
        assertEquals(expected.xx(), actual.xx(), 1e-9);
        assertEquals(expected.xy(), actual.xy(), 1e-9);
        assertEquals(expected.yy(), actual.yy(), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ellipseAndCovarianceUndoEachOther(long seed) {
        var c = random(new SplittableRandom(seed));
        assertSameShape(c, Ellipse.of(c).shape(c));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void heldPartFollowsThePointer(long seed) {
        var r = new SplittableRandom(seed);
        var start = random(r);
        double alpha = r.nextDouble(0.2, 1);
        double x = r.nextDouble(-6, 6);
        double y = r.nextDouble(-6, 6);
        for (var part : Part.values()) {
            var dragged = ComponentHandles.dragged(start, part, alpha, x, y, false);
            double nearest = Double.POSITIVE_INFINITY;
            for (var p : Part.values()) {
                if ((p == Part.MEAN) == (part == Part.MEAN)) {
                    double[] at = ComponentHandles.position(dragged, p, alpha);
                    nearest = Math.min(nearest, Math.hypot(at[0] - x, at[1] - y));
                }
            }
            assertEquals(0, nearest, 1e-7, part + " of " + start);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pullingAnAxisKeepsTheOtherAxisTheMeanAndTheWeight(long seed) {
        var r = new SplittableRandom(seed);
        var start = random(r);
        var before = Ellipse.of(start);
        double length = r.nextDouble(0.5, 2) * before.a();
        double x = start.meanX() + length * Math.cos(1.234);
        double y = start.meanY() + length * Math.sin(1.234);
        var after = ComponentHandles.dragged(start, Part.EAST, 1, x, y, false);
        assertEquals(start.meanX(), after.meanX());
        assertEquals(start.weight(), after.weight());
        // det Σ = (ab)²
        double determinant = after.xx() * after.yy() - after.xy() * after.xy();
        assertEquals(length * before.b(), Math.sqrt(determinant), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void letGoWhereItWasTakenChangesNothing(long seed) {
        var r = new SplittableRandom(seed);
        var start = random(r);
        double alpha = r.nextDouble(0.2, 1);
        for (var part : Part.values()) {
            double[] at = ComponentHandles.position(start, part, alpha);
            assertSameShape(start, ComponentHandles.dragged(start, part, alpha, at[0], at[1], false));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void draggingNeverLeavesThePositiveDefinite(long seed) {
        var r = new SplittableRandom(seed);
        var start = random(r);
        for (var part : Part.values()) {
            ComponentHandles.dragged(start, part, 1, start.meanX(), start.meanY(), false)
                    .checked("dragged");
            ComponentHandles.dragged(start, part, 1, r.nextDouble(-9, 9), r.nextDouble(-9, 9), true)
                    .checked("snapped");
        }
    }

    @Test
    void snapPutsMeansOnTheGridAndTurnsAxesByFifteenDegrees() {
        var c = Component.isotropic(1, 0, 0, 1);
        assertEquals(
                1.25, ComponentHandles.dragged(c, Part.MEAN, 1, 1.3, 0, true).meanX(), 1e-12);
        var turned = ComponentHandles.dragged(
                c, Part.EAST, 1, 2 * Math.cos(Math.toRadians(32)), 2 * Math.sin(Math.toRadians(32)), true);
        assertEquals(30, Math.toDegrees(Ellipse.of(turned).angle()), 1e-9);
    }

    @Test
    void axisEndsAreFoundBeforeMeansAndOnlyWhereShown() {
        var components = List.of(Component.isotropic(0.5, 0, 0, 1), Component.isotropic(0.5, 1, 0, 1));
        assertEquals(
                Optional.of(new Grip(0, Part.EAST)), ComponentHandles.at(components, Optional.of(0), 1, 1.01, 0, 0.1));
        assertEquals(
                Optional.of(new Grip(1, Part.MEAN)),
                ComponentHandles.at(components, Optional.empty(), 1, 1.01, 0, 0.1));
        assertEquals(Optional.empty(), ComponentHandles.at(components, Optional.of(0), 1, 3, 3, 0.1));
    }

    @Test
    void pointInsideTwoComponentsBelongsToTheNearerMean() {
        var components = List.of(Component.isotropic(0.5, 0, 0, 2), Component.isotropic(0.5, 1, 0, 2));
        assertEquals(Optional.of(1), ComponentHandles.inside(components, 1, 0.8, 0));
        assertEquals(Optional.of(0), ComponentHandles.inside(components, 0.5, 0.1, 0));
        assertEquals(Optional.empty(), ComponentHandles.inside(components, 1, 9, 0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void weightsAlwaysSumToOne(long seed) {
        var r = new SplittableRandom(seed);
        var components = List.of(random(r), random(r), random(r));
        for (var changed : List.of(
                ComponentHandles.weighted(components, 1, 3),
                ComponentHandles.added(components, 1, 0, 0),
                ComponentHandles.removed(components, 0))) {
            assertEquals(1, changed.stream().mapToDouble(Component::weight).sum(), 1e-9);
        }
    }

    @Test
    void wheelMakesHeavierAndTheLastComponentCannotBeRemoved() {
        var two = List.of(Component.isotropic(0.5, 0, 0, 1), Component.isotropic(0.5, 3, 0, 1));
        assertTrue(ComponentHandles.weighted(two, 0, 1).get(0).weight() > 0.5);
        assertTrue(ComponentHandles.weighted(two, 0, -1).get(0).weight() < 0.5);
        assertEquals(
                1, ComponentHandles.removed(ComponentHandles.removed(two, 1), 0).size());
    }
}
