package scorescope.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import scorescope.core.density.Component;
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.paint.Viewport;
import scorescope.session.DensitySpec;
import scorescope.session.View;
import scorescope.ui.model.ComponentHandles;
import scorescope.ui.model.ComponentHandles.Grip;
import scorescope.ui.model.PointerState;
import scorescope.ui.model.WindowModel;

/**
 * Translates pointer and key events on the picture into changes of the session: components are dragged, stretched,
 * weighted, added and removed; dragging the background pans. Holds no controls; positions are points of the viewport.
 *
 * <p>A preset becomes a list of components the moment one of them is changed.
 */
final class StageInteraction {
    /** Largest distance from a handle that counts as a hit, in points. */
    private static final double REACH = 9;

    /** Most components with marks; more marks would hide the picture. */
    private static final int MOST_MARKED = 500;

    private static final double ZOOM_NOTCH = 1.15;
    private static final double SMALLEST_VIEW = 0.05;
    private static final double LARGEST_VIEW = 1000;

    private final WindowModel model;
    private final StageBrushes brushes;
    private final Runnable changed;
    private boolean near;
    private Optional<Integer> active = Optional.empty();
    private Optional<Grip> hot = Optional.empty();
    private Optional<DragTarget> dragTarget = Optional.empty();
    private boolean overProbe;
    private Optional<MeasurementGrip> line = Optional.empty();
    private double pointerX;
    private double pointerY;

    /**
     * @param changed called when the marks look different although the session is the same
     */
    StageInteraction(WindowModel model, Runnable changed) {
        this.model = model;
        brushes = new StageBrushes(model);
        this.changed = changed;
    }

    HandleMarks marks() {
        boolean shown = !brushing() && components().size() <= MOST_MARKED && (near || dragTarget.isPresent());
        return new HandleMarks(components(), alpha(), shown, active, hot, brushes.starts(), ring());
    }

    /** The ring of the brush, while it is in use and over the picture. */
    private Optional<HandleMarks.Brush> ring() {
        return near && !overProbe
                ? brushes.ring(pointerX, pointerY, dragTarget.equals(Optional.of(new DragTarget.Brush(true))))
                : Optional.empty();
    }

    /** The component that Delete and the wheel act on. */
    Optional<Integer> active() {
        return active.filter(index -> index < components().size());
    }

    /** Whether the pointer is a brush. */
    boolean brushing() {
        return brushes.active();
    }

    boolean overHandle() {
        return hot.isPresent() || overProbe || line.isPresent();
    }

    void moved(Viewport viewport, double px, double py) {
        var before = marks();
        near = true;
        double x = viewport.dataX(px);
        double y = viewport.dataY(py);
        pointerX = x;
        pointerY = y;
        overProbe = probe().filter(at -> Math.hypot(at.x() - x, at.y() - y) <= REACH / viewport.scale())
                .isPresent();
        hot = overProbe || brushing()
                ? Optional.empty()
                : ComponentHandles.at(components(), active, alpha(), x, y, REACH / viewport.scale());
        line = overProbe || brushing() || hot.isPresent()
                ? Optional.empty()
                : MeasurementGrip.at(model, x, y, REACH / viewport.scale());
        var over = hot.map(Grip::index).or(() -> ComponentHandles.inside(components(), alpha(), x, y));
        if (over.isPresent()) {
            active = over;
        }
        if (!marks().equals(before)) {
            changed.run();
        }
    }

    void left() {
        if (near && dragTarget.isEmpty()) {
            near = false;
            hot = Optional.empty();
            changed.run();
        }
    }

    /**
     * @param pan whether to pan even over a component (the other mouse button)
     * @param erasing whether the brush removes points
     */
    void pressed(Viewport viewport, double px, double py, boolean pan, boolean erasing) {
        moved(viewport, px, py);
        if (brushes.drawing() && !pan) {
            dragTarget = Optional.of(new DragTarget.Starts(erasing));
            model.beginEdit();
            brushes.draw(viewport, px, py, erasing);
            return;
        }
        if (brushes.spraying() && !overProbe && !pan) {
            dragTarget = Optional.of(new DragTarget.Brush(erasing));
            model.beginEdit();
            spray(viewport, px, py, erasing);
            return;
        }
        if (overProbe && !pan) {
            var at = probe().orElseThrow();
            model.pointerState().lastTargetProperty().set(PointerState.DragTarget.PROBE);
            dragTarget = Optional.of(new DragTarget.Probe(at.x() - viewport.dataX(px), at.y() - viewport.dataY(py)));
        } else if (hot.isPresent() && !pan) {
            var grip = hot.get();
            double[] at = ComponentHandles.position(components().get(grip.index()), grip.part(), alpha());
            hold(grip.index());
            dragTarget = Optional.of(
                    new DragTarget.Part(grip, components(), at[0] - viewport.dataX(px), at[1] - viewport.dataY(py)));
        } else if (line.isPresent() && !pan) {
            dragTarget = line.map(DragTarget.Line::new);
        } else {
            model.pointerState().lastTargetProperty().set(PointerState.DragTarget.PLANE);
            dragTarget = Optional.of(new DragTarget.Plane(model.session().view(), viewport.scale(), px, py));
        }
        model.beginEdit();
    }

