package scorescope.ui.stage;

import java.util.List;
import scorescope.core.density.Component;
import scorescope.session.View;
import scorescope.ui.model.ComponentHandles.Grip;

/** What a press on the stage started to drag. */
sealed interface DragTarget {
    /** A component's part, with the mixture at the start of the drag and the offset of the press from the part. */
    record Part(Grip grip, List<Component> start, double offsetX, double offsetY) implements DragTarget {}

    /** The spray brush; it removes points if {@code erasing}. */
    record Brush(boolean erasing) implements DragTarget {}

    /** The brush that draws start positions of particles. */
    record Starts(boolean erasing) implements DragTarget {}

    record Plane(View start, double scale, double x, double y) implements DragTarget {}

    /** The probe, with the offset of the press from it. */
    record Probe(double offsetX, double offsetY) implements DragTarget {}

    /** A line of the measurement. */
    record Line(MeasurementGrip grip) implements DragTarget {}
}
