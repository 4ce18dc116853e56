package scorescope.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.Shown;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Words;

/**
 * Everything that can be done, in one compact menu. {@link Keys} handles the keys that are shown: a plain letter
 * as an accelerator would fire while a person types it into a field.
 */
final class AppMenu extends MenuButton {
    AppMenu(Commands commands, WorkbenchModel model) {
        setId("menu");
        setGraphic(Icon.MENU.picture());
        getStyleClass().addAll("icon-button", "flat", "icon-menu");
        Buttons.explain(this, Words.text("ui.app-menu.menu"), Words.text("ui.app-menu.file-edit-view"));
        var restore = item("menu-restore", Words.text("ui.app-menu.restore-unsaved-work"), "", commands::restore);
        var undo = item("menu-undo", Words.text("ui.app-menu.undo"), "Ctrl+Z", model::undo);
        undo.disableProperty().bind(model.undoableProperty().not());
        var redo = item("menu-redo", Words.text("ui.app-menu.redo"), "Ctrl+Shift+Z", model::redo);
        redo.disableProperty().bind(model.redoableProperty().not());
        var inspector = new CheckMenuItem(Words.text("ui.app-menu.inspector"));
        inspector.setId("menu-inspector");
        inspector.setOnAction(event -> commands.toggleInspector());
        var meter = new CheckMenuItem(Words.text("ui.app-menu.frame-meter"));
        meter.setId("menu-frame-meter");
        meter.setOnAction(event -> commands.toggleFrameMeter());
        var view = new Menu(Words.text("ui.app-menu.view"));
        for (var mode : Shown.values()) {
            view.getItems()
                    .add(item(
                            "menu-" + mode.name(), Words.text("view." + mode.id()), key(mode), () -> model.look(mode)));
        }
        view.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        new NotationMenu(model),
                        inspector,
                        item("menu-theme", Words.text("ui.app-menu.light-dark-theme"), "", commands::switchTheme),
                        meter);
        var file = new Menu(Words.text("ui.app-menu.file"));
        file.getItems()
                .addAll(
                        item("menu-open", Words.text("ui.app-menu.open"), "Ctrl+O", commands::open),
                        new RecipeMenu(commands),
                        item("menu-import-points", Words.text("ui.app-menu.import-points"), "", commands::importPoints),
                        item("menu-save", Words.text("ui.app-menu.save"), "Ctrl+S", commands::save),
                        item("menu-save-as", Words.text("ui.app-menu.save-2"), "", commands::saveAs),
                        restore,
                        new SeparatorMenuItem(),
                        item("menu-export", Words.text("ui.app-menu.export-figure"), "E", commands::export),
                        item("menu-animate", Words.text("ui.app-menu.animation"), "", commands::animate));
        var edit = new Menu(Words.text("ui.app-menu.edit"));
        edit.getItems().addAll(undo, redo);
        var studies = new Menu(Words.text("ui.app-menu.studies"));
        for (var kind : StudyCatalog.CATALOG.kinds()) {
            studies.getItems()
                    .add(item(
                            "menu-study-" + kind.id(),
                            kind.title(),
                            "",
                            () -> model.edit(s -> s.withView(
                                    s.view().withStudy(s.view().study().showing(Optional.of(kind.id())))))));
        }
        getItems()
                .addAll(List.of(
                        file,
                        edit,
                        view,
                        studies,
                        item("menu-keys", Words.text("ui.app-menu.keys"), "?", commands::showKeys)));
        showingProperty().subscribe(showing -> {
            restore.setDisable(!commands.canRestore());
            inspector.setSelected(commands.inspectorShown());
            meter.setSelected(commands.frameMeterShown());
        });
    }

    private static String key(Shown mode) {
        return switch (mode) {
            case ANALYTIC -> "A";
            case LEARNED -> "L";
            case DIFFERENCE -> "D";
            case OVERLAY -> "O";
            case SIDE_BY_SIDE -> "2";
        };
    }

    private static MenuItem item(String id, String title, String key, Runnable action) {
        var item = new MenuItem(title);
        item.setId(id);
        if (key.startsWith("Ctrl")) {
            item.setAccelerator(KeyCombination.valueOf(key.replace("Ctrl", "Shortcut")));
        } else if (!key.isEmpty()) {
            item.setText(title + "   " + key);
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}
