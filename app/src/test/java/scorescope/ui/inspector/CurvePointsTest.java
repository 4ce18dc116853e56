package scorescope.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameter;

class CurvePointsTest {
    private static final Parameter.Curve DECLARED = (Parameter.Curve)
            ProcessCatalog.CATALOG.kind("drawn", "process").parameters().getFirst();

    /** Every sequence of edits gives a curve that the declaration accepts and a valid process. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyGestureLeavesACurveThatFalls(long seed) {
        var random = new Random(seed);
        var points = new CurvePoints(DECLARED, DECLARED.standard());
        for (int gesture = 0; gesture < 2000; gesture++) {
            int i = random.nextInt(points.count());
            double x = 1.4 * random.nextDouble() - 0.2;
            double y = 50 * random.nextDouble() - 25;
            points = switch (random.nextInt(4)) {
                case 0 -> points.added(x);
                case 1 -> random.nextInt(3) == 0 ? points.without(i) : points;
                default -> points.moved(i, x, y);
            };
            ProcessCatalog.CATALOG.create(Choice.of("drawn").with(DECLARED, points.xy()), "process");
        }
    }

    @Test
    void aPointGoesToTheHandWhereItsNeighboursAllow() {
        var points = new CurvePoints(DECLARED, List.of(0.0, 10.0, 0.5, 0.0, 1.0, -10.0));
        assertEquals(
                List.of(0.0, 10.0, 0.3, 4.2, 1.0, -10.0),
                points.moved(1, 0.3, 4.2).xy());
        assertEquals(
                List.of(0.0, 10.0, 0.995, 9.95, 1.0, -10.0),
                points.moved(1, 2, 20).xy());
        assertEquals(
                List.of(0.0, 15.0, 0.5, 0.0, 1.0, -10.0),
                points.moved(0, 0.7, 20).xy());
        assertEquals(
                List.of(0.0, 10.0, 0.5, 0.0, 0.75, -5.0, 1.0, -10.0),
                points.added(0.75).xy());
        assertSame(points, points.added(0.5));
        assertEquals(List.of(0.0, 10.0, 1.0, -10.0), points.without(1).xy());
        assertSame(points, points.without(0));
        assertEquals(1, points.nearest(0.6, 1));
    }
}
