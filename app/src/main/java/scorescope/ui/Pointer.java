package scorescope.ui;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A simulated mouse whose primary button acts on one node at places in that node's own coordinates: for the
 * rehearsal, and where a test's robot does not reach, as with a key held, or would be measured too.
 */
public record Pointer(Node on, boolean shift) {
    public Pointer(Node on) {
        this(on, false);
    }

    public Pointer withShift() {
        return new Pointer(on, true);
    }

    /** The button is down unless {@code type} says that it has been let go or was never pressed. */
    public void fire(EventType<MouseEvent> type, double x, double y) {
        var at = on.localToScene(x, y);
        boolean down = type != MouseEvent.MOUSE_MOVED && type != MouseEvent.MOUSE_RELEASED;
        on.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                shift,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null));
    }
}
