package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import scorescope.core.density.DensityCatalog;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.paint.Formula;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.SceneWords;
import scorescope.plot.scene.Source;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.session.codec.Patches;
import scorescope.words.Words;

/** The sentences of a {@link Description} about the session's settings: density, view and sampler. */
record DescribedInputs(StudyInputs inputs) {
    private static final int DIGITS = 3;
    private static final int MOST_NAMES = 5;
    private static final int MOST_PANELS = 4;

    static String number(double value) {
        return Numbers.significant(value, DIGITS);
    }

    private boolean composed() {
        return !inputs.session().figure().panels().isEmpty();
    }

    /** Whether the picture is one plane: neither a study nor a composed figure. */
    static boolean plain(StudyInputs inputs) {
        return inputs.session().figure().panels().isEmpty()
                && StudyInputs.chosen(inputs.session()).isEmpty();
    }

    /** The density and the noise level. */
    String density() {
        return Words.text(
                composed() ? "figure.describe.panels-density" : "figure.describe.density",
                densityName(),
                Formula.parse(SceneWords.level(inputs.level())).plain());
    }

    private String densityName() {
        int count = inputs.exact().mixture().components().size();
        return switch (inputs.session().density()) {
            case DensitySpec.Preset preset ->
                Words.text(
                        "figure.describe.preset",
                        Words.written(DensityCatalog.CATALOG
                                .kind(preset.name(), "density.preset")
                                .title()));
            case DensitySpec.Components _ ->
                Words.text(count == 1 ? "figure.describe.gaussian" : "figure.describe.mixture", count);
            case DensitySpec.Points points -> Words.text("figure.describe.points", count, number(points.bandwidth()));
            case DensitySpec.File file -> Words.text("figure.describe.points", count, number(file.bandwidth()));
        };
    }

    /** The sentence about what the picture shows. */
    String shown() {
        var session = inputs.session();
        if (composed()) {
            return panels(session);
        }
        var study = StudyInputs.chosen(session);
        if (study.isPresent()) {
            var title =
                    StudyCatalog.CATALOG.kind(study.get().kind(), "view.study").title();
            return Words.text(
                    "figure.describe.study",
                    Words.written(title),
                    number(session.view().study().moment()));
        }
        var view = session.view();
        return Words.text(
                "figure.describe.plane",
                listed(
                        ShownParticles.layers(session).ids().stream()
                                .map(id -> Words.written(LayerCatalog.CATALOG
                                                .kind(id, "view.layers")
                                                .title())
                                        .toLowerCase(Locale.ROOT))
                                .toList(),
                        MOST_NAMES),
                Words.text("figure.describe.shown." + session.shown().id()),
                Numbers.coordinate(view.x0(), view.x1() - view.x0()),
                Numbers.coordinate(view.x1(), view.x1() - view.x0()),
                Numbers.coordinate(view.y0(), view.y1() - view.y0()),
                Numbers.coordinate(view.y1(), view.y1() - view.y0()));
    }

    /**
     * Names panels by their titles, else by their changes, else by their noise level, unless no panel changes anything.
     */
    private String panels(Session session) {
        var figure = session.figure();
        var panels = figure.panels();
        var bare = session.withoutPanels();
        var names = new ArrayList<String>();
        boolean titled = false;
        for (int i = 0; i < panels.size(); i++) {
            var panel = panels.get(i);
            String title = panel.title()
                    .map(text -> Formula.parse(text).plain())
                    .orElseGet(() -> Formula.parse(Patches.effective(bare, panel.patch(), "figure.panels")
                                    .named())
                            .plain());
            titled |= !title.isBlank();
            names.add(figure.letter(i).map(letter -> letter + ", ").orElse("")
                    + (title.isBlank() ? PlaneCaptions.level(inputs) : title));
        }
        return !titled
                ? Words.text(panels.size() == 1 ? "figure.describe.panel" : "figure.describe.panels", panels.size())
                : Words.text(
                        panels.size() == 1 ? "figure.describe.panel-named" : "figure.describe.panels-named",
                        panels.size(),
                        listed(names, MOST_PANELS, "; "));
    }

    private static String listed(List<String> names, int most) {
        return listed(names, most, ", ");
    }

    private static String listed(List<String> names, int most, String separator) {
        if (names.isEmpty()) {
            return Words.text("figure.describe.nothing");
        }
        var said = String.join(separator, names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? Words.text("figure.describe.more", said, names.size() - most) : said;
    }

    /** The sampler with its step size and step. */
    String sampler() {
        var spec = inputs.session().sampler();
        var kind = SamplerCatalog.CATALOG.kind(spec.method().kind(), "sampler.kind");
        String size = PlaneCaptions.stepSize(kind, spec.method())
                .map(parameter -> Words.text(
                        "figure.describe.step-size",
                        Formula.parse(Words.written(parameter.symbol())).plain(),
                        PlaneCaptions.size(parameter, spec.method().parameters(), Words.scale(parameter.symbol()))))
                .orElse("");
        var particles = particles(inputs);
        String title = Words.written(kind.title()) + size;
        if (plain(inputs) && particles.count() > 0) {
            var past = particles.past();
            if (past.equals(ParticleHistory.Past.NONE)) {
                return Words.text("figure.describe.particles", particles.count(), title);
            }
            String run = Words.text(
                    "figure.describe.run", particles.count(), title, past.step(), Math.max(past.steps(), past.step()));
            return SceneWords.levels(particles, inputs.level(), false)
                    .map(levels -> run + " "
                            + Words.text(
                                    "figure.describe.levels",
                                    Formula.parse(levels).plain()))
                    .orElse(run);
        }
        if (spec.step().isPresent()) {
            return Words.text(
                    "figure.describe.sampler-at",
                    title,
                    spec.particles(),
                    spec.step().getAsInt());
        }
        return kind.parameters().stream()
                .filter(parameter -> parameter.key().equals("steps"))
                .findFirst()
                .map(parameter -> Words.text(
                        "figure.describe.sampler-steps",
                        title,
                        spec.particles(),
                        given(parameter).toString()))
                .orElseGet(() -> Words.text("figure.describe.sampler", title, spec.particles()));
    }

    private Object given(Parameter<?> parameter) {
        return inputs.session()
                .sampler()
                .method()
                .parameters()
                .given()
                .getOrDefault(parameter.key(), parameter.defaultValue());
    }

    /** The particles that the picture shows; {@link Particles#NONE} if it shows none. */
    static Particles particles(StudyInputs inputs) {
        return Source.of(inputs.session().shown()).stream()
                .map(source -> inputs.findings().particles(source.followed(inputs.session())))
                .filter(there -> there.count() > 0)
                .findFirst()
                .orElse(Particles.NONE);
    }
}
