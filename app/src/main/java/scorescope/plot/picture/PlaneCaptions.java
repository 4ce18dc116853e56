package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.DataLayer;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind;
import scorescope.plot.layer.LayerKind.Group;
import scorescope.plot.layer.LayerKind.Subject;
import scorescope.plot.paint.Formula;
import scorescope.plot.scene.SceneWords;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/** Texts over and under the planes of a picture: titles that name the quantity drawn and its score. */
public final class PlaneCaptions {
    private static final String STEP_SIZE = "stepSize";

    private final StudyInputs inputs;
    private final List<Kind<LayerKind>> layers;

    PlaneCaptions(StudyInputs inputs, ShownLayers shown) {
        this.inputs = inputs;
        layers = IntStream.range(0, shown.ids().size())
                .mapToObj(i -> LayerCatalog.CATALOG.kind(shown.ids().get(i), "view.layers[" + i + "]"))
                .toList();
    }

    /** The noise level in words. */
    static String level(StudyInputs inputs) {
        return SceneWords.level(inputs.level());
    }

    /** The caption of the plane of {@code source}: names the score if it is drawn, else the quantity that is. */
    Caption of(Source source) {
        if (shows(Subject.SCORE)) {
            String key = "figure." + source.id();
            // Arrows are explained only if there are some; a background alone has none.
            boolean arrows = layers.stream()
                    .anyMatch(layer -> LayerKind.of(layer).subject() == Subject.SCORE
                            && LayerKind.of(layer).group() != Group.BACKGROUND);
            return new Caption(
                    arrows ? source.keys() : List.of(),
                    Words.text(key + ".title"),
                    Formula.parse(Words.text(key + ".formula")),
                    "");
        }
        if (shows(Subject.DENSITY)) {
            boolean clean = inputs.level().sigma() == 0;
            return Caption.plain(
                    Words.text("figure.density.title"),
                    Words.text(clean ? "figure.clean.formula" : "figure.density.formula"),
                    "");
        }
        boolean data = layers.stream().anyMatch(layer -> layer.id().equals(DataLayer.ID));
        return Caption.plain(
                data
                        ? Words.text("figure.layer.data.title")
                        : shows(Subject.PARTICLES) ? Words.text("figure.particles.title") : "",
                "",
                "");
    }

    private boolean shows(Subject subject) {
        return showing(subject).findAny().isPresent();
    }

    /** The layers of a subject, except the data layer, whose legend names it. */
    private Stream<Kind<LayerKind>> showing(Subject subject) {
        return layers.stream()
                .filter(layer ->
                        LayerKind.of(layer).subject() == subject && !layer.id().equals(DataLayer.ID));
    }

    /** Notes about the planes, except the noise level and the sampler's run. */
    List<String> notes() {
        var sources = Source.of(inputs.session().shown());
        var notes = new ArrayList<String>();
        if (sources.stream().anyMatch(source -> SceneWords.extrapolating(source, inputs.learned(), inputs.level()))) {
            notes.add(Words.text("figure.legend.extrapolating"));
        }
        boolean learned = sources.stream().anyMatch(source -> source != Source.ANALYTIC);
        if (learned && shows(Subject.DENSITY)) {
            notes.add(Words.text(
                    "figure.legend.exact",
                    showing(Subject.DENSITY)
                            .map(layer -> layer.title().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
        }
        return notes;
    }

    /** Which run particles come from: sampler, step size and step. */
    String run(ParticleHistory.Past past) {
        var method = inputs.session().sampler().method();
        var kind = SamplerCatalog.CATALOG.kind(method.kind(), "sampler.kind");
        int steps = Math.max(past.steps(), past.step());
        return stepSize(kind, method)
                .map(parameter -> {
                    return Words.text(
                            "figure.run.sized",
                            Words.written(kind.title()),
                            Words.written(parameter.symbol()),
                            size(parameter, method.parameters(), Words.scale(parameter.symbol())),
                            past.step(),
                            steps);
                })
                .orElseGet(() -> Words.text("figure.run", Words.written(kind.title()), past.step(), steps));
    }

    /**
     * The step size parameter of a method that has one; empty if its value is 0, for which the step size follows from
     * the level.
     */
    static Optional<Parameter<?>> stepSize(Kind<SamplingMethod> kind, Choice method) {
        return kind.parameters().stream()
                .filter(parameter -> parameter.key().equals(STEP_SIZE)
                        && !size(parameter, method.parameters(), 1).equals("0"))
                .<Parameter<?>>map(parameter -> parameter)
                .findFirst();
    }

    /** The value of {@code parameter}, times {@code scale}, as written in pictures. */
    static String size(Parameter<?> parameter, Parameters values, double scale) {
        Object given = values.given().getOrDefault(parameter.key(), parameter.defaultValue());
        return given instanceof Number number ? Numbers.significant(scale * number.doubleValue(), 3) : given.toString();
    }
}
