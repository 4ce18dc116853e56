package scorescope.ui.inspector;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One part of the inspector, folding away under its title; the summary says what is inside even then. */
public final class Section extends VBox {
    private final Label summary = new Label();
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final VBox body = new VBox();

    public Section(String id, String title, boolean open, Node... content) {
        setId(id);
        getStyleClass().add("section");
        var name = new Label(title);
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        summary.getStyleClass().add("mute");
        var line = new HBox(8, name, gap, summary);
        line.setAlignment(Pos.CENTER_LEFT);
        var header = new Button("", line);
        header.setId(id + "-header");
        header.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        header.getStyleClass().setAll("section-header");
        header.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(header.widthProperty().subtract(32));
        line.minWidthProperty().bind(header.widthProperty().subtract(32));
        header.setOnAction(event -> this.open.set(!this.open.get()));
        header.accessibleTextProperty()
                .bind(summary.textProperty().map(said -> title + ", " + said).orElse(title));
        body.getStyleClass().add("section-body");
        body.getChildren().setAll(content);
        body.visibleProperty().bind(this.open);
        body.managedProperty().bind(this.open);
        getChildren().setAll(header, body);
        this.open.set(open);
    }

    public StringProperty summaryProperty() {
        return summary.textProperty();
    }

    public BooleanProperty openProperty() {
        return open;
    }

    /** What is under the title. */
    public VBox body() {
        return body;
    }
}
