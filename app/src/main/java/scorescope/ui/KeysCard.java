package scorescope.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.controlsfx.control.PopOver;

/** The keys at a glance. */
final class KeysCard {
    private static final String[][] KEYS = {
        {"Space", "play or pause the particles"},
        {".", "one step of the sampler"},
        {"← →", "noise down or up a notch; with Shift a fine one"},
        {"A  or  1", "analytic score"},
        {"L", "learned score"},
        {"D", "difference"},
        {"O", "learned over analytic"},
        {"2", "side by side"},
        {"T", "train or pause"},
        {"P", "the probe: one noisy point, to be dragged"},
        {"E", "export the figure"},
        {"Ctrl Z", "undo; with Shift redo"},
        {"Ctrl S", "save the session"},
        {"Ctrl O", "open a session"},
        {"?", "these keys"},
    };

    private KeysCard() {}

    static void showOver(Node owner) {
        var grid = new GridPane();
        grid.getStyleClass().add("keys-card");
        for (int row = 0; row < KEYS.length; row++) {
            var key = new Label(KEYS[row][0]);
            key.getStyleClass().add("key");
            grid.addRow(row, key, new Label(KEYS[row][1]));
        }
        var card = new PopOver(grid);
        card.setArrowSize(0);
        card.setDetachable(false);
        card.setAutoHide(true);
        var bounds = owner.localToScreen(owner.getLayoutBounds());
        card.show(owner, bounds.getCenterX() - 180, bounds.getMinY() + 96);
    }
}
