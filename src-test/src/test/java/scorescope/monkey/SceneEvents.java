package scorescope.monkey;

import java.util.ArrayList;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Mouse events at points of a scene. */
final class SceneEvents {
    private SceneEvents() {}

    static void mouse(Node target, EventType<MouseEvent> type, double x, double y, MouseButton button, int clicks) {
        boolean down = type != MouseEvent.MOUSE_RELEASED && type != MouseEvent.MOUSE_CLICKED;
        var local = target.sceneToLocal(x, y);
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        local.getX(),
                        local.getY(),
                        x,
                        y,
                        button,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        down && button == MouseButton.PRIMARY,
                        false,
                        down && button == MouseButton.SECONDARY,
                        true,
                        false,
                        type == MouseEvent.MOUSE_CLICKED,
                        null));
    }

    /** @param control whether Ctrl is held */
    static void wheel(Node target, double x, double y, double delta, boolean control) {
        Event.fireEvent(
                target,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        control,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    /** The uppermost node at a point that receives mouse events. */
    static Node at(Node node, double x, double y) {
        if (node instanceof Parent parent) {
            var children = new ArrayList<>(parent.getChildrenUnmodifiable());
            for (var child : children.reversed()) {
                Point2D local = child.sceneToLocal(x, y);
                if (child.isVisible() && !child.isMouseTransparent() && local != null && child.contains(local)) {
                    return at(child, x, y);
                }
            }
        }
        return node;
    }
}
