package scorescope.ui;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.model.Message;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * The newest message, over the lower edge of the stage or of what is shown in its place, until its cause no longer
 * holds or it is dismissed. It does not change the layout.
 */
final class MessageStrip extends HBox {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final double WIDEST = 640;
    private static final Insets MARGIN = new Insets(0, 24, 176, 64);

    MessageStrip(WindowModel model) {
        getStyleClass().add("message");
        setMaxSize(WIDEST, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_LEFT);
        StackPane.setMargin(this, MARGIN);
        var text = new Label();
        text.setId("message-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var remedy = new Button();
        remedy.setId("message-remedy");
        remedy.setMinWidth(Region.USE_PREF_SIZE);
        remedy.getStyleClass().add("pill");
        remedy.managedProperty().bind(remedy.visibleProperty());
        getChildren()
                .setAll(
                        text,
                        remedy,
                        Buttons.flat(
                                "message-dismiss",
                                Icon.CLOSE,
                                Words.text("ui.message-strip.dismiss-message"),
                                model::dismissMessage));
        model.messageProperty().subscribe(message -> {
            boolean shown = message.isPresent();
            setVisible(shown);
            pseudoClassStateChanged(SHOWN, shown);
            getStyleClass().remove("problem");
            if (message.filter(m -> m.tone() == Message.Tone.PROBLEM).isPresent()) {
                getStyleClass().add("problem");
            }
            text.setText(message.map(Message::text).orElse(""));
            var offered = message.flatMap(Message::remedy);
            remedy.setVisible(offered.isPresent());
            remedy.setText(offered.map(Message.Remedy::title).orElse(""));
            remedy.setAccessibleHelp(text.getText());
            remedy.setOnAction(_ -> offered.ifPresent(one -> one.action().run()));
        });
    }
}
