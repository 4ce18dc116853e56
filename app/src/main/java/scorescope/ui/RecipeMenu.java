package scorescope.ui;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import scorescope.session.source.RecipeCatalog;
import scorescope.words.Words;

/** The built-in figures; choosing one opens its session, and undo goes back. */
final class RecipeMenu extends Menu {
    RecipeMenu(Commands commands) {
        super(Words.text("ui.recipe-menu.recipes"));
        setId("menu-recipes");
        for (var kind : RecipeCatalog.CATALOG.kinds()) {
            var item = new MenuItem(Words.written(kind.title()));
            item.setId("menu-recipe-" + kind.id());
            item.setOnAction(event -> commands.openRecipe(kind.id()));
            getItems().add(item);
        }
    }
}
