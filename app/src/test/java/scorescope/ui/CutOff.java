package scorescope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.text.Text;

/** Finds controls outside their container, and texts that are cut off. */
final class CutOff {
    private static final double ROUNDING = 1.01;

    private CutOff() {}

    /** Faults below a node of which the part {@code room} is visible or can be scrolled to. */
    static List<String> below(Node node, Bounds room) {
        var found = new ArrayList<String>();
        if (!node.isVisible()) {
            return found;
        }
        var seen = room;
        if (node instanceof Control) {
            check(node, room, found);
        }
        if (node instanceof ScrollPane scroll) {
            // Vertical scrolling only.
            var outer = scroll.localToScene(scroll.getLayoutBounds());
            seen = new BoundingBox(outer.getMinX(), -1e6, outer.getWidth(), 2e6);
        }
        if (node instanceof Parent parent && !(node instanceof Slider)) {
            for (var child : parent.getChildrenUnmodifiable()) {
                found.addAll(below(child, seen));
            }
        }
        return found;
    }

    private static void check(Node node, Bounds room, List<String> found) {
        var bounds = node.localToScene(node.getLayoutBounds());
        if (bounds.getMinX() < room.getMinX() - ROUNDING
                || bounds.getMaxX() > room.getMaxX() + ROUNDING
                || bounds.getMinY() < room.getMinY() - ROUNDING
                || bounds.getMaxY() > room.getMaxY() + ROUNDING) {
            found.add(Readability.name(node) + " lies outside: " + bounds);
        }
        if (node instanceof Labeled labeled) {
            shortened(labeled).ifPresent(found::add);
        }
    }

    /** What is wrong with a label that shows less than its text; empty if it shows all. */
    static Optional<String> shortened(Labeled labeled) {
        String text = labeled.getText();
        return text == null || text.isBlank()
                ? Optional.empty()
                : labeled.getChildrenUnmodifiable().stream()
                        .flatMap(child -> child instanceof Text shown ? Stream.of(shown.getText()) : Stream.empty())
                        .filter(shown -> !shown.equals(text))
                        .map(shown -> Readability.name(labeled) + " is cut: \"" + text + "\" to \"" + shown + "\"")
                        .findFirst();
    }
}
