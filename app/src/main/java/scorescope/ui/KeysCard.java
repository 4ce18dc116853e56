package scorescope.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.controlsfx.control.PopOver;
import scorescope.words.Words;

/** The keys at a glance. */
final class KeysCard {
    private static final String[][] KEYS = {
        {Words.text("ui.keys.space"), Words.text("ui.keys.play-pause-particles")},
        {".", Words.text("ui.keys.step-sampler")},
        {Words.text("ui.keys.arrows"), Words.text("ui.keys.noise-down-up-notch-shift")},
        {Words.text("ui.keys.1"), Words.text("ui.keys.analytic-score")},
        {"L", Words.text("ui.keys.learned-score")},
        {"D", Words.text("ui.keys.difference")},
        {"O", Words.text("ui.keys.learned-over-analytic")},
        {"2", Words.text("ui.keys.side-side")},
        {"T", Words.text("ui.keys.train-pause")},
        {"P", Words.text("ui.keys.probe-noisy-point-to-dragged")},
        {"E", Words.text("ui.keys.export-figure")},
        {Words.text("ui.keys.ctrl-z"), Words.text("ui.keys.undo-shift-redo")},
        {Words.text("ui.keys.ctrl-s"), Words.text("ui.keys.save-session")},
        {Words.text("ui.keys.ctrl-o"), Words.text("ui.keys.open-session")},
        {"?", Words.text("ui.keys.these-keys")},
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
