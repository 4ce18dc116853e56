package scorescope.ui;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import scorescope.core.density.DensityCatalog;
import scorescope.plot.export.ExportCatalog;
import scorescope.session.DensityNames;
import scorescope.session.DensitySpec;
import scorescope.session.Shown;
import scorescope.ui.command.CommandRegistry;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.FoldingRow;
import scorescope.ui.control.Icon;
import scorescope.ui.control.RovingFocus;
import scorescope.ui.control.SteadyWidth;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** The top line: the distribution, the score shown, and actions on the session. */
final class Header extends FoldingRow {
    /** Width beside the text of a segment and of a menu button: insets and the menu's arrow, in points. */
    private static final double SEGMENT_CHROME = 26;

    private static final double MENU_CHROME = 60;

    private final WindowModel model;

    Header(CommandRegistry commands, AppContext context, FileOpening opening) {
        model = context.model();
        getStyleClass().add("header");
        var mark = new Label("Scorescope");
        mark.getStyleClass().add("mark");
        mark.setMinWidth(USE_PREF_SIZE);
        var export = Buttons.explain(
                new Button(Words.text("ui.header.export-figure")),
                Words.text("ui.header.export-figure"),
                Words.text("ui.header.export-as", ExportCatalog.names()));
        export.setId("export");
        export.setMinWidth(USE_PREF_SIZE);
        export.getStyleClass().add("primary");
        export.setOnAction(event -> run(commands, "export"));
        var segments = segments();
        var choice = choice();
        var tools = tools(commands, opening);
        var training = new TrainingBadge(context);
        getChildren().setAll(mark, presets(), segments, choice, training, tools, export);
        foldNext(hide -> show(!hide, mark));
        // The menu offers these too.
        foldNext(hide -> show(!hide, tools.lookup("#theme")));
        foldNext(hide -> show(!hide, tools.lookup("#save")));
        foldNext(hide -> show(!hide, tools.lookup("#open")));
        show(false, choice);
        // The rail and its panel show it too.
        foldNext(hide -> show(!hide, training.words()));
        foldNext(hide -> {
            show(!hide, segments);
            show(hide, choice);
        });
        foldNext(hide -> show(!hide, tools.lookup("#undo"), tools.lookup("#redo")));
        foldNext(hide -> show(!hide, tools.lookup("#palette-open")));
    }

    private static void show(boolean visible, Node... parts) {
        for (var part : parts) {
            part.setVisible(visible);
            part.setManaged(visible);
        }
    }

