package scorescope.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scorescope.core.objective.Sliced;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.training.TrainingParameters;
import scorescope.ui.stage.JavaFx;

class ParameterControlsTest {
    private static final ParameterEdits NONE = new ParameterEdits() {
        @Override
        public void begin() {}

        @Override
        public void set(Parameter<?> parameter, Object raw) {}

        @Override
        public void end() {}
    };

    @BeforeAll
    static void toolkit() throws InterruptedException {
        JavaFx.start();
    }

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
        assertEquals("Probes K", ParameterControls.title(Sliced.PROBES.under("sliced")));
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
