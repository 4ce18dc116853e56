package scorescope.ui.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.session.NoiseSpec;
import scorescope.session.source.ProcessChange;
import scorescope.ui.control.Buttons;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Settings of the noise process, and whether the noise bar sets σ or the time of the process. */
final class ProcessControls extends VBox {
    private static final String PLAIN = "plain";
    private static final String TIME = "time";

    private final HBox givenLine;
    private boolean showing;

    ProcessControls(WindowModel model) {
        getStyleClass().add("panel-body");
        var given = Buttons.explain(
                ParameterControls.choices(
                        List.of(PLAIN, TIME),
                        id -> id.equals(PLAIN)
                                ? Words.text("ui.noise.sigma-plain-noise")
                                : Words.text("ui.noise.t-process")),
                Words.text("ui.noise.level-given"),
                Words.text("ui.noise.plain-noise-x-plus-sigma"));
        given.setId("noise-given");
        var kind = Buttons.explain(
                ParameterControls.choices(ProcessCatalog.CATALOG.kinds()),
                Words.text("ui.noise.process"),
                Words.text("ui.noise.forward-process-how-signal-alpha"));
        kind.setId("process-kind");
        model.onNotation(() -> {
            given.setAccessibleHelp(Words.text("ui.noise.plain-noise-x-plus-sigma"));
            kind.setAccessibleHelp(Words.text("ui.noise.forward-process-how-signal-alpha"));
        });
        var parameters = new ParameterControls(
                "process-",
                new DragEdits(
                        model,
                        (s, parameter, raw) -> ProcessChange.to(s, s.process().with(parameter, raw))));
        getChildren().setAll(ParameterControls.line(Words.text("ui.noise.process"), kind), parameters);
        givenLine = ParameterControls.line(Words.text("ui.noise.given"), given);
        model.sessionProperty().subscribe(session -> {
            showing = true;
            given.setValue(session.noise() instanceof NoiseSpec.Time ? TIME : PLAIN);
            kind.setValue(session.process().kind());
            parameters.show(
                    "process." + session.process().kind(),
                    ProcessCatalog.CATALOG
                            .kind(session.process().kind(), "process")
                            .acting(session.process().parameters()),
                    session.process().parameters());
            showing = false;
        });
        kind.valueProperty().subscribe((_, chosen) -> {
            if (chosen != null && !showing) {
                model.edit(s -> ProcessChange.to(s, Choice.of(chosen)));
            }
        });
        given.valueProperty().subscribe((_, chosen) -> {
            if (chosen != null && !showing) {
                model.edit(chosen.equals(PLAIN) ? ProcessChange::bySigma : ProcessChange::byTime);
            }
        });
    }

    /** The choice whether the noise bar sets σ or t. */
    Node given() {
        return givenLine;
    }
}
