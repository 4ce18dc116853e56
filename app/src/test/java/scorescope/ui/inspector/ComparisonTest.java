package scorescope.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scorescope.core.BadInputException;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.plot.study.Comparison;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.Lane;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;
import scorescope.session.codec.Patches;
import scorescope.session.source.ProcessChange;
import scorescope.ui.AppContext;
import scorescope.ui.control.NumberField;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.WindowModel;
import scorescope.ui.stage.JavaFx;

/** Lanes from the compare button of a parameter: made, changed, undone. */
final class ComparisonTest {
    @BeforeAll
    static void startJavaFx() throws InterruptedException {
        JavaFx.start();
    }

    private interface Check {
        void at(WindowModel model, Scene scene);
    }

    /** The pages of the inspector that hold declared parameters, alone in a window. */
    private static void inPages(Check check) throws Exception {
        var task = new FutureTask<>(
                () -> {
                    try (var context = AppContext.on(SessionDefaults.opening())) {
                        var model = context.model();
                        var pages = new VBox(
                                new ProcessControls(model),
                                new SamplePanel(model, context.background(), context.player()).panel(),
                                new TrainPanel(model, context.training(), Dialogs.NOBODY).panel(),
                                new StudyPanel(model).panel());
                        var scene = new Scene(pages, 300, 4000);
                        pages.applyCss();
                        check.at(model, scene);
                    }
                },
                true);
        Platform.runLater(task);
        assertTrue(task.get(120, TimeUnit.SECONDS));
    }

    private static void press(Scene scene, String id) {
        ((Button) scene.lookup(id)).fire();
    }

    /** Presses the compare button of each parameter of a page; returns faults of its lanes. */
    private static List<String> wrong(
            WindowModel model, Scene scene, Session session, String prefix, List<? extends Parameter<?>> declared) {
        var wrong = new ArrayList<String>();
        for (var parameter : declared) {
            if (parameter instanceof Parameter.Points) {
                continue; // drawn on the stage, without a control
            }
            model.edit(_ -> session);
            var button = (Button) scene.lookup("#" + prefix + parameter.name() + "-compare");
            if (button == null) {
                wrong.add(prefix + parameter.key() + " has no button");
                continue;
            }
            button.fire();
            var found = Comparison.in(model.session());
            if (found.isEmpty() || !found.get().parameter().equals(parameter)) {
                wrong.add(prefix + parameter.key() + " makes the lanes "
                        + model.session().lanes() + ", "
                        + model.messageProperty().get());
                continue;
            }
            var names = new HashSet<String>();
            model.session().lanes().forEach(lane -> names.add(lane.named()));
            if (names.size() != found.get().values().size()) {
                wrong.add(prefix + parameter.key() + " names its lanes " + names);
            }
            try {
                var lanes = new Lane.Cache().of(StudyInputs.of(model.session()), List.of());
                if (lanes.size() < SessionParameters.FEWEST_LANES) {
                    wrong.add(prefix + parameter.key() + " has too few lanes");
                }
            } catch (BadInputException bad) {
                wrong.add(prefix + parameter.key() + ": " + bad.getMessage());
            }
        }
        return wrong;
    }

