package scorescope.ui.draw;

import javafx.scene.Node;

/** By how much a node is drawn larger than its own logical pixels. */
public final class Magnification {
    private Magnification() {}

    /** Logical pixels of the window per logical pixel of the node: the scale chosen for the window's content. */
    public static double inWindow(Node node) {
        return node.getLocalToSceneTransform().getMxx();
    }

    /** Pixels of the screen per logical pixel of the node. */
    public static double onScreen(Node node) {
        var window = node.getScene() == null ? null : node.getScene().getWindow();
        return inWindow(node) * (window == null ? 1 : window.getRenderScaleX());
    }
}
