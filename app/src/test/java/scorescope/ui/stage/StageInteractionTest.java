package scorescope.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.sampling.DrawnStart;
import scorescope.plot.layer.MeasurementLayer;
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.paint.Viewport;
import scorescope.session.DensitySpec;
import scorescope.ui.model.SprayBrush;
import scorescope.ui.model.WindowModel;

class StageInteractionTest {
    private static final java.util.List<Double> UNTOUCHED =
            ((DrawnStart) DrawnStart.KIND.create().apply(scorescope.core.parameter.Parameters.NONE)).xy();
    private final WindowModel model = Bench.model();
    private int repaints;
    private final StageInteraction interaction = new StageInteraction(model, () -> repaints++);

    private Viewport viewport() {
        var view = model.session().view();
        return Viewport.fit(0, 0, 400, 500, view.x0(), view.x1(), view.y0(), view.y1());
    }

    private double px(double x) {
        return viewport().toX(x);
    }

    private double py(double y) {
        return viewport().toY(y);
    }

    @Test
    void draggedMeanFollowsAndIsOneStepOfUndo() {
        var before = model.session();
        interaction.pressed(viewport(), px(2) + 3, py(1), false, false);
        assertTrue(model.interacting());
        for (int i = 1; i <= 10; i++) {
            interaction.dragged(viewport(), px(2) + 3 + 4 * i, py(1) + 2 * i, false);
        }
        interaction.released();
        assertFalse(model.interacting());
        var moved = model.mixture().components().get(1);
        assertEquals(2 + 40 / viewport().scale(), moved.meanX(), 1e-9);
        assertEquals(1 - 20 / viewport().scale(), moved.meanY(), 1e-9);
        assertInstanceOf(DensitySpec.Components.class, model.session().density());
        model.undo();
        assertEquals(before, model.session());
    }

    @Test
    void ellipseHandleStretchesTheComponentThatShowsIt() {
        interaction.moved(viewport(), px(2), py(1));
        interaction.pressed(viewport(), px(2.6), py(1), false, false);
        interaction.dragged(viewport(), px(3.2), py(1), false);
        interaction.released();
        assertEquals(1.44, model.mixture().components().get(1).xx(), 1e-9);
        assertEquals(0.36, model.mixture().components().get(1).yy(), 1e-9);
    }

    @Test
    void theProbeIsDraggedEvenOverAComponent() {
        model.edit(session -> session.withView(new ProbePoint(2, 1).in(ProbePoint.shown(session.view(), true))));
        var before = model.session();
        interaction.pressed(viewport(), px(2), py(1), false, false);
        interaction.dragged(viewport(), px(0.5), py(-1.5), false);
        interaction.released();
        var now = ProbePoint.of(model.session().view()).orElseThrow();
        assertEquals(0.5, now.x(), 1e-9);
        assertEquals(-1.5, now.y(), 1e-9);
        assertEquals(before.density(), model.session().density());
        model.undo();
        assertEquals(before, model.session());
    }

    @Test
    void theLineOfAMeasurementIsDraggedAsOneStepOfUndo() {
        model.edit(session -> session.withView(session.view().withLayers(List.of(MeasurementLayer.ID))));
        var before = model.session();
        double mean = model.mixture().moments().meanX();
        interaction.pressed(viewport(), px(mean) + 2, py(0.4), false, false);
        assertTrue(interaction.overHandle());
        for (int i = 1; i <= 5; i++) {
            interaction.dragged(viewport(), px(mean - 0.3 * i), py(0.4), false);
        }
        interaction.released();
        var measured = model.session().conditioning().measurement().orElseThrow();
        assertEquals(mean - 1.5, measured.value().getFirst(), 1e-9);
        assertEquals(List.of(1.0, 0.0), measured.matrix().getFirst());
        model.undo();
        assertEquals(before, model.session());
    }

    @Test
    void emptyGroundIsDraggedToPan() {
        interaction.pressed(viewport(), 10, 10, false, false);
        interaction.dragged(viewport(), 50, 10, false);
        interaction.dragged(viewport(), 90, 10, false);
        interaction.released();
        assertEquals(-5 - 80 / 40.0, model.session().view().x0(), 1e-9);
        assertEquals(5, model.session().view().y1(), 1e-9);
    }

