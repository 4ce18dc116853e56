package scorescope.ui.figure;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import scorescope.plot.color.Vision;
import scorescope.plot.export.ExportCatalog;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.FoldingRow;
import scorescope.ui.control.Icon;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** The top bar of the composer. */
final class ComposerBar extends FoldingRow {
    /** Actions of the bar's controls. */
    interface Actions {
        void leave();

        void save();

        void copyPicture();

        void copyCaption();

        void copyAlternative();

        void copyLatex();

        void copyCommand();
    }

    ComposerBar(ComposerModel composer, WindowModel model, Actions actions) {
        getStyleClass().add("header");
        var back = Buttons.pill(
                "composer-back", Words.text("ui.composer.back"), Words.text("ui.composer.back-help"), actions::leave);
        back.setGraphic(Icon.BACK.picture());
        back.setMinWidth(USE_PREF_SIZE);
        var seen = new Label(Words.text("ui.composer.seen"));
        seen.getStyleClass().add("mute");
        seen.setMinWidth(USE_PREF_SIZE);
        var visions = visions(composer);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var undo = Buttons.flat("composer-undo", Icon.UNDO, Words.text("ui.header.undo-ctrl-plus-z"), model::undo);
        undo.disableProperty().bind(model.undoableProperty().not());
        var redo = Buttons.flat(
                "composer-redo", Icon.REDO, Words.text("ui.header.redo-ctrl-plus-shift-plus"), model::redo);
        redo.disableProperty().bind(model.redoableProperty().not());
        var format = Rows.choice(
                "composer-format",
                Words.text("ui.composer.format"),
                ExportCatalog.formats(),
                one -> one.extension().toUpperCase(java.util.Locale.ROOT),
                composer.formatProperty()::set);
        composer.formatProperty().subscribe(format::setValue);
        format.setMinWidth(84);
        var save = Buttons.explain(
                new Button(Words.text("ui.composer.save")),
                Words.text("ui.composer.save"),
                Words.text("ui.composer.save-help", ExportCatalog.names()));
        save.setId("composer-save");
        save.setMinWidth(USE_PREF_SIZE);
        save.getStyleClass().add("primary");
        save.setOnAction(_ -> actions.save());
        getChildren().setAll(back, seen, visions, gap, copies(actions), undo, redo, format, save);
        foldNext(hide -> show(!hide, seen));
        foldNext(hide -> show(!hide, undo, redo));
        foldNext(hide -> show(!hide, visions));
    }

    private static void show(boolean visible, Node... parts) {
        for (var part : parts) {
            part.setVisible(visible);
            part.setManaged(visible);
        }
    }

    private static SegmentedButton visions(ComposerModel composer) {
        Map<Vision, ToggleButton> toggles = new EnumMap<>(Vision.class);
        var segments = new SegmentedButton();
        for (var vision : Vision.values()) {
            var toggle = Buttons.explain(
                    new ToggleButton(Words.text("figure.vision." + vision.id())),
                    Words.text("ui.composer.seen-as", Words.text("figure.vision." + vision.id())),
                    Words.text("ui.composer.vision-help." + vision.id()));
            toggle.setId("composer-vision-" + vision.id());
            toggle.setMinWidth(USE_PREF_SIZE);
            toggle.setOnAction(_ -> {
                toggle.setSelected(true);
                composer.visionProperty().set(vision);
            });
            toggles.put(vision, toggle);
            segments.getButtons().add(toggle);
        }
        segments.setMinWidth(USE_PREF_SIZE);
        composer.visionProperty().subscribe(vision -> toggles.get(vision).setSelected(true));
        return segments;
    }

    private static MenuButton copies(Actions actions) {
        var menu = Buttons.explain(
                new MenuButton(Words.text("ui.composer.copy")),
                Words.text("ui.composer.copy"),
                Words.text("ui.composer.copy-help"));
        menu.setId("composer-copy");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getStyleClass().add("pill");
        menu.getItems()
                .setAll(
                        item("composer-copy-picture", "ui.composer.copy-picture", actions::copyPicture),
                        item("composer-copy-caption", "ui.composer.copy-caption", actions::copyCaption),
                        item("composer-copy-alternative", "ui.composer.copy-alternative", actions::copyAlternative),
                        item("composer-copy-latex", "ui.composer.copy-latex", actions::copyLatex),
                        item("composer-copy-command", "ui.composer.copy-command", actions::copyCommand));
        return menu;
    }

    private static MenuItem item(String id, String key, Runnable action) {
        var item = new MenuItem(Words.text(key));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
