package scorescope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A group of controls with one position in the tab order, that of the control that had the focus last. Arrows move to
 * the nearest control in their direction, Home and End to the first and the last; plain arrows only if the group was
 * reached by Tab, since after a click they belong to the window.
 */
public final class RovingFocus {
    private static final Object MARK = RovingFocus.class;

    /** Weight of distance perpendicular to the direction of the arrow. */
    private static final double ASIDE = 4;

    private final boolean withControl;
    private final List<Node> nodes = new ArrayList<>();

    /** @param withControl whether arrows need Ctrl held, as where the controls use arrows themselves */
    public RovingFocus(boolean withControl) {
        this.withControl = withControl;
    }

    /** One more control. */
    public void add(Node node) {
        node.getProperties().put(MARK, this);
        node.setFocusTraversable(nodes.isEmpty());
        nodes.add(node);
        node.focusedProperty().subscribe(focused -> {
            if (focused) {
                stopAt(node);
            }
        });
        node.visibleProperty().subscribe(_ -> keepAStop());
        node.disabledProperty().subscribe(_ -> keepAStop());
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (takes(node, event)) {
                go(node, event.getCode());
                event.consume();
            }
        });
    }

    /** Whether a key pressed while {@code focused} has the focus leads to a neighbour. */
    public static boolean takes(Node focused, KeyEvent event) {
        return focused != null
                && focused.getProperties().get(MARK) instanceof RovingFocus group
                && group.takes(event)
                && (group.withControl || focused.isFocusVisible());
    }

    /** Whether Tab leads to {@code node} or to another of its group. */
    public static boolean isReached(Node node) {
        return node.getProperties().get(MARK) instanceof RovingFocus group
                && group.nodes.stream().anyMatch(Node::isFocusTraversable);
    }

    private boolean takes(KeyEvent event) {
        return event.isControlDown() == withControl
                && !event.isAltDown()
                && !event.isShiftDown()
                && switch (event.getCode()) {
                    case LEFT, RIGHT, UP, DOWN, HOME, END -> true;
                    default -> false;
                };
    }

    /** Makes {@code node} the one that Tab leads to. */
    public void stopAt(Node node) {
        nodes.forEach(other -> other.setFocusTraversable(other == node));
    }

    private static boolean usable(Node node) {
        return node.isVisible() && !node.isDisabled();
    }

    private void keepAStop() {
        if (nodes.stream().noneMatch(node -> node.isFocusTraversable() && usable(node))) {
            nodes.stream().filter(RovingFocus::usable).findFirst().ifPresent(this::stopAt);
        }
    }

    private void go(Node from, KeyCode key) {
        var usable = nodes.stream().filter(RovingFocus::usable).toList();
        switch (key) {
            case HOME -> KeyboardFocus.give(usable.getFirst());
            case END -> KeyboardFocus.give(usable.getLast());
            default -> {
                Node nearest = from;
                double least = Double.POSITIVE_INFINITY;
                for (var node : usable) {
                    double distance = distance(from, node, key);
                    if (distance < least) {
                        least = distance;
                        nearest = node;
                    }
                }
                KeyboardFocus.give(nearest);
            }
        }
    }

    /** How far {@code to} lies in the direction of an arrow; infinite if it does not. */
    private static double distance(Node from, Node to, KeyCode arrow) {
        Bounds start = from.getBoundsInParent();
        Bounds end = to.getBoundsInParent();
        double right = end.getCenterX() - start.getCenterX();
        double down = end.getCenterY() - start.getCenterY();
        double along =
                switch (arrow) {
                    case LEFT -> -right;
                    case RIGHT -> right;
                    case UP -> -down;
                    default -> down;
                };
        double aside = arrow == KeyCode.LEFT || arrow == KeyCode.RIGHT ? Math.abs(down) : Math.abs(right);
        return to == from || along < 1 ? Double.POSITIVE_INFINITY : along + ASIDE * aside;
    }
}
