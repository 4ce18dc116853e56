package scorescope.ui.inspector;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.DrawnStart;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.StartCatalog;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.words.Words;

/** Choice of the particles' start and its parameters. */
final class StartControls extends VBox {
    private final ComboBox<String> kind;
    private final ParameterControls parameters;
    private final ToggleButton pen;
    private final BooleanProperty drawing;
    private boolean showing;

    /**
     * @param edits receives changes of the start's parameters
     * @param drawing whether the pointer draws starts on the stage
     */
    StartControls(Consumer<Start> onStart, ParameterEdits edits, BooleanProperty drawing) {
        this.drawing = drawing;
        kind = Buttons.explain(
                ParameterControls.choices(StartCatalog.CATALOG.kinds()),
                Words.text("ui.start.start"),
                Words.text("ui.start.where-particles-begin-drawn-lets"));
        kind.setId("sample-start");
        kind.valueProperty().subscribe((before, chosen) -> {
            if (chosen != null && !showing) {
                var start = StartCatalog.CATALOG.create(Choice.of(chosen), "sampler.start");
                onStart.accept(start);
                drawing.set(start instanceof DrawnStart);
            }
        });
        parameters = new ParameterControls("sample-start-", edits);
        pen = Buttons.toggle(
                "sample-start-draw",
                Icon.PEN,
                Words.text("ui.start.draw-starts-stage"),
                Words.text("ui.start.draw-starts-drag-stage-to"),
                drawing);
        pen.managedProperty().bind(pen.visibleProperty());
        getStyleClass().add("panel-body");
        getChildren().setAll(ParameterControls.line(Words.text("ui.start.start"), kind, pen), parameters);
    }

    void show(Start start) {
        showing = true;
        kind.setValue(start.choice().kind());
        parameters.show(
                StartCatalog.CATALOG
                        .kind(start.choice().kind(), "sampler.start")
                        .parameters(),
                start.choice().parameters());
        boolean drawn = start instanceof DrawnStart;
        pen.setVisible(drawn);
        if (!drawn) {
            drawing.set(false);
        }
        showing = false;
    }
}
