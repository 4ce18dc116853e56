package scorescope.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;

/** Buttons with a picture, a name for screen readers and a tooltip. */
public final class Buttons {
    private Buttons() {}

    /** A square button; {@code name} is spoken and shown on hover. */
    public static Button icon(String id, Icon icon, String name, Runnable action) {
        var button = new Button("", icon.picture());
        button.setId(id);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("icon-button");
        button.setOnAction(event -> action.run());
        return explain(button, name, name);
    }

    /** The same without an outline, for tool rows. */
    public static Button flat(String id, Icon icon, String name, Runnable action) {
        var button = icon(id, icon, name, action);
        button.getStyleClass().add("flat");
        return button;
    }

    /** A button with words. */
    public static Button pill(String id, String text, String tooltip, Runnable action) {
        var button = explain(new Button(text), text, tooltip);
        button.setId(id);
        button.getStyleClass().add("pill");
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A square button that stays down while {@code on}. */
    public static ToggleButton toggle(String id, Icon icon, String name, String tooltip, BooleanProperty on) {
        var button = explain(new ToggleButton("", icon.picture()), name, tooltip);
        button.setId(id);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("icon-button");
        button.selectedProperty().bindBidirectional(on);
        button.selectedProperty().subscribe(down -> {
            button.getStyleClass().remove("on");
            if (down) {
                button.getStyleClass().add("on");
            }
        });
        return button;
    }

    /** Gives any control its spoken name and its tooltip. */
    public static <C extends Control> C explain(C control, String name, String tooltip) {
        control.setAccessibleText(name);
        Explanations.offer(control, tooltip);
        return control;
    }
}
