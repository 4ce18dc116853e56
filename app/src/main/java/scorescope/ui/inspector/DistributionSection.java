package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import scorescope.core.density.Component;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.ui.background.Background;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Words;

/** The presets as pictures, and the components with their exact numbers. */
final class DistributionSection {
    private final WorkbenchModel model;
    private final ComponentTable table = new ComponentTable(this::change);
    private final Label rest = new Label();
    private final PresetGallery gallery;
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
                "distribution", Words.text("ui.distribution.distribution"), open, gallery, table, foot, settings);
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
        int shown = points ? 0 : Math.min(ComponentTable.MOST_ROWS, components.size());
        table.show(components.subList(0, shown), components.size() > 1);
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
}
