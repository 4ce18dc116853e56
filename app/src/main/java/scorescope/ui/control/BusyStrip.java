package scorescope.ui.control;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import scorescope.ui.background.WorkWatch.Progress;
import scorescope.words.Words;

/**
 * Shows work in progress, its progress, and a button that cancels it; hidden while nothing takes long. The strip widens
 * with its text but never shrinks, so that the button does not move away from the pointer.
 */
public final class BusyStrip extends HBox {
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    /**
     * Hidden at first.
     *
     * @param id of the strip; the button's ends in {@code -cancel}
     * @param cancel cancels the work
     */
    public BusyStrip(String id, Runnable cancel) {
        super(8);
        setId(id);
        getStyleClass().add("busy");
        setAlignment(Pos.CENTER_LEFT);
        bar.setPrefWidth(72);
        Button stop = Buttons.pill(id + "-cancel", Words.text("ui.busy.cancel"), Words.text("ui.busy.give-up"), cancel);
        stop.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(text, bar, stop);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows the progress; hides the strip if there is none. */
    public void show(Optional<Progress> progress) {
        setVisible(progress.isPresent());
        progress.ifPresent(now -> {
            text.setText(now.work()
                    .map(work -> Words.text(
                            "ui.busy.share", Words.text("figure.progress." + work.id()), (int) (100 * now.share())))
                    .orElse(Words.text("ui.busy.computing")));
            text.setMinWidth(Math.max(text.getMinWidth(), text.prefWidth(-1)));
            bar.setProgress(now.share());
        });
    }
}