    @Test
    void wheelOverAComponentChangesItsWeightAndElsewhereNothing() {
        double before = model.mixture().components().get(0).weight();
        interaction.wheel(viewport(), px(-2), py(0), 1, false);
        double after = model.mixture().components().get(0).weight();
        assertTrue(after > before);
        var session = model.session();
        interaction.wheel(viewport(), 3, 3, 1, false);
        assertEquals(session, model.session());
    }

    @Test
    void zoomKeepsThePointUnderThePointer() {
        double x = viewport().dataX(300);
        double y = viewport().dataY(100);
        interaction.wheel(viewport(), 300, 100, 3, true);
        assertEquals(x, viewport().dataX(300), 1e-9);
        assertEquals(y, viewport().dataY(100), 1e-9);
        assertTrue(model.session().view().x1() - model.session().view().x0() < 10);
    }

    @Test
    void doubleClickAddsAndDeleteRemoves() {
        interaction.doubleClicked(viewport(), px(-3), py(3));
        assertEquals(4, model.mixture().components().size());
        assertEquals(-3, model.mixture().components().get(3).meanX(), 1e-9);
        interaction.delete();
        assertEquals(3, model.mixture().components().size());
        model.undo();
        model.undo();
        assertEquals(Bench.model().session(), model.session());
    }

    @Test
    void handlesAppearOnHoverAndLeaveWithThePointer() {
        assertFalse(interaction.marks().shown());
        interaction.moved(viewport(), px(2), py(1));
        assertTrue(interaction.marks().shown());
        assertTrue(interaction.overHandle());
        assertEquals(1, repaints);
        interaction.moved(viewport(), px(2) + 1, py(1));
        assertEquals(1, repaints);
        interaction.left();
        assertFalse(interaction.marks().shown());
    }

    @Test
    void keysReachEveryComponent() {
        interaction.select(1);
        assertEquals(0, interaction.active().orElseThrow());
        interaction.select(-1);
        assertEquals(2, interaction.active().orElseThrow());
        interaction.nudge(0.5, -0.25);
        assertEquals(0.5, model.mixture().components().get(2).meanX(), 1e-9);
        assertEquals(-2.25, model.mixture().components().get(2).meanY(), 1e-9);
    }

    @Test
    void theBrushLeavesPointsWhereItGoesAndTheStrokeIsOneStepOfUndo() {
        var before = model.session();
        model.pointerState().sprayingProperty().set(true);
        interaction.pressed(viewport(), px(-1), py(2), false, false);
        for (int i = 1; i <= 20; i++) {
            interaction.dragged(viewport(), px(-1) + i, py(2), false);
        }
        interaction.released();
        var points = assertInstanceOf(DensitySpec.Points.class, model.session().density());
        assertEquals(21 * SprayBrush.PUFF, points.xy().size() / 2);
        var moments = model.mixture().moments();
        assertEquals(-1 + 10 / viewport().scale(), moments.meanX(), 0.2);
        assertEquals(2, moments.meanY(), 0.2);
        interaction.pressed(viewport(), px(2), py(-2), false, false);
        interaction.released();
        assertEquals(22 * SprayBrush.PUFF, model.mixture().components().size(), "a second stroke adds to the first");
        model.undo();
        assertEquals(points, model.session().density());
        model.undo();
        assertEquals(before, model.session());
    }

    @Test
    void startsAreDrawnWhereThePenGoesAndTheStrokeIsOneStepOfUndo() {
        var before = model.session();
        model.pointerState().drawingStartsProperty().set(true);
        interaction.pressed(viewport(), px(-1), py(2), false, false);
        for (int i = 1; i <= 30; i++) {
            interaction.dragged(viewport(), px(-1) + 2 * i, py(2), false);
        }
        interaction.released();
        var drawn = assertInstanceOf(DrawnStart.class, model.session().sampler().start());
        assertTrue(drawn.points() >= 8 && drawn.points() <= 16, drawn.points() + " points");
        for (int i = 0; i < drawn.points(); i++) {
            assertEquals(2, drawn.xy().get(2 * i + 1), 1e-4);
        }
        assertEquals(-1, drawn.xy().getFirst(), 1e-4);
        assertEquals(drawn.xy(), interaction.marks().starts());
        assertEquals(before.density(), model.session().density());
        interaction.pressed(viewport(), px(3), py(-3), false, false);
        interaction.released();
        model.undo();
        assertEquals(drawn, model.session().sampler().start());
        model.undo();
        assertEquals(before, model.session());
    }

