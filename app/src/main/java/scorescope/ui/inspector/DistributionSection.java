package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import scorescope.core.density.Component;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.ui.background.Background;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.control.NumberField;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Words;

/** The presets as pictures, and the components with their exact numbers. */
final class DistributionSection {
    /** Most rows of the table; the stage shows all components. */
    private static final int ROWS = 12;

    private final WorkbenchModel model;
    private final VBox table = new VBox(4);
    private final Label rest = new Label();
    private final List<Row> rows = new ArrayList<>();
    private final PresetGallery gallery;
    private final HBox heads = heads();
    private final ParameterControls settings;
    private final Section section;
    private Optional<DensitySpec> known = Optional.empty();

    DistributionSection(WorkbenchModel model, Background background, boolean open) {
        this.model = model;
        var add = Buttons.icon(
                "component-add", Icon.ADD, Words.text("ui.distribution.add-component-middle-view"), this::add);
        rest.getStyleClass().add("mute");
        rest.setWrapText(true);
        var foot = new HBox(8, add, spray(), rest);
        foot.getStyleClass().add("buttons");
        gallery = new PresetGallery(model, background);
        settings = new ParameterControls("distribution-", new DragEdits(model, PointSettings::changed));
        section = new Section(
                "distribution",
                Words.text("ui.distribution.distribution"),
                open,
                gallery,
                heads,
                table,
                foot,
                settings);
        model.sprayingProperty().subscribe(_ -> set(model.session()));
        model.sessionProperty().subscribe(session -> {
            set(session);
            if (!known.equals(Optional.of(session.density()))) {
                known = Optional.of(session.density());
                show(model.mixture().components(), ofPoints(session.density()));
            }
        });
    }

    /** What can be set of points and of the brush, while there are such. */
    private void set(Session session) {
        var declared = PointSettings.of(session, model.sprayingProperty().get());
        settings.show(declared, PointSettings.values(session));
        settings.setVisible(!declared.isEmpty());
        settings.setManaged(!declared.isEmpty());
    }

    private ToggleButton spray() {
        return Buttons.toggle(
                "spray",
                Icon.SPRAY,
                Words.text("ui.distribution.spray-points-stage"),
                Words.text("ui.distribution.spray-points-drag-stage-to"),
                model.sprayingProperty());
    }

    Section section() {
        return section;
    }

    /** Waits for the pictures of the presets. */
    void drawNow() {
        gallery.drawNow();
    }

    private static boolean ofPoints(DensitySpec density) {
        return density instanceof DensitySpec.Points || density instanceof DensitySpec.File;
    }

    /** @param points whether they are data, of which no single one matters */
    private void show(List<Component> components, boolean points) {
        int shown = points ? 0 : Math.min(ROWS, components.size());
        heads.setVisible(!points);
        heads.setManaged(!points);
        while (rows.size() < shown) {
            rows.add(new Row(rows.size()));
        }
        for (int k = 0; k < shown; k++) {
            rows.get(k).show(components.get(k), components.size() > 1);
        }
        if (table.getChildren().size() != shown) {
            table.getChildren()
                    .setAll(rows.subList(0, shown).stream().map(row -> row.line).toList());
        }
        rest.setText(
                points
                        ? Words.text("ui.distribution.spray-more-take-some-away")
                        : components.size() > shown
                                ? Words.text("ui.distribution.more-stage", components.size() - shown)
                                : Words.text("ui.distribution.drag-them-stage"));
        int count = components.size();
        section.summaryProperty()
                .set(
                        points
                                ? Words.text(count == 1 ? "ui.distribution.one-point" : "ui.distribution.points", count)
                                : Words.text(
                                        count == 1 ? "ui.distribution.one-component" : "ui.distribution.components",
                                        count));
    }

    private void change(UnaryOperator<List<Component>> change) {
        model.edit(session -> {
            var components = new ArrayList<>(model.mixture().components());
            var changed = change.apply(components);
            for (int k = 0; k < changed.size(); k++) {
                changed.get(k).checked("density.components[" + k + "]");
            }
            return session.withDensity(new DensitySpec.Components(changed));
        });
    }

    private void add() {
        var view = model.session().view();
        change(components -> {
            components.add(Component.isotropic(
                    1.0 / components.size(), (view.x0() + view.x1()) / 2, (view.y0() + view.y1()) / 2, 0.6));
            return components;
        });
    }

