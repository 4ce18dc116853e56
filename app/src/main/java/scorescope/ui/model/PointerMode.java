package scorescope.ui.model;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the pointer is on the stage, and what it took hold of last. It is one brush at a time. */
public final class PointerMode {
    private final BooleanProperty spraying = new SimpleBooleanProperty();
    private final BooleanProperty drawingStarts = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Integer>> component = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<DragTarget> lastTarget = new SimpleObjectProperty<>(DragTarget.PLANE);

    /** What can be taken hold of. */
    public enum DragTarget {
        PLANE,
        COMPONENT,
        PROBE,
        PARTICLE
    }

    PointerMode() {
        spraying.subscribe(on -> drawingStarts.set(drawingStarts.get() && !on));
        drawingStarts.subscribe(on -> spraying.set(spraying.get() && !on));
    }

    /** Whether the pointer sprays points on the stage, rather than taking hold of what is there. */
    public BooleanProperty sprayingProperty() {
        return spraying;
    }

    /** Whether the pointer draws where particles begin. */
    public BooleanProperty drawingStartsProperty() {
        return drawingStarts;
    }

    /** The component that keys and the inspector act on; may be one that is not there any more. */
    public ObjectProperty<Optional<Integer>> componentProperty() {
        return component;
    }

    public ObjectProperty<DragTarget> lastTargetProperty() {
        return lastTarget;
    }
}