    /** @param snap to round positions, lengths and angles */
    void dragged(Viewport viewport, double px, double py, boolean snap) {
        dragTarget.ifPresent(what -> {
            switch (what) {
                case DragTarget.Part(Grip grip, List<Component> start, double offsetX, double offsetY) -> {
                    double x = viewport.dataX(px) + offsetX;
                    double y = viewport.dataY(py) + offsetY;
                    var moved = ComponentHandles.dragged(start.get(grip.index()), grip.part(), alpha(), x, y, snap);
                    edit(components -> ComponentHandles.replaced(start, grip.index(), moved));
                }
                case DragTarget.Probe(double offsetX, double offsetY) -> {
                    var to = new ProbePoint(viewport.dataX(px) + offsetX, viewport.dataY(py) + offsetY);
                    model.edit(s -> s.withView(to.in(s.view())));
                }
                case DragTarget.Line(MeasurementGrip grip) ->
                    model.edit(s -> grip.dragged(s, alpha(), viewport.dataX(px), viewport.dataY(py), snap));
                case DragTarget.Brush(boolean erasing) -> spray(viewport, px, py, erasing);
                case DragTarget.Starts(boolean erasing) -> brushes.draw(viewport, px, py, erasing);
                case DragTarget.Plane(View start, double scale, double x, double y) -> {
                    double dx = (px - x) / scale;
                    double dy = (y - py) / scale;
                    setLimits(start, start.x0() - dx, start.x1() - dx, start.y0() - dy, start.y1() - dy);
                }
            }
        });
    }

    void released() {
        if (dragTarget.isPresent()) {
            dragTarget = Optional.empty();
            model.commitEdit();
            changed.run();
        }
    }

    /** Adds a component where there is nothing to drag. */
    void doubleClicked(Viewport viewport, double px, double py) {
        released();
        if (brushing()) {
            return;
        }
        if (!overHandle()) {
            edit(components -> ComponentHandles.added(components, alpha(), viewport.dataX(px), viewport.dataY(py)));
            active = Optional.of(components().size() - 1);
            moved(viewport, px, py);
        }
    }

    /** Changes the weight of the component under the pointer, or zooms if {@code zoom}. */
    void wheel(Viewport viewport, double px, double py, double notches, boolean zoom) {
        if (zoom) {
            zoom(viewport.dataX(px), viewport.dataY(py), Math.pow(ZOOM_NOTCH, -notches));
            return;
        }
        moved(viewport, px, py);
        hot.map(Grip::index)
                .or(() -> ComponentHandles.inside(components(), alpha(), viewport.dataX(px), viewport.dataY(py)))
                .ifPresent(index ->
                        adjust("weight." + index, components -> ComponentHandles.weighted(components, index, notches)));
    }

    /** Removes the active component. */
    void delete() {
        active().ifPresent(index -> {
            if (components().size() > 1) {
                active = Optional.empty();
                hot = Optional.empty();
                edit(components -> ComponentHandles.removed(components, index));
            }
        });
    }

    /** Makes the next component (or with −1 the previous one) the active one, by keyboard. */
    void select(int step) {
        int count = components().size();
        hold(Math.floorMod(active().map(i -> i + step).orElse(step > 0 ? 0 : -1), count));
        near = true;
        changed.run();
    }

    private void hold(int index) {
        active = Optional.of(index);
        model.pointerState().componentProperty().set(active);
        model.pointerState().lastTargetProperty().set(PointerState.DragTarget.COMPONENT);
    }

    /** Moves the active component by (dx, dy) on the picture, in data units. */
    void nudge(double dx, double dy) {
        active().ifPresent(index -> {
            var c = components().get(index);
            double x = alpha() * c.meanX() + dx;
            double y = alpha() * c.meanY() + dy;
            var moved = ComponentHandles.dragged(c, ComponentHandles.Part.MEAN, alpha(), x, y, false);
            adjust("mean." + index, components -> ComponentHandles.replaced(components, index, moved));
        });
    }

    /** Zooms in (factor below 1) or out, with (x, y) fixed. */
    private void zoom(double x, double y, double factor) {
        var view = model.session().view();
        double width = (view.x1() - view.x0()) * factor;
        if (width >= SMALLEST_VIEW && width <= LARGEST_VIEW) {
            var nearer = view.over(
                    x + (view.x0() - x) * factor,
                    x + (view.x1() - x) * factor,
                    y + (view.y0() - y) * factor,
                    y + (view.y1() - y) * factor);
            model.adjust("zoom", s -> s.withView(nearer));
        }
    }

    /** Sprays and moves the ring to the pointer. */
    private void spray(Viewport viewport, double px, double py, boolean erasing) {
        pointerX = viewport.dataX(px);
        pointerY = viewport.dataY(py);
        changed.run();
        brushes.spray(viewport, px, py, erasing);
    }

    private void setLimits(View view, double x0, double x1, double y0, double y1) {
        model.edit(s -> s.withView(view.over(x0, x1, y0, y1)));
    }

    private void edit(UnaryOperator<List<Component>> change) {
        var after = change.apply(components());
        model.edit(s -> s.withDensity(new DensitySpec.Components(after)));
    }

    private void adjust(String what, UnaryOperator<List<Component>> change) {
        var after = change.apply(components());
        model.adjust(what, s -> s.withDensity(new DensitySpec.Components(after)));
    }

    private Optional<ProbePoint> probe() {
        return ProbePoint.of(model.session().view());
    }

    private List<Component> components() {
        return model.mixture().components();
    }

    private double alpha() {
        return model.level().alpha();
    }
}
