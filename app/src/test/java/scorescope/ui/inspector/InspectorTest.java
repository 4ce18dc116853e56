package scorescope.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.plot.layer.ProbePoint;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.source.ProcessChange;
import scorescope.ui.AppContext;
import scorescope.ui.MainWindow;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.inspector.Inspector.Page;
import scorescope.ui.model.PointerState;
import scorescope.ui.stage.OnToolkit;

/** One page at a time, without scrolling at a height of 800 pixels; dragging on the stage selects a page. */
@OnToolkit
final class InspectorTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private interface Check {
        void at(AppContext context, Scene scene, Inspector inspector);
    }

    private static void inWindow(Check check) throws Exception {
        var task = new FutureTask<>(
                () -> {
                    try (var context = AppContext.on(SessionDefaults.opening())) {
                        var window = new MainWindow(context, Dialogs.NOBODY, Path.of("unused.scorescope.json"));
                        var scene = window.scene(WIDTH, HEIGHT);
                        scene.getRoot().applyCss();
                        check.at(context, scene, (Inspector) scene.lookup("#inspector"));
                        window.close();
                    }
                },
                true);
        Platform.runLater(task);
        assertTrue(task.get(120, TimeUnit.SECONDS));
    }

    @Test
    void noPageIsTallerThanTheWindowWhateverIsChosen() throws Exception {
        inWindow((context, scene, inspector) -> {
            var tall = new ArrayList<String>();
            for (var pages : sessions()) {
                var session = pages.getKey();
                context.model().edit(_ -> session);
                for (var page : pages.getValue()) {
                    inspector.show(page);
                    for (int state = 0; state < 2; state++) {
                        scene.getRoot().applyCss();
                        scene.getRoot().layout();
                        var room = (ScrollPane) scene.lookup(".pages");
                        double needed = room.getContent()
                                .prefHeight(room.getViewportBounds().getWidth());
                        if (needed > HEIGHT - 48) {
                            tall.add(page + " needs " + needed + " for "
                                    + session.sampler().method().kind() + ", "
                                    + session.process().kind() + ", more " + state);
                        }
                        var more = (ToggleButton)
                                scene.lookup("#" + page.name().toLowerCase(java.util.Locale.ROOT) + "-more");
                        if (more != null) {
                            more.fire();
                        }
                    }
                }
            }
            assertEquals("", String.join("\n", tall));
        });
    }

    /** Every sampler, process and objective, with the page that it changes; and all pages once. */
    private static List<Map.Entry<Session, List<Page>>> sessions() {
        var opening = SessionDefaults.opening();
        var all = new ArrayList<Map.Entry<Session, List<Page>>>();
        all.add(Map.entry(opening, List.of(Page.values())));
        SamplerCatalog.CATALOG
                .ids()
                .forEach(id ->
                        all.add(Map.entry(opening.withSampler(opening.sampler().ofKind(id)), List.of(Page.SAMPLE))));
        ProcessCatalog.CATALOG
                .ids()
                .forEach(id -> all.add(Map.entry(ProcessChange.to(opening, Choice.of(id)), List.of(Page.SCENE))));
        ObjectiveCatalog.CATALOG
                .ids()
                .forEach(id -> all.add(Map.entry(
                        opening.withTraining(new TrainingSettings(
                                opening.training().scalars().with(TrainingParameters.OBJECTIVE, id),
                                opening.training().hidden(),
                                opening.training().levels())),
                        List.of(Page.TRAIN))));
        return all;
    }

    @Test
    void whatIsTakenHoldOfChoosesThePageUnlessPagesAreFoldedAway() throws Exception {
        inWindow((context, scene, inspector) -> {
            var model = context.model();
            model.pointerState().lastTargetProperty().set(PointerState.DragTarget.PROBE);
            assertTrue(inspector.lookup("#measure").isVisible());
            model.pointerState().componentProperty().set(Optional.of(2));
            model.pointerState().lastTargetProperty().set(PointerState.DragTarget.COMPONENT);
            assertTrue(scene.lookup("#scene").isVisible());
            assertFalse(scene.lookup("#measure").isVisible());
            assertTrue(((ToggleButton) scene.lookup("#component-3")).isSelected());
            inspector.fold();
            model.pointerState().lastTargetProperty().set(PointerState.DragTarget.PARTICLE);
            assertFalse(inspector.unfolded());
            inspector.fold();
            assertTrue(scene.lookup("#scene").isVisible(), "the page of before comes back");
        });
    }

    @Test
    void theShareOfTheSelectedComponentIsSetAndTheOthersKeepTheirRatio() throws Exception {
        inWindow((context, scene, inspector) -> {
            var model = context.model();
            model.pointerState().componentProperty().set(Optional.of(1));
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            var slider = (Slider) scene.lookup("#component-weight-slider");
            assertEquals(0.4, slider.getValue(), 1e-3);
            slider.setValue(0.7);
            var weights =
                    model.mixture().components().stream().map(c -> c.weight()).toList();
            assertEquals(0.7, weights.get(1), 1e-3);
            assertEquals(0.15, weights.get(0), 1e-3);
            assertEquals(0.15, weights.get(2), 1e-3);
        });
    }

    @Test
    void theProbeIsComputedOnItsPageOnly() throws Exception {
        inWindow((context, scene, inspector) -> {
            var model = context.model();
            model.edit(s -> s.withView(ProbePoint.shown(s.view(), true)));
            assertNull(scene.lookup("#probe-table"));
            inspector.show(Page.MEASURE);
            assertTrue(scene.lookup("#probe-table").isVisible());
            inspector.show(Page.SCENE);
            assertFalse(scene.lookup("#measure").isVisible());
        });
    }
}