    private MenuButton presets() {
        var menu = Buttons.explain(
                new MenuButton(), Words.text("ui.header.distribution"), Words.text("ui.header.distribution-studied"));
        menu.setId("preset");
        SteadyWidth.of(
                menu,
                DensityCatalog.CATALOG.kinds().stream()
                        .map(kind -> Words.written(kind.title()))
                        .toList(),
                MENU_CHROME);
        menu.setMaxWidth(USE_PREF_SIZE);
        menu.getStyleClass().add("pill");
        for (var kind : DensityCatalog.CATALOG.kinds()) {
            var item = new MenuItem(Words.written(kind.title()));
            item.setId("preset-" + kind.id());
            item.setOnAction(event -> model.edit(s -> s.withDensity(new DensitySpec.Preset(kind.id()))));
            menu.getItems().add(item);
        }
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> DensityNames.of(model.session().density()), model.sessionProperty()));
        menu.textProperty().subscribe(name -> {
            menu.setAccessibleHelp(name + "\n" + Words.text("ui.header.distribution-studied"));
        });
        return menu;
    }

    private SegmentedButton segments() {
        Map<Shown, ToggleButton> toggles = new EnumMap<>(Shown.class);
        var segments = new SegmentedButton();
        var roving = new RovingFocus(false);
        for (var mode : Shown.values()) {
            var toggle = Buttons.explain(
                    new ToggleButton(Words.text("view." + mode.id())),
                    Words.text("ui.header.score", Words.text("view." + mode.id())),
                    switch (mode) {
                        case ANALYTIC -> Words.text("ui.header.exact-score-grad-log-p");
                        case LEARNED -> Words.text("ui.header.score-network-has-learned-so");
                        case DIFFERENCE -> Words.text("ui.header.learned-minus-analytic-score-d");
                        case OVERLAY -> Words.text("ui.header.learned-arrows-over-analytic-ones");
                        case SIDE_BY_SIDE -> Words.text("ui.header.both-scores-same-view-noise");
                    });
            toggle.setId(
                    "view-" + mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            SteadyWidth.of(toggle, List.of(toggle.getText()), SEGMENT_CHROME);
            toggle.setOnAction(event -> {
                toggle.setSelected(true);
                model.showScore(mode);
            });
            toggles.put(mode, toggle);
            segments.getButtons().add(toggle);
            roving.add(toggle);
        }
        segments.setId("view-mode");
        segments.setMinWidth(USE_PREF_SIZE);
        model.shownProperty().subscribe(mode -> toggles.get(mode).setSelected(true));
        return segments;
    }

    /** The same choice as the segments, in the width of one segment. */
    private MenuButton choice() {
        var menu = Buttons.explain(
                new MenuButton(), Words.text("ui.header.shown"), Words.text("ui.header.which-score-stage-shows"));
        menu.setId("view-menu");
        SteadyWidth.of(
                menu,
                Arrays.stream(Shown.values())
                        .map(mode -> Words.text("view." + mode.id()))
                        .toList(),
                MENU_CHROME);
        menu.getStyleClass().add("pill");
        for (var mode : Shown.values()) {
            var item = new MenuItem(Words.text("view." + mode.id()));
            item.setId("view-menu-" + mode.id());
            item.setOnAction(event -> model.showScore(mode));
            menu.getItems().add(item);
        }
        model.shownProperty().subscribe(mode -> menu.setText(Words.text("view." + mode.id())));
        return menu;
    }

    private static void run(CommandRegistry commands, String id) {
        boolean unusedPossible = commands.named(id).run();
    }

    private HBox tools(CommandRegistry commands, FileOpening opening) {
        var undo =
                Buttons.flat("undo", Icon.UNDO, Words.text("ui.header.undo-ctrl-plus-z"), () -> run(commands, "undo"));
        undo.disableProperty().bind(model.undoableProperty().not());
        undo.setOnContextMenuRequested(event -> run(commands, "undo-list"));
        var redo = Buttons.flat(
                "redo", Icon.REDO, Words.text("ui.header.redo-ctrl-plus-shift-plus"), () -> run(commands, "redo"));
        redo.disableProperty().bind(model.redoableProperty().not());
        var theme = Buttons.flat(
                "theme", Icon.MOON, Words.text("ui.header.light-dark-theme"), () -> run(commands, "theme"));
        model.preferences()
                .themeProperty()
                .subscribe(now -> theme.setGraphic((now.dark() ? Icon.SUN : Icon.MOON).picture()));
        var studies = Buttons.pill(
                "studies",
                Words.text("ui.studies.open"),
                Words.text("ui.studies.open.help"),
                () -> run(commands, "studies"));
        studies.setMinWidth(USE_PREF_SIZE);
        var tools = new HBox(
                studies,
                Buttons.flat(
                        "palette-open", Icon.SEARCH, Words.text("ui.header.palette"), () -> run(commands, "palette")),
                undo,
                redo,
                Buttons.flat(
                        "open",
                        Icon.OPEN,
                        Words.text("ui.header.open-session-ctrl-plus-o"),
                        () -> run(commands, "open")),
                Buttons.flat(
                        "save",
                        Icon.SAVE,
                        Words.text("ui.header.save-session-ctrl-plus-s"),
                        () -> run(commands, "save")),
                theme,
                new AppMenu(commands, model, opening::openNamed, opening::recent));
        tools.getStyleClass().add("tools");
        tools.setMinWidth(USE_PREF_SIZE);
        return tools;
    }
}
