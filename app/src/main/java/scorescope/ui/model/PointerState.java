package scorescope.ui.model;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the pointer does on the stage, and what it dragged last. At most one brush is active at a time. */
public final class PointerState {
    private final BooleanProperty spraying = new SimpleBooleanProperty();
    private final BooleanProperty drawingStarts = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Integer>> component = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<DragTarget> lastTarget = new SimpleObjectProperty<>(DragTarget.PLANE);

    /** What can be dragged. */
    public enum DragTarget {
        PLANE,
        COMPONENT,
        PROBE,
        PARTICLE
    }

    PointerState() {
        spraying.subscribe(on -> drawingStarts.set(drawingStarts.get() && !on));
        drawingStarts.subscribe(on -> spraying.set(spraying.get() && !on));
    }

    /** Whether the pointer sprays points on the stage, instead of dragging what is there. */
    public BooleanProperty sprayingProperty() {
        return spraying;
    }

    /** Whether the pointer draws start positions of particles. */
    public BooleanProperty drawingStartsProperty() {
        return drawingStarts;
    }

    /** The component that keys and the inspector act on; may be one that does not exist any more. */
    public ObjectProperty<Optional<Integer>> componentProperty() {
        return component;
    }

    public ObjectProperty<DragTarget> lastTargetProperty() {
        return lastTarget;
    }
}