    @Test
    void whatIsDrawnTakesThePlaceOfTheExampleAndKeepsItsWidth() {
        model.edit(s -> s.withSampler(s.sampler().withStart(new DrawnStart(UNTOUCHED, 0.4))));
        model.pointerState().drawingStartsProperty().set(true);
        interaction.pressed(viewport(), px(-1), py(2), false, false);
        interaction.dragged(viewport(), px(1), py(2), false);
        interaction.released();
        assertEquals(
                new DrawnStart(java.util.List.of(-1.0, 2.0, 1.0, 2.0), 0.4),
                model.session().sampler().start());
    }

    @Test
    void withShiftThePenTakesStartsAwayButNotTheLast() {
        model.pointerState().drawingStartsProperty().set(true);
        for (double x : new double[] {-3, 3}) {
            interaction.pressed(viewport(), px(x), py(0), false, false);
            interaction.released();
        }
        for (double x : new double[] {-3, 3}) {
            interaction.pressed(viewport(), px(x) + 5, py(0), false, true);
            interaction.released();
        }
        assertEquals(
                new DrawnStart(
                        java.util.List.of(3.0, 0.0),
                        assertInstanceOf(
                                        DrawnStart.class,
                                        model.session().sampler().start())
                                .std()),
                model.session().sampler().start());
    }

    @Test
    void thePointerIsOneBrushAtATime() {
        model.pointerState().sprayingProperty().set(true);
        model.pointerState().drawingStartsProperty().set(true);
        assertFalse(model.pointerState().sprayingProperty().get());
        model.pointerState().sprayingProperty().set(true);
        assertFalse(model.pointerState().drawingStartsProperty().get());
    }

    @Test
    void theBrushReachesAsFarAsItsRingShows() {
        model.pointerState().sprayingProperty().set(true);
        model.edit(session -> session.withView(session.view().withBrush(0.05)));
        interaction.pressed(viewport(), px(1), py(1), false, false);
        var ring = interaction.marks().brush().orElseThrow();
        assertEquals(0.05, ring.radius());
        assertEquals(1, ring.x(), 1e-9);
        interaction.released();
        // Each coordinate exceeds four standard deviations of half the radius once in 16,000 cases.
        assertTrue(
                model.mixture().components().stream().allMatch(c -> Math.hypot(c.meanX() - 1, c.meanY() - 1) < 0.15));
        model.edit(session -> session.withView(session.view().withBrush(4)));
        interaction.pressed(viewport(), px(-1), py(1), false, true);
        assertTrue(interaction.marks().brush().orElseThrow().erasing());
        interaction.released();
        assertEquals(
                SprayBrush.PUFF,
                model.mixture().components().size(),
                "taking all away would leave nothing, so none is");
        interaction.left();
        assertTrue(interaction.marks().brush().isEmpty(), "no ring beside the picture");
    }

    @Test
    void withShiftTheBrushTakesPointsAwayButNotTheLast() {
        model.pointerState().sprayingProperty().set(true);
        for (double x : new double[] {-3, 3}) {
            interaction.pressed(viewport(), px(x), py(0), false, false);
            interaction.released();
        }
        for (double x : new double[] {-3, 3}) {
            for (int dx = -60; dx <= 60; dx += 15) {
                interaction.pressed(viewport(), px(x) + dx, py(0), false, true);
                interaction.released();
            }
        }
        var left = model.mixture().components();
        assertTrue(!left.isEmpty() && left.size() <= SprayBrush.PUFF, left.toString());
        assertTrue(left.stream().allMatch(c -> c.meanX() > 0), left.toString());
    }
}
