package scorescope.ui.inspector;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.session.NoiseSpec;
import scorescope.session.source.ProcessChange;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.NumberField;
import scorescope.ui.model.WorkbenchModel;
import scorescope.ui.noise.NoiseReadouts;
import scorescope.words.Words;

/** The noise level as a number, and the process with its parameters. */
final class NoiseSection {
    private static final String PLAIN = "plain";
    private static final String TIME = "time";

    /**
     * Between two showings while a person drags: digits that change faster cannot be read, and each is a new layout of
     * the inspector. The noise bar's own number follows every picture.
     */
    private static final long PAUSE_NANOS = 100_000_000;

    private final Section section;

    NoiseSection(WorkbenchModel model, boolean open) {
        var sigma = Buttons.explain(
                new NumberField("noise-sigma", model::lookAt),
                Words.text("ui.noise.noise-level-sigma"),
                Words.text("ui.noise.sigma-standard-deviation-noise-added"));
        var time = Buttons.explain(
                new NumberField("noise-time", t -> model.edit(s -> s.withNoise(new NoiseSpec.Time(t)))),
                Words.text("ui.noise.process-time-t"),
                Words.text("ui.noise.t-time-process-alpha-t"));
        var given = Buttons.explain(
                ParameterControls.choices(
                        List.of(PLAIN, TIME),
                        id -> id.equals(PLAIN)
                                ? Words.text("ui.noise.sigma-plain-noise")
                                : Words.text("ui.noise.t-process")),
                Words.text("ui.noise.level-given"),
                Words.text("ui.noise.plain-noise-x-plus-sigma"));
        HBox.setHgrow(sigma, Priority.ALWAYS);
        HBox.setHgrow(time, Priority.ALWAYS);
        given.setId("noise-given");
        var kind = Buttons.explain(
                ParameterControls.choices(ProcessCatalog.CATALOG.kinds()),
                Words.text("ui.noise.process"),
                Words.text("ui.noise.forward-process-how-signal-alpha"));
        kind.setId("process-kind");
        model.onNotation(() -> {
            sigma.explain(Words.text("ui.noise.sigma-standard-deviation-noise-added"));
            time.explain(Words.text("ui.noise.t-time-process-alpha-t"));
            given.getTooltip().setText(Words.text("ui.noise.plain-noise-x-plus-sigma"));
            kind.getTooltip().setText(Words.text("ui.noise.forward-process-how-signal-alpha"));
        });
        var parameters = new ParameterControls(
                "process-",
                new DragEdits(
                        model,
                        (s, parameter, raw) -> ProcessChange.to(s, s.process().with(parameter, raw))));
        var sigmaRow = ParameterControls.line(Words.text("ui.noise.noise-sigma"), sigma);
        var timeRow = ParameterControls.line(Words.text("ui.noise.time-t"), time);
        var readouts = new Label();
        readouts.setId("noise-readouts");
        readouts.getStyleClass().add("mute");
        readouts.setWrapText(true);
        section = new Section(
                "noise",
                Words.text("ui.noise.noise"),
                open,
                ParameterControls.line(Words.text("ui.noise.given"), given),
                sigmaRow,
                timeRow,
                readouts,
                ParameterControls.line(Words.text("ui.noise.process"), kind),
                parameters);
        var showing = new boolean[1];
        var shownAt = new long[1];
        Runnable show = () -> {
            long now = System.nanoTime();
            if (model.interacting() && now - shownAt[0] < PAUSE_NANOS) {
                return;
            }
            shownAt[0] = now;
            var session = model.session();
            showing[0] = true;
            boolean byTime = session.noise() instanceof NoiseSpec.Time;
            given.setValue(byTime ? TIME : PLAIN);
            sigmaRow.setVisible(!byTime);
            sigmaRow.setManaged(!byTime);
            timeRow.setVisible(byTime);
            timeRow.setManaged(byTime);
            sigma.show(model.level().sigma());
            readouts.setText(NoiseReadouts.line(model.level()));
            if (byTime) {
                time.show(model.level().t());
            }
            kind.setValue(session.process().kind());
            parameters.show(
                    "process." + session.process().kind(),
                    ProcessCatalog.CATALOG
                            .kind(session.process().kind(), "process")
                            .parameters(),
                    session.process().parameters());
            section()
                    .summaryProperty()
                    .set(Words.written(ProcessCatalog.CATALOG
                                    .kind(session.process().kind(), "process")
                                    .title())
                            .toLowerCase(java.util.Locale.ROOT));
            showing[0] = false;
        };
        model.sessionProperty().subscribe(_ -> show.run());
        model.interactingProperty().subscribe(_ -> show.run());
        kind.valueProperty().subscribe((before, chosen) -> {
            if (chosen != null && !showing[0]) {
                model.edit(s -> ProcessChange.to(s, Choice.of(chosen)));
            }
        });
        given.valueProperty().subscribe((before, chosen) -> {
            if (chosen != null && !showing[0]) {
                model.edit(chosen.equals(PLAIN) ? ProcessChange::bySigma : ProcessChange::byTime);
            }
        });
    }

    Section section() {
        return section;
    }
}
