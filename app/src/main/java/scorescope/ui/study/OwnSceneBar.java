package scorescope.ui.study;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import scorescope.ui.control.Buttons;
import scorescope.ui.model.OwnScene;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Says when the study shown needs settings other than the session's, and switches between both. */
final class OwnSceneBar extends HBox {
    private static final double GAP = 12;

    private final OwnScene scene;
    private final Label says = new Label();
    private final Button change;

    OwnSceneBar(WindowModel model, StudyPlayer player) {
        super(GAP);
        scene = new OwnScene(model, player);
        change = Buttons.pill("study-scene", "", Words.text("ui.own-scene.help"), this::change);
        setId("study-own-scene");
        setAlignment(Pos.CENTER_LEFT);
        says.setWrapText(true);
        change.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(says, change);
        model.sessionProperty().subscribe(_ -> refresh());
    }

    private void change() {
        if (scene.canGoBack()) {
            scene.goBack();
        } else {
            scene.take();
        }
    }

    private void refresh() {
        var lacking = scene.lacking();
        boolean back = scene.canGoBack();
        says.setText(back ? Words.text("ui.own-scene.is-shown") : Words.text("ui.own-scene.lacking", lacking.named()));
        var text = Words.text(back ? "ui.own-scene.back" : "ui.own-scene.take");
        change.setText(text);
        change.setAccessibleText(text);
        boolean seen = back || !lacking.isEmpty();
        setVisible(seen);
        setManaged(seen);
    }
}
