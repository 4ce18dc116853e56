package scorescope.ui.stage;

import java.util.List;
import scorescope.core.density.Component;
import scorescope.session.View;
import scorescope.ui.model.ComponentHandles.Grip;

/** What a press on the stage took hold of. */
sealed interface DragTarget {
    /** A component's part, with the mixture as it was, and how far beside the part it was taken. */
    record Part(Grip grip, List<Component> start, double offsetX, double offsetY) implements DragTarget {}

    /** The spray brush; it takes points away while {@code erasing}. */
    record Brush(boolean erasing) implements DragTarget {}

    /** The brush that draws where particles begin. */
    record Starts(boolean erasing) implements DragTarget {}

    record Plane(View start, double scale, double x, double y) implements DragTarget {}

    /** The probe, and how far beside it it was taken. */
    record Probe(double offsetX, double offsetY) implements DragTarget {}

    /** A line of the measurement. */
    record Line(MeasurementGrip grip) implements DragTarget {}
}