    /** What can be negative needs room for its sign. */
    private enum Column {
        WEIGHT(Words.text("ui.distribution.weight.short"), 36),
        X("x", 43),
        Y("y", 43),
        STD_X(Words.text("ui.distribution.std-x.short"), 33),
        STD_Y(Words.text("ui.distribution.std-y.short"), 33),
        CORRELATION(Words.text("ui.distribution.correlation.short"), 41);

        private final String title;
        private final double width;

        Column(String title, double width) {
            this.title = title;
            this.width = width;
        }
    }

    private static HBox heads() {
        var line = new HBox(4);
        line.getStyleClass().add("component-row");
        for (var column : Column.values()) {
            var head = new Label(column.title);
            head.getStyleClass().add("component-head");
            head.setMaxWidth(Double.MAX_VALUE);
            head.setMinWidth(column.width);
            head.setPrefWidth(column.width);
            HBox.setHgrow(head, Priority.ALWAYS);
            line.getChildren().add(head);
        }
        var gap = new Label();
        gap.setMinWidth(24);
        line.getChildren().add(gap);
        return line;
    }

    /** One component; standard deviations and their correlation are easier to read than a covariance. */
    private final class Row {
        private final NumberField weight;
        private final NumberField meanX;
        private final NumberField meanY;
        private final NumberField stdX;
        private final NumberField stdY;
        private final NumberField correlation;
        private final javafx.scene.control.Button remove;
        private final HBox line;
        private Component component = Component.isotropic(1, 0, 0, 1);

        Row(int index) {
            String name = "component-" + index + "-";
            String spoken = Words.text("ui.distribution.component", index + 1);
            weight = field(
                    Column.WEIGHT,
                    name + "weight",
                    Words.text("ui.distribution.weight", spoken),
                    Words.text("ui.distribution.w-share-whole-among-all"),
                    index,
                    Component::withWeight);
            meanX = field(
                    Column.X,
                    name + "x",
                    Words.text("ui.distribution.mean-x", spoken),
                    Words.text("ui.distribution.mu-first-coordinate"),
                    index,
                    (c, v) -> c.withMean(v, c.meanY()));
            meanY = field(
                    Column.Y,
                    name + "y",
                    Words.text("ui.distribution.mean-y", spoken),
                    Words.text("ui.distribution.mu-second-coordinate"),
                    index,
                    (c, v) -> c.withMean(c.meanX(), v));
            stdX = field(
                    Column.STD_X,
                    name + "std-x",
                    Words.text("ui.distribution.standard-deviation-along-x", spoken),
                    Words.text("notation.root-sum-1-1"),
                    index,
                    (c, v) -> c.withShape(v, c.stdY(), c.correlation()));
            stdY = field(
                    Column.STD_Y,
                    name + "std-y",
                    Words.text("ui.distribution.standard-deviation-along-y", spoken),
                    Words.text("notation.root-sum-2-2"),
                    index,
                    (c, v) -> c.withShape(c.stdX(), v, c.correlation()));
            correlation = field(
                    Column.CORRELATION,
                    name + "correlation",
                    Words.text("ui.distribution.correlation", spoken),
                    Words.text("ui.distribution.sum-1-2-over-root"),
                    index,
                    (c, v) -> c.withShape(c.stdX(), c.stdY(), v));
            remove = Buttons.flat(
                    name + "remove",
                    Icon.REMOVE,
                    Words.text("ui.distribution.remove-component", index + 1),
                    () -> change(all -> {
                        all.remove(index);
                        return all;
                    }));
            remove.getStyleClass().add("narrow");
            line = new HBox(4, weight, meanX, meanY, stdX, stdY, correlation, remove);
            line.getStyleClass().add("component-row");
        }

        void show(Component shown, boolean removable) {
            component = shown;
            weight.show(rounded(shown.weight()));
            meanX.show(rounded(shown.meanX()));
            meanY.show(rounded(shown.meanY()));
            stdX.show(rounded(shown.stdX()));
            stdY.show(rounded(shown.stdY()));
            correlation.show(rounded(shown.correlation()));
            remove.setDisable(!removable);
        }

        private NumberField field(Column column, String id, String name, String tooltip, int index, Change change) {
            var field = Buttons.explain(
                    new NumberField(
                                    id,
                                    value -> change(all -> {
                                        all.set(index, change.apply(component, value));
                                        return all;
                                    }))
                            .aligned(),
                    name,
                    Words.text("ui.distribution.explained", name, tooltip));
            field.setPrefWidth(column.width);
            field.setMinWidth(column.width);
            HBox.setHgrow(field, Priority.ALWAYS);
            return field;
        }
    }

    /** One number of a component changed. */
    private interface Change {
        Component apply(Component component, double value);
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }
}
