package scorescope.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import scorescope.ui.background.Pulses;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.model.TrainingStatus;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * Shows in the header that a network is being trained, whatever page is shown: step, loss, and a button that pauses it.
 * Its space is reserved while nothing trains, so that nothing beside it moves.
 */
final class TrainingBadge extends HBox {
    /**
     * Shortest time between two updates of the text, in ns: digits that change faster cannot be read, and each update
     * costs a layout.
     */
    private static final long NANOS_BETWEEN_WORDS = 200_000_000L;

    /** Width of the text, in points: seven digits each for the step and the loss. */
    private static final double ROOM = 72;

    private final WindowModel model;
    private final Label words = new Label();
    private final Button pause;
    private final Pulses.Delay later;

    TrainingBadge(AppContext context) {
        super(8);
        model = context.model();
        getStyleClass().add("training-badge");
        setFillHeight(false);
        pause = Buttons.icon(
                "training-pause", Icon.PAUSE, Words.text("ui.training-badge.pause"), context.training()::pause);
        later = context.background().pulses().delay(NANOS_BETWEEN_WORDS, this::say);
        words.setId("training-badge");
        words.getStyleClass().add("readout");
        words.setMinWidth(ROOM);
        HBox.setHgrow(this, Priority.ALWAYS);
        getChildren().setAll(words, pause);
        model.trainingProperty().subscribe(status -> {
            if (status.running() == pause.isVisible()) {
                later.start();
            } else {
                later.cancel();
                say();
            }
        });
    }

    /** The text with step and loss, which a narrow window hides. */
    Node words() {
        return words;
    }

    private void say() {
        var status = model.training();
        pause.setVisible(status.running());
        words.setText(status.running() ? said(status) : "");
    }

    private static String said(TrainingStatus status) {
        return Double.isNaN(status.loss())
                ? Words.text("ui.training-badge.starts")
                : Words.text("ui.training-badge", status.step(), status.loss());
    }
}
