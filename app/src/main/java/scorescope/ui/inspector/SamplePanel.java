package scorescope.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.session.SamplerSpec;
import scorescope.session.Session;
import scorescope.session.SessionParameters;
import scorescope.ui.background.Background;
import scorescope.ui.model.SamplerAdvice;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.StableStep;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Page of the sampler: its parameters, number and start of particles, and failure scenarios. */
final class SamplePanel {
    private static final List<Parameter<?>> COMMON = List.of(SessionParameters.PARTICLES, SessionParameters.SEED);

    private final WindowModel model;
    private final Panel panel;

    SamplePanel(WindowModel model, Background background, SamplingPlayer player) {
        this.model = model;
        var own = new ParameterControls(
                "sample-", edits((s, parameter, raw) -> s.withMethod(s.method().with(parameter, raw))));
        var common = new ParameterControls("sample-", edits((s, parameter, raw) -> {
            long value = (Long) parameter.parse(raw, "sampler." + parameter.key());
            return parameter.equals(SessionParameters.PARTICLES)
                    ? s.withParticles(Math.toIntExact(value))
                    : s.withSeed(value);
        }));
        var start = new StartControls(
                chosen -> change(s -> s.withStart(chosen)),
                edits((s, parameter, raw) -> s.withStart(
                        StartCatalog.CATALOG.create(s.start().choice().with(parameter, raw), "sampler.start"))),
                model.pointerState().drawingStartsProperty());
        var help = Panel.note();
        var refusal = new Label();
        refusal.setId("sample-refusal");
        refusal.getStyleClass().add("problem-text");
        refusal.setWrapText(true);
        refusal.managedProperty().bind(refusal.visibleProperty());
        var advice = new SamplerAdvice(model);
        model.sessionProperty().subscribe(session -> {
            var why = advice.refusal(session.sampler().method());
            refusal.setVisible(why.isPresent());
            refusal.setText(why.map(bad -> Words.text("ui.sample.not-here-remedy", bad.problem(), bad.remedy()))
                    .orElse(""));
        });
        panel = new Panel(
                "sample",
                Words.text("ui.rail.sample"),
                help,
                refusal,
                own,
                Panel.heading(Words.text("ui.sample.particles-heading")),
                common,
                start,
                Panel.heading(Words.text("ui.failure.failures")),
                new FailureControls(model, player));
        var stable = new StableStep(model, background);
        Runnable mark = () -> stepSize(model.session().sampler().method().kind())
                .ifPresent(size -> own.band(size, stable.longestProperty().get()));
        stable.longestProperty().addListener((_, _, _) -> mark.run());
        Consumer<SamplerSpec> show = sampler -> {
            var method = SamplerCatalog.CATALOG.kind(sampler.method().kind(), "sampler");
            var owner = "sampler." + method.id();
            help.setText(Words.written(method.help()));
            own.show(
                    owner,
                    method.acting(sampler.method().parameters()),
                    sampler.method().parameters());
            common.show(
                    COMMON,
                    Parameters.NONE
                            .with(SessionParameters.PARTICLES, (long) sampler.particles())
                            .with(SessionParameters.SEED, sampler.seed()));
            mark.run();
            start.show(sampler.start());
            panel.stateProperty().set(Words.written(method.title()));
        };
        model.sessionProperty().map(Session::sampler).subscribe(show);
        model.onNotation(() -> show.accept(model.session().sampler()));
    }

    Panel panel() {
        return panel;
    }

    private static Optional<Parameter.Real> stepSize(String sampler) {
        return SamplerCatalog.CATALOG.kind(sampler, "sampler").parameters().stream()
                .filter(parameter -> parameter.key().equals(Langevin.STEP_SIZE.key()))
                .map(Parameter.Real.class::cast)
                .findFirst();
    }

    private void change(UnaryOperator<SamplerSpec> change) {
        model.edit(s -> s.withSampler(change.apply(s.sampler())));
    }

    /** Returns the sampler with one parameter changed. */
    private interface Change {
        SamplerSpec apply(SamplerSpec spec, Parameter<?> parameter, Object raw);
    }

    private ParameterEdits edits(Change change) {
        return new DragEdits(
                model,
                (session, parameter, raw) -> session.withSampler(change.apply(session.sampler(), parameter, raw)));
    }
}
