package scorescope.ui;

import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import scorescope.ui.model.WindowModel;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/** Chooses how formulas are written, everywhere at once. */
final class NotationMenu extends Menu {
    NotationMenu(WindowModel model) {
        super(Words.text("ui.notation-menu.notation"));
        setId("menu-notation");
        var choice = new ToggleGroup();
        for (var notation : NotationCatalog.notations()) {
            var item = new RadioMenuItem(notation.title());
            item.setId("menu-notation-" + notation.id());
            item.setToggleGroup(choice);
            item.setOnAction(event -> model.edit(session -> session.withNotation(notation.id())));
            model.onNotation(() -> item.setSelected(model.session().notation().equals(notation.id())));
            getItems().add(item);
        }
    }
}
