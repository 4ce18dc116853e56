package scorescope.ui;

import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import scorescope.session.source.RecipeCatalog;
import scorescope.words.Words;

/** The built-in figures; choosing one opens its session, and undo goes back. */
final class RecipeMenu extends Menu {
    /** @param openNamed opens the session of that name */
    RecipeMenu(Consumer<String> openNamed) {
        super(Words.text("ui.recipe-menu.recipes"));
        setId("menu-recipes");
        for (var kind : RecipeCatalog.CATALOG.kinds()) {
            var item = new MenuItem(Words.written(kind.title()));
            item.setId("menu-recipe-" + kind.id());
            item.setOnAction(event -> openNamed.accept(kind.id()));
            getItems().add(item);
        }
    }
}
