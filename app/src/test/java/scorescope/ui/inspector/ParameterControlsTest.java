package scorescope.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.objective.Sliced;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.training.TrainingParameters;
import scorescope.session.SessionParameters;
import scorescope.ui.control.FormulaText;
import scorescope.ui.control.NumberField;
import scorescope.ui.stage.OnToolkit;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

@OnToolkit
class ParameterControlsTest {
    private static final ParameterEdits NONE = new ParameterEdits() {
        @Override
        public void begin() {}

        @Override
        public void set(Parameter<?> parameter, Object raw) {}

        @Override
        public void end() {}
    };

    @Test
    void aBoxOfOptionsShowsTheirTitles() throws Exception {
        var shown = CompletableFuture.supplyAsync(
                        () -> {
                            var titles = new ArrayList<String>();
                            for (var parameter : TrainingParameters.ALL) {
                                if (parameter instanceof Parameter.OneOf<?> choice) {
                                    titles.addAll(titles(choice));
                                }
                            }
                            return titles;
                        },
                        Platform::runLater)
                .get(20, TimeUnit.SECONDS);
        assertTrue(
                shown.containsAll(List.of("AdamW", "SGD", "SiLU", "v", "Noise", "Rademacher", "log σ")),
                shown.toString());
        assertFalse(shown.stream().anyMatch(title -> title.contains("_")), shown.toString());
    }

    @Test
    void aParameterOfOneKindIsCalledByItsOwnName() {
        assertEquals("Probes K", ParameterWords.title(Sliced.PROBES.under("sliced")));
        assertEquals("Max σ_L", ParameterWords.title(SessionParameters.LEVEL_MAX));
        var sigmaMin = ProcessCatalog.CATALOG
                .kind("variance-exploding", "process")
                .parameters()
                .getFirst();
        assertEquals("σ_min", ParameterWords.title(sigmaMin));
        assertEquals("σmin", new FormulaText(ParameterWords.title(sigmaMin)).written());
    }

    @Test
    void aNotationNamesAndScalesWhatIsShownAndNotWhatIsSet() throws Exception {
        var set = new ArrayList<Object>();
        var edits = new ParameterEdits() {
            @Override
            public void begin() {}

            @Override
            public void set(Parameter<?> parameter, Object raw) {
                set.add(raw);
            }

            @Override
            public void end() {}
        };
        var seen = CompletableFuture.supplyAsync(
                        () -> {
                            var controls = new ParameterControls("sample-", edits);
                            var values = Parameters.NONE.with(Langevin.STEP_SIZE, 0.01);
                            controls.show("sampler.langevin", List.of(Langevin.STEP_SIZE), values);
                            var before = said(controls);
                            return Words.in(NotationCatalog.named("delta"), () -> {
                                controls.show("sampler.langevin", List.of(Langevin.STEP_SIZE), values);
                                var field = (NumberField) controls.lookup("#sample-stepSize");
                                var after = said(controls);
                                field.setText("0.06");
                                field.fireEvent(new ActionEvent());
                                return List.of(before, after);
                            });
                        },
                        Platform::runLater)
                .get(20, TimeUnit.SECONDS);
        assertEquals(List.of("Step size η 0.01", "Step size δ 0.02"), seen);
        assertEquals(List.of(0.03), set);
    }

    private static String said(ParameterControls controls) {
        var label = (FormulaText) controls.lookup(".row-label");
        return label.written() + " " + ((NumberField) controls.lookup("#sample-stepSize")).getText();
    }

    private static List<String> titles(Parameter.OneOf<?> parameter) {
        var controls = new ParameterControls("", NONE);
        controls.show(List.of(parameter), Parameters.NONE);
        @SuppressWarnings("unchecked")
        var box = (ComboBox<String>) controls.lookup("#" + parameter.name());
        assertEquals(parameter.ids(), List.copyOf(box.getItems()));
        return box.getItems().stream().map(box.getConverter()::toString).toList();
    }
}
