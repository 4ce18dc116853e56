package scorescope.ui;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** The undo and redo steps by name: choosing one undoes or redoes it together with all steps between. */
final class UndoList {
    private UndoList() {}

    static void showUnder(Node anchor, WindowModel model) {
        var menu = new ContextMenu();
        menu.setId("undo-list");
        var undone = model.edits().undone();
        for (int i = undone.size() - 1; i >= 0; i--) {
            menu.getItems().add(item("ui.undo.redo", undone, i, model::redo));
        }
        var done = model.edits().done();
        if (!undone.isEmpty() && !done.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (int i = 0; i < done.size(); i++) {
            menu.getItems().add(item("ui.undo.next", done, i, model::undo));
        }
        menu.show(anchor, Side.BOTTOM, 0, 0);
    }

    private static MenuItem item(String words, List<String> names, int index, Runnable step) {
        var item = new MenuItem(Words.text(words, names.get(index)));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            for (int i = 0; i <= index; i++) {
                step.run();
            }
        });
        return item;
    }
}
