package scorescope.ui.noise;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Holds the session's own noise level while a run goes through others. Shown where there is such a run. */
final class HoldPin extends ToggleButton {
    static final double SIZE = 32;

    private final WindowModel model;

    HoldPin(WindowModel model) {
        this.model = model;
        Buttons.explain(this, Words.text("ui.noise-bar.hold"), Words.text("ui.noise-bar.hold.help"));
        setId("noise-hold");
        setGraphic(Icon.PIN.picture());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().addAll("icon-button", "flat");
        setOnAction(_ -> model.edit(s -> s.withView(s.view().holding(isSelected()))));
    }

    void refresh() {
        setSelected(model.session().view().fixedLevel());
        setVisible(model.follows() || isSelected());
        getStyleClass().remove("on");
        if (isSelected()) {
            getStyleClass().add("on");
        }
    }
}
