package scorescope.ui;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A simulated mouse whose primary button acts on one node at positions in that node's coordinates. Used by the
 * rehearsal, and by tests where a robot cannot be used, such as with a key pressed, or would distort a measurement.
 */
public record Pointer(Node on, boolean shift) {
    public Pointer(Node on) {
        this(on, false);
    }

    public Pointer withShift() {
        return new Pointer(on, true);
    }

    /** Sends an event. The button is down unless {@code type} means that it was released or never pressed. */
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
