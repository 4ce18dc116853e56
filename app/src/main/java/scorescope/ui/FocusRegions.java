package scorescope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import scorescope.ui.control.KeyboardFocus;

/**
 * Parts of the window between which one key moves the focus: header, stage or study, noise bar, transport, page and
 * rail.
 */
final class FocusRegions {
    /** Selectors of the parts, in their order. */
    private static final List<String> PARTS =
            List.of(".header", ".framed", "#noise-bar", ".transport", ".pages", "#rail");

    private final Scene scene;

    FocusRegions(Scene scene) {
        this.scene = scene;
    }

    /** Moves the focus to the first control of the next or the previous part. */
    void go(int by) {
        var parts = parts();
        if (parts.isEmpty()) {
            return;
        }
        var focused = Optional.ofNullable(scene.getFocusOwner());
        int now = -1;
        for (int k = 0; k < parts.size(); k++) {
            var part = parts.get(k);
            if (focused.filter(node -> isIn(node, part)).isPresent()) {
                now = k;
            }
        }
        int next = now < 0 ? (by > 0 ? 0 : parts.size() - 1) : Math.floorMod(now + by, parts.size());
        first(parts.get(next)).ifPresent(KeyboardFocus::give);
    }

    /** The parts in which a control can have the focus. */
    private List<Node> parts() {
        var found = new ArrayList<Node>();
        for (var selector : PARTS) {
            scene.getRoot().lookupAll(selector).stream()
                    .filter(FocusRegions::isShown)
                    .filter(part -> first(part).isPresent())
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isIn(Node node, Node part) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at == part) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShown(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
