package scorescope.ui.control;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Explanations of nodes for screen readers (the accessible help) and on hover. The tooltip shows the accessible help
 * and is created when the pointer first enters: each tooltip is a popup window with its own scene, and creating all at
 * once took a tenth of the program's start.
 */
public final class Explanations {
    private static final Duration DELAY = Duration.millis(400);

    private Explanations() {}

    /** Explains {@code node}; later texts are set as its accessible help. */
    public static void offer(Node node, String text) {
        node.setAccessibleHelp(text);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent entered) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip.install(node, tooltip(node));
            }
        });
    }

    private static Tooltip tooltip(Node node) {
        var tooltip = new Tooltip();
        tooltip.setShowDelay(DELAY);
        tooltip.setWrapText(true);
        tooltip.textProperty().bind(node.accessibleHelpProperty());
        return tooltip;
    }
}
