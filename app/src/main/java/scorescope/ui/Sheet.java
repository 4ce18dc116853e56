package scorescope.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A sheet in the middle over the darkened window, hidden until it is shown. Esc and a click beside it close it. */
abstract class Sheet extends StackPane {
    Sheet(String id) {
        setId(id);
        getStyleClass().add("palette-place");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                leave();
            }
        });
        setVisible(false);
    }

    /** Sets the parts of the sheet, one under the other. */
    final void fill(Node... parts) {
        var sheet = new VBox(parts);
        sheet.getStyleClass().addAll("palette", "first-sheet");
        sheet.setAlignment(Pos.CENTER);
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(sheet);
    }

    /** Shows the sheet with the focus on the part that the selector {@code focused} finds. */
    final void show(String focused) {
        setVisible(true);
        // A scroll pane creates its parts when its style is applied.
        applyCss();
        lookup(focused).requestFocus();
    }

    final void leave() {
        setVisible(false);
    }
}