    @Test
    void everyDeclaredParameterCanBeComparedFromTheWindow() throws Exception {
        var wrong = new ArrayList<String>();
        inPages((model, scene) -> {
            var opening = SessionDefaults.opening();
            for (var kind : SamplerCatalog.CATALOG.kinds()) {
                var session = opening.withSampler(opening.sampler().withMethod(Choice.of(kind.id())));
                wrong.addAll(wrong(model, scene, session, "sample-", kind.acting(Parameters.NONE)));
                for (var condition : kind.conditions()) {
                    var values = Parameters.NONE.with(
                            condition.choice(), condition.options().getFirst());
                    var acts = opening.withSampler(opening.sampler().withMethod(new Choice(kind.id(), values)));
                    if (kind.acting(values).contains(condition.parameter())) {
                        wrong.addAll(wrong(model, scene, acts, "sample-", List.of(condition.parameter())));
                    }
                }
            }
            wrong.addAll(wrong(model, scene, opening, "sample-", SessionParameters.SAMPLER));
            for (var kind : StartCatalog.CATALOG.kinds()) {
                var session = opening.withSampler(opening.sampler()
                        .withStart(StartCatalog.CATALOG.create(Choice.of(kind.id()), "sampler.start")));
                wrong.addAll(wrong(model, scene, session, "sample-start-", kind.parameters()));
            }
            for (var kind : ProcessCatalog.CATALOG.kinds()) {
                var session = ProcessChange.to(opening, Choice.of(kind.id()));
                wrong.addAll(wrong(model, scene, session, "process-", kind.parameters()));
            }
            wrong.addAll(wrong(model, scene, opening, "train-", List.of(SessionParameters.HIDDEN)));
            var acting = TrainingParameters.relevant(opening.training().scalars()).stream()
                    .collect(Collectors.partitioningBy(TrainPanel.FIRST::contains));
            wrong.addAll(wrong(model, scene, opening, "train-", acting.get(true)));
            ((ToggleButton) scene.lookup("#train-more")).setSelected(true);
            wrong.addAll(wrong(model, scene, opening, "train-", acting.get(false)));
            wrong.addAll(wrong(model, scene, opening, "train-levels-", SessionParameters.LEVELS));
            for (var kind : ObjectiveCatalog.CATALOG.kinds()) {
                var scalars = opening.training().scalars().with(TrainingParameters.OBJECTIVE, kind.id());
                var session = opening.withTraining(new TrainingSettings(
                        scalars, opening.training().hidden(), opening.training().levels()));
                wrong.addAll(wrong(model, scene, session, "train-", TrainingParameters.own(kind)));
            }
            for (Kind<?> kind : StudyCatalog.CATALOG.kinds()) {
                var view = opening.view();
                var session = opening.withView(view.withStudy(view.study().showing(Optional.of(kind.id()))));
                wrong.addAll(wrong(model, scene, session, "study-", kind.parameters()));
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void valuesOfLanesAreTypedAddedRemovedAndUndone() throws Exception {
        inPages((model, scene) -> {
            press(scene, "#sample-stepSize-compare");
            assertEquals(Optional.of("samplers"), model.session().view().study().name());
            assertEquals(3, model.session().lanes().size());
            scene.getRoot().applyCss();
            var field = (NumberField) scene.lookup("#lane-2-stepSize");
            field.setText("0.3");
            field.fireEvent(new ActionEvent());
            assertEquals(
                    0.3, Comparison.in(model.session()).orElseThrow().values().get(1));
            press(scene, "#lanes-add");
            assertEquals(4, model.session().lanes().size());
            press(scene, "#lane-1-remove");
            assertEquals(
                    0.3, Comparison.in(model.session()).orElseThrow().values().getFirst());
            field = (NumberField) scene.lookup("#lane-1-stepSize");
            field.setText("-3");
            field.fireEvent(new ActionEvent());
            assertEquals(
                    0.3, Comparison.in(model.session()).orElseThrow().values().getFirst());
            for (int i = 0; i < 4; i++) {
                model.undo();
            }
            assertEquals(List.of(), model.session().lanes());
            assertEquals(Optional.empty(), model.session().view().study().name());
        });
    }

    @Test
    void aLaneSaysWhatTheControlSaysAndNothingElse() throws Exception {
        inPages((model, scene) -> {
            press(scene, "#sample-stepSize-compare");
            var now = Comparison.in(model.session()).orElseThrow();
            for (int lane = 0; lane < now.values().size(); lane++) {
                var alone = Patches.apply(
                        Comparison.end(model.session()), model.session().lanes().get(lane));
                assertEquals(
                        now.values().get(lane),
                        alone.sampler().method().parameters().given().get("stepSize"));
            }
        });
    }
}
