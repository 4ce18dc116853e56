package scorescope.ui.control;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;

/** Gives the focus as Tab does, so that the control shows it and takes Space. */
public final class KeyboardFocus {
    private KeyboardFocus() {}

    /** The toolkit shows a focus that its own traversal has led to: to the neighbour and back. */
    public static void give(Node node) {
        node.requestFocus();
        var scene = node.getScene();
        if (node.requestFocusTraversal(TraversalDirection.NEXT)) {
            boolean unusedBack = scene.getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
        if (scene.getFocusOwner() != node) {
            node.requestFocus();
        }
    }
}
