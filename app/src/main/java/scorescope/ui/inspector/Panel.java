package scorescope.ui.inspector;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import scorescope.ui.control.Explanations;
import scorescope.ui.control.Icon;
import scorescope.words.Words;

/**
 * One page of the inspector: a title, a line of state and controls. A button swaps these for further controls, so that a
 * page fits without scrolling.
 */
final class Panel extends VBox {
    private final Label state = new Label();
    private final VBox body = new VBox();

    Panel(String id, String title, Node... content) {
        setId(id);
        getStyleClass().add("panel");
        var name = new Label(title);
        name.getStyleClass().add("panel-title");
        state.setId(id + "-state");
        state.getStyleClass().add("panel-state");
        state.setWrapText(true);
        body.getStyleClass().add("panel-body");
        body.getChildren().setAll(content);
        getChildren().setAll(name, state, body);
    }

    StringProperty stateProperty() {
        return state.textProperty();
    }

    /** Adds a button that swaps the controls for {@code rest} and back. */
    Panel more(String title, Node... rest) {
        var usual = List.copyOf(body.getChildren());
        var swap = new ToggleButton(title, Icon.FOLD.picture());
        swap.setId(getId() + "-more");
        swap.getStyleClass().add("more");
        Explanations.offer(swap, Words.text("ui.panel.more.help"));
        swap.selectedProperty().subscribe(more -> {
            swap.setText(more ? Words.text("ui.panel.back") : title);
            swap.setGraphic((more ? Icon.BACK : Icon.FOLD).picture());
            body.getChildren().setAll(more ? List.of(rest) : usual);
            body.getChildren().add(swap);
        });
        return this;
    }

    /** Heading of the rows that follow, with nodes at its right end. */
    static HBox heading(String title, Node... right) {
        var name = new Label(title);
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, name, gap);
        line.getChildren().addAll(right);
        line.getStyleClass().add("panel-heading");
        return line;
    }

    /** A wrapping explanation; hidden while empty. */
    static Label note() {
        var note = new Label();
        note.getStyleClass().add("mute");
        note.setWrapText(true);
        note.managedProperty().bind(note.visibleProperty());
        note.textProperty().subscribe(text -> note.setVisible(!text.isEmpty()));
        return note;
    }

    /** Buttons in a row. */
    static HBox buttons(Node... buttons) {
        var line = new HBox(buttons);
        line.getStyleClass().add("buttons");
        return line;
    }

    static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
