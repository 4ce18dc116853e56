package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind;
import scorescope.plot.layer.LayerKind.Group;
import scorescope.session.Session;
import scorescope.session.View;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * Page of the layers: a list for the background and one for its colour map, and a check box for each other layer. The
 * settings of a layer unfold under its check box.
 */
final class LookPanel {
    private static final String NONE = "none";

    private final WindowModel model;
    private final List<Consumer<View>> shows = new ArrayList<>();
    private final Panel panel;

    LookPanel(WindowModel model) {
        this.model = model;
        var rows = new ArrayList<Node>(backgroundControls());
        rows.add(Panel.heading(Words.text("ui.look.layers")));
        for (var group : List.of(Group.LINES, Group.ARROWS, Group.POINTS)) {
            kinds(group).forEach(kind -> rows.addAll(box(kind)));
        }
        panel = new Panel("look", Words.text("ui.rail.look"), rows.toArray(Node[]::new));
        model.sessionProperty().subscribe(session -> {
            var view = session.view();
            shows.forEach(show -> show.accept(view));
            panel.stateProperty()
                    .set(Words.text("ui.layers.shown", view.layers().size()));
        });
    }

    Panel panel() {
        return panel;
    }

    private static List<Kind<LayerKind>> kinds(Group group) {
        return LayerCatalog.CATALOG.kinds().stream()
                .filter(kind -> LayerKind.of(kind).group() == group)
                .toList();
    }

    /** A list to choose from, since a background hides any other. */
    private List<Node> backgroundControls() {
        var kinds = kinds(Group.BACKGROUND);
        var ids = new ArrayList<>(List.of(NONE));
        kinds.forEach(kind -> ids.add(kind.id()));
        ComboBox<String> choice = Buttons.explain(
                ParameterControls.choices(
                        ids,
                        id -> id.equals(NONE)
                                ? Words.text("ui.layers.none")
                                : LayerCatalog.CATALOG.kind(id, "view.layers").title()),
                Words.text("ui.layers.background"),
                Words.text("ui.layers.image-under-everything-else"));
        choice.setId("layer-background");
        var controls = new ParameterControls("layer-background-", new DragEdits(model, this::setBackground));
        var showing = new boolean[1];
        choice.valueProperty().subscribe((_, id) -> {
            if (id != null && !showing[0]) {
                edit(layer -> ids.contains(layer) ? layer.equals(id) : shown().contains(layer));
            }
        });
        shows.add(view -> {
            var kind = uppermostBackground(view);
            showing[0] = true;
            choice.setValue(kind.map(Kind::id).orElse(NONE));
            showing[0] = false;
            choice.setAccessibleHelp(kind.map(one -> Words.written(one.help()))
                    .orElse(Words.text("ui.layers.image-under-everything-else")));
            var settings = view.settings(kind.map(Kind::id).orElse(NONE));
            controls.show(
                    "layer." + kind.map(Kind::id).orElse(NONE),
                    kind.map(one -> one.acting(settings)).orElse(List.of()),
                    settings);
            Panel.show(controls, kind.isPresent());
        });
        return List.of(ParameterControls.line(Words.text("ui.layers.background"), choice), colours(), controls);
    }

    /** The colour map of the background. */
    private Node colours() {
        ComboBox<String> choice = Buttons.explain(
                ParameterControls.choices(ColorMapCatalog.names(), name -> Words.text("ui.look.map." + name)),
                Words.text("ui.look.colours"),
                Words.text("ui.look.colours.help"));
        choice.setId("look-colours");
        choice.valueProperty().subscribe((_, name) -> {
            if (name != null && !name.equals(model.session().view().colorMap())) {
                model.edit(session -> session.withView(session.view().withColorMap(name)));
            }
        });
        shows.add(view -> choice.setValue(view.colorMap()));
        var line = ParameterControls.line(Words.text("ui.look.colours"), choice);
        shows.add(view -> Panel.show(line, uppermostBackground(view).isPresent()));
        return line;
    }

    private static Optional<Kind<LayerKind>> uppermostBackground(View view) {
        return view.layers().reversed().stream()
                .map(id -> LayerCatalog.CATALOG.kind(id, "view.layers"))
                .filter(kind -> LayerKind.of(kind).group() == Group.BACKGROUND)
                .findFirst();
    }

    private Session setBackground(Session session, Parameter<?> parameter, Object raw) {
        return uppermostBackground(session.view())
                .map(kind -> set(session, kind, parameter, raw))
                .orElse(session);
    }

    private static Session set(Session session, Kind<LayerKind> kind, Parameter<?> parameter, Object raw) {
        var view = session.view();
        return session.withView(
                view.withSettings(kind.id(), view.settings(kind.id()).with(parameter, raw)));
    }

    /** Check box and settings of a layer. */
    private List<Node> box(Kind<LayerKind> kind) {
        var box = Buttons.explain(new CheckBox(kind.title()), kind.title(), Words.written(kind.help()));
        box.setId("layer-" + kind.id());
        box.setOnAction(event -> edit(layer -> layer.equals(kind.id()) ? box.isSelected() : shown().contains(layer)));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(box, gap);
        line.getStyleClass().add("row");
        shows.add(view -> box.setSelected(view.layers().contains(kind.id())));
        boolean ofSession = conditions().holds(kind.id());
        if (kind.parameters().isEmpty() && !ofSession) {
            return List.of(line);
        }
        var controls = ofSession ? ofSession(kind) : ofLayer(kind);
        var more = Buttons.explain(
                new ToggleButton("", Icon.UNFOLD.picture()),
                Words.text("ui.layers.more", kind.title()),
                Words.text("ui.layers.what-can-set"));
        more.setId("layer-" + kind.id() + "-more");
        more.getStyleClass().addAll("icon-button", "flat");
        line.getChildren().add(more);
        more.selectedProperty().subscribe(unfolded -> Panel.show(controls, unfolded));
        return List.of(line, controls);
    }

    /** Controls of what a layer shows of the session's conditions. */
    private ParameterControls ofSession(Kind<LayerKind> kind) {
        String layer = kind.id();
        var edits = new DragEdits(
                model,
                (session, parameter, raw) ->
                        new ConditioningSettings(session, model.mixture()).changed(layer, parameter, raw),
                false);
        var controls = new ParameterControls("layer-" + layer + "-", edits);
        shows.add(view -> controls.show(
                "layer." + layer, conditions().of(layer), conditions().values(layer)));
        return controls;
    }

    /** Controls of a layer's own parameters. */
    private ParameterControls ofLayer(Kind<LayerKind> kind) {
        var edits = new DragEdits(model, (session, parameter, raw) -> set(session, kind, parameter, raw));
        var controls = new ParameterControls("layer-" + kind.id() + "-", edits);
        shows.add(view ->
                controls.show("layer." + kind.id(), kind.acting(view.settings(kind.id())), view.settings(kind.id())));
        return controls;
    }

    private ConditioningSettings conditions() {
        return new ConditioningSettings(model.session(), model.mixture());
    }

    private List<String> shown() {
        return model.session().view().layers();
    }

    private void edit(Predicate<String> wanted) {
        model.edit(session -> session.withView(session.view()
                .withLayers(LayerCatalog.CATALOG.ids().stream().filter(wanted).toList())));
    }
}
