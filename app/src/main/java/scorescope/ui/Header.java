package scorescope.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import scorescope.core.density.DensityCatalog;
import scorescope.plot.export.ExportCatalog;
import scorescope.session.DensitySpec;
import scorescope.session.Shown;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.model.Theme;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Messages;
import scorescope.words.Words;

/** The top line: what is studied, which score is seen, and what one does with a session. */
final class Header extends HBox {
    private static final double ROOMY = 1120;

    private final WorkbenchModel model;

    Header(Commands commands, WorkbenchModel model) {
        this.model = model;
        getStyleClass().add("header");
        var mark = new Label("Scorescope");
        mark.getStyleClass().add("mark");
        mark.setMinWidth(USE_PREF_SIZE);
        // Where room is short, what can be pressed comes first.
        mark.visibleProperty()
                .bind(sceneProperty()
                        .flatMap(Scene::widthProperty)
                        .map(width -> width.doubleValue() >= ROOMY)
                        .orElse(true));
        mark.managedProperty().bind(mark.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var export = Buttons.explain(
                new Button(Words.text("ui.header.export-figure")),
                Words.text("ui.header.export-figure"),
                Words.text("ui.header.export-as", ExportCatalog.names()));
        export.setId("export");
        export.setMinWidth(USE_PREF_SIZE);
        export.getStyleClass().add("primary");
        export.setOnAction(event -> commands.export());
        getChildren().setAll(mark, presets(), segments(), gap, tools(commands), export);
    }

    private MenuButton presets() {
        var menu = Buttons.explain(
                new MenuButton(), Words.text("ui.header.distribution"), Words.text("ui.header.distribution-studied"));
        menu.setId("preset");
        menu.setMinWidth(140);
        menu.getStyleClass().add("pill");
        for (var kind : DensityCatalog.CATALOG.kinds()) {
            var item = new MenuItem(kind.title());
            item.setId("preset-" + kind.id());
            item.setOnAction(event -> model.edit(s -> s.withDensity(new DensitySpec.Preset(kind.id()))));
            menu.getItems().add(item);
        }
        menu.textProperty()
                .bind(Bindings.createStringBinding(() -> name(model.session().density()), model.sessionProperty()));
        return menu;
    }

    private static String name(DensitySpec density) {
        return switch (density) {
            case DensitySpec.Preset preset ->
                DensityCatalog.CATALOG.kind(preset.name(), "preset").title();
            case DensitySpec.Components components -> Words.text("ui.header.my-mixture");
            case DensitySpec.Points points -> Words.text("ui.header.my-points");
            case DensitySpec.File file -> file.file().getFileName().toString();
        };
    }

    private SegmentedButton segments() {
        Map<Shown, ToggleButton> toggles = new EnumMap<>(Shown.class);
        var segments = new SegmentedButton();
        for (var mode : Shown.values()) {
            var toggle = Buttons.explain(
                    new ToggleButton(Messages.text("view." + mode.id())),
                    Words.text("ui.header.score", Messages.text("view." + mode.id())),
                    switch (mode) {
                        case ANALYTIC -> Words.text("ui.header.exact-score-grad-log-p");
                        case LEARNED -> Words.text("ui.header.score-network-has-learned-so");
                        case DIFFERENCE -> Words.text("ui.header.learned-minus-analytic-score-d");
                        case OVERLAY -> Words.text("ui.header.learned-arrows-over-analytic-ones");
                        case SIDE_BY_SIDE -> Words.text("ui.header.both-scores-same-view-noise");
                    });
            toggle.setId(
                    "view-" + mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            toggle.setMinWidth(USE_PREF_SIZE);
            toggle.setOnAction(event -> {
                toggle.setSelected(true);
                model.look(mode);
            });
            toggles.put(mode, toggle);
            segments.getButtons().add(toggle);
        }
        segments.setId("view-mode");
        segments.setMinWidth(USE_PREF_SIZE);
        model.shownProperty().subscribe(mode -> toggles.get(mode).setSelected(true));
        return segments;
    }

    private HBox tools(Commands commands) {
        var undo = Buttons.flat("undo", Icon.UNDO, Words.text("ui.header.undo-ctrl-plus-z"), model::undo);
        undo.disableProperty().bind(model.undoableProperty().not());
        var redo = Buttons.flat("redo", Icon.REDO, Words.text("ui.header.redo-ctrl-plus-shift-plus"), model::redo);
        redo.disableProperty().bind(model.redoableProperty().not());
        var theme = Buttons.flat("theme", Icon.MOON, Words.text("ui.header.light-dark-theme"), commands::switchTheme);
        model.themeProperty().subscribe(now -> theme.setGraphic((now == Theme.DARK ? Icon.SUN : Icon.MOON).picture()));
        var tools = new HBox(
                undo,
                redo,
                Buttons.flat("open", Icon.OPEN, Words.text("ui.header.open-session-ctrl-plus-o"), commands::open),
                Buttons.flat("save", Icon.SAVE, Words.text("ui.header.save-session-ctrl-plus-s"), commands::save),
                theme,
                new AppMenu(commands, model));
        tools.getStyleClass().add("tools");
        return tools;
    }
}
