package scorescope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import scorescope.ui.command.Command;
import scorescope.ui.command.CommandRegistry;
import scorescope.ui.command.Place;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * All commands in one compact menu, with a submenu for each place. {@link scorescope.ui.command.CommandKeys} handles
 * the keys shown: a plain letter as an accelerator would fire while a person types it into a field.
 */
final class AppMenu extends MenuButton {
    private final Menu recent = new Menu(Words.text("ui.app-menu.recent"));

    /**
     * @param openNamed opens the session of that name
     * @param recentFiles files opened or saved recently
     */
    AppMenu(CommandRegistry commands, WindowModel model, Consumer<String> openNamed, Supplier<List<Path>> recentFiles) {
        setId("menu");
        setGraphic(Icon.MENU.picture());
        getStyleClass().addAll("icon-button", "flat", "icon-menu");
        Buttons.explain(this, Words.text("ui.app-menu.menu"), Words.text("ui.app-menu.file-edit-view"));
        recent.setId("menu-recent");
        for (var place : Place.values()) {
            var menu = new Menu(place.title());
            menu.setId("menu-" + place.id());
            commands.of(place).forEach(command -> menu.getItems().add(item(command)));
            switch (place) {
                case FILE -> menu.getItems().add(1, recent);
                case VIEW -> menu.getItems().addAll(new SeparatorMenuItem(), new NotationMenu(model));
                default -> {}
            }
            menu.setOnShowing(_ -> refresh(commands, place, menu));
            getItems().add(menu);
        }
        showingProperty().subscribe(showing -> {
            if (showing) {
                var files = recentFiles.get();
                recent.getItems()
                        .setAll(files.stream()
                                .map(file -> file(file, openNamed))
                                .toList());
                recent.setDisable(files.isEmpty());
            }
        });
    }

    private static void refresh(CommandRegistry commands, Place place, Menu menu) {
        for (var command : commands.of(place)) {
            menu.getItems().stream()
                    .filter(item -> id(command).equals(item.getId()))
                    .forEach(item -> {
                        item.setDisable(!command.possible());
                        if (item instanceof CheckMenuItem check) {
                            check.setSelected(command.on().orElseThrow().getAsBoolean());
                        }
                    });
        }
    }

    private static MenuItem file(Path file, Consumer<String> openNamed) {
        var item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> openNamed.accept(file.toString()));
        return item;
    }

    private static MenuItem item(Command command) {
        var item = command.on().isPresent() ? new CheckMenuItem(command.title()) : new MenuItem(command.title());
        item.setId(id(command));
        command.keys().stream()
                .findFirst()
                .ifPresent(key -> item.setText(Words.text("ui.app-menu.with-key", command.title(), key.written())));
        item.setOnAction(_ -> command.run());
        return item;
    }

    private static String id(Command command) {
        return "menu-" + command.id();
    }
}
