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
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Page of the distribution: presets, the selected component, points, and the noise process. */
final class ScenePanel {
    private final WindowModel model;
    private final ComponentTable table = new ComponentTable(this::change);
    private final PresetGallery gallery;
    private final ParameterControls settings;
    private final ComponentControls component;
    private final HBox mixtureRow;
    private final Panel panel;
    private Optional<DensitySpec> known = Optional.empty();

    ScenePanel(WindowModel model, Background background, Runnable importPoints) {
        this.model = model;
        component = new ComponentControls(model);
        gallery = new PresetGallery(model, background);
        settings = new ParameterControls("distribution-", new DragEdits(model, PointSettings::changed));
        var process = new ProcessControls(model);
        mixtureRow = Panel.heading(Words.text("ui.scene.component"), mute(new Label(Words.text("ui.scene.wheel"))));
        panel = new Panel(
                        "scene",
                        Words.text("ui.rail.scene"),
                        gallery,
                        mixtureRow,
                        component,
                        Panel.heading(
                                Words.text("ui.scene.points"),
                                spray(),
                                Buttons.pill(
                                        "points-open",
                                        Words.text("ui.scene.open-points"),
                                        Words.text("ui.scene.open-points.help"),
                                        importPoints)),
                        settings,
                        Panel.heading(Words.text("ui.scene.process")),
                        process)
                .more(
                        Words.text("ui.scene.more"),
                        process.given(),
                        Panel.heading(Words.text("ui.scene.all-components")),
                        table);
        model.pointerState().sprayingProperty().subscribe(_ -> set(model.session()));
        model.pointerState().componentProperty().addListener((_, _, _) -> say());
        model.sessionProperty().subscribe(session -> {
            set(session);
            if (!known.equals(Optional.of(session.density()))) {
                known = Optional.of(session.density());
                show(model.mixture().components(), ofPoints(session.density()));
            }
        });
    }

    /** Shows the settings of points and brush; hidden if there are none. */
    private void set(Session session) {
        var declared = PointSettings.of(
                session, model.pointerState().sprayingProperty().get());
        settings.show(declared, PointSettings.values(session));
        Panel.show(settings, !declared.isEmpty());
    }

    private static Label mute(Label label) {
        label.getStyleClass().add("mute");
        return label;
    }

    private ToggleButton spray() {
        return Buttons.toggle(
                "spray",
                Icon.SPRAY,
                Words.text("ui.distribution.spray-points-stage"),
                Words.text("ui.distribution.spray-points-drag-stage-to"),
                model.pointerState().sprayingProperty());
    }

    Panel panel() {
        return panel;
    }

    /** Waits for the pictures of the presets. */
    void drawNow() {
        gallery.drawNow();
    }

    private static boolean ofPoints(DensitySpec density) {
        return density instanceof DensitySpec.Points || density instanceof DensitySpec.File;
    }

    /** @param points whether the distribution is one of points, which have no controls of their own */
    private void show(List<Component> components, boolean points) {
        int shown = points ? 0 : Math.min(ComponentTable.MOST_ROWS, components.size());
        table.show(components.subList(0, shown), components.size() > 1);
        Panel.show(mixtureRow, !points);
        Panel.show(component, !points);
        if (!points) {
            component.show();
        }
        say();
    }

    /** Shows the number of points or components, and the selected component. */
    private void say() {
        boolean points = ofPoints(model.session().density());
        int count = model.mixture().components().size();
        panel.stateProperty()
                .set(
                        points
                                ? Words.text(count("ui.distribution.points"), count)
                                : Words.text(
                                        "ui.scene.state",
                                        Words.text(count("ui.distribution.components"), count),
                                        component.selected() + 1));
    }

    /** The key of the singular or plural form of a text. */
    private String count(String key) {
        return model.mixture().components().size() == 1
                ? key.equals("ui.distribution.points") ? "ui.distribution.one-point" : "ui.distribution.one-component"
                : key;
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
}
