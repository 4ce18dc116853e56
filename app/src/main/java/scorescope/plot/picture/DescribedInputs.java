package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.CriticalPoint;
import scorescope.core.field.CriticalPoints;
import scorescope.core.field.DensityPeak;
import scorescope.core.field.Grid;
import scorescope.core.field.VectorField;
import scorescope.core.measure.ModeShares;
import scorescope.core.measure.Sample;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Latex;
import scorescope.plot.picture.Description.DescribedNumbers;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.SceneWords;
import scorescope.plot.scene.Source;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.DensitySpec;
import scorescope.session.FigurePanel;
import scorescope.words.Words;

/** The sentences of a {@link Description}. */
record DescribedInputs(StudyInputs inputs) {
    /** Points along a side of the grid on which the largest vector is looked for. */
    static final int GRID = 41;

    private static final int DIGITS = 3;
    private static final int MOST_NAMES = 5;
    private static final int MOST_PANELS = 4;

    /** Most Gaussians whose shares of the particles are listed, and most for which the largest share is said. */
    private static final int LISTED_MODES = 4;

    private static final int MOST_MODES = 64;

    /** Most terms of a mixture that are computed for the largest vector. */
    private static final long MOST_TERMS = 50_000_000L;

    private static String number(double value) {
        return Numbers.significant(value, DIGITS);
    }

    private boolean composed() {
        return !inputs.session().figure().panels().isEmpty();
    }

    private boolean plain() {
        return !composed() && StudyInputs.chosen(inputs.session()).isEmpty();
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

    /** What the picture shows. */
    String shown() {
        var session = inputs.session();
        if (composed()) {
            return panels(session.figure().panels());
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
                number(view.x0()),
                number(view.x1()),
                number(view.y0()),
                number(view.y1()));
    }

    private static String panels(List<FigurePanel> panels) {
        var names = new ArrayList<String>();
        for (var panel : panels) {
            String title = panel.title()
                    .map(text ->
                            Formula.parse(Latex.marked(text, "figure.panels")).plain())
                    .orElseGet(() -> Formula.parse(panel.patch().named()).plain());
            if (!title.isBlank()) {
                names.add(panel.letter().map(letter -> letter + ", ").orElse("") + title);
            }
        }
        return names.isEmpty()
                ? Words.text("figure.describe.panels", panels.size())
                : Words.text("figure.describe.panels-named", panels.size(), listed(names, MOST_PANELS, "; "));
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
        String size = kind.parameters().stream()
                .filter(parameter -> parameter.key().equals(PlaneCaptions.STEP_SIZE))
                .findFirst()
                .map(parameter -> Words.text(
                        "figure.describe.step-size",
                        Formula.parse(Words.written(parameter.symbol())).plain(),
                        PlaneCaptions.size(parameter, spec.method().parameters(), Words.scale(parameter.symbol()))))
                .orElse("");
        var particles = particles();
        String title = Words.written(kind.title()) + size;
        if (plain() && particles.count() > 0) {
            var past = particles.past();
            if (past.equals(ParticleHistory.Past.NONE)) {
                return Words.text("figure.describe.particles", particles.count(), title);
            }
            return Words.text(
                    "figure.describe.run", particles.count(), title, past.step(), Math.max(past.steps(), past.step()));
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

    private Particles particles() {
        return Source.of(inputs.session().shown()).stream()
                .map(source -> inputs.findings().particles(source))
                .filter(there -> there.count() > 0)
                .findFirst()
                .orElse(Particles.NONE);
    }

    /** Sentences of numbers, the most important first. */
    List<Optional<DescribedNumbers>> readings() {
        return inputs.resolved().hasDensity()
                ? List.of(modes(), plain() ? longest() : Optional.empty(), plain() ? shares() : Optional.empty())
                : List.of();
    }

    private Optional<DescribedNumbers> modes() {
        var noised = new NoisedMixture(inputs.exact().mixture(), inputs.level());
        var peak = DensityPeak.of(noised);
        if (!peak.certain()) {
            return Optional.empty();
        }
        var found = CriticalPoints.of(noised, CriticalPoints.HASTY);
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("maximumX", peak.x());
        numbers.put("maximumY", peak.y());
        numbers.put("maximum", Math.exp(peak.logDensity()));
        String highest = Words.text(
                "figure.describe.maximum", place(peak.x()), place(peak.y()), number(Math.exp(peak.logDensity())));
        if (!found.complete()) {
            return Optional.of(new DescribedNumbers(List.of(highest), numbers));
        }
        int modes = found.count(CriticalPoint.Kind.MAXIMUM);
        numbers.put("modes", (double) modes);
        return Optional.of(new DescribedNumbers(
                List.of(Words.text(
                        modes == 1 ? "figure.describe.mode" : "figure.describe.modes",
                        modes,
                        place(peak.x()),
                        place(peak.y()),
                        number(Math.exp(peak.logDensity())))),
                numbers));
    }

    /** A coordinate; what is within rounding of 0 is 0. */
    private static String place(double value) {
        return number(Math.abs(value) < 5e-7 ? 0 : value);
    }

    private Optional<DescribedNumbers> longest() {
        var mixture = inputs.exact().mixture();
        if ((long) mixture.components().size() * GRID * GRID > MOST_TERMS) {
            return Optional.empty();
        }
        boolean compared = inputs.session().shown() != scorescope.session.Shown.ANALYTIC
                && inputs.session().shown() != scorescope.session.Shown.LEARNED;
        var source = compared
                ? Source.DIFFERENCE
                : Source.of(inputs.session().shown()).getFirst();
        if (source != Source.ANALYTIC && inputs.learned().isEmpty()) {
            return Optional.empty();
        }
        var scene = Scene.of(inputs.resolved(), source, inputs.level(), inputs.findings(), false);
        var view = inputs.session().view();
        var field = VectorField.zero(new Grid(GRID, GRID, view.x0(), view.x1(), view.y0(), view.y1()));
        field.evaluate(scene.score(), inputs.level());
        double longest = field.longest();
        return Optional.of(new DescribedNumbers(
                List.of(Words.text(
                        compared ? "figure.describe.largest-error" : "figure.describe.largest-score",
                        GRID,
                        number(longest))),
                Map.of(compared ? "largestError" : "largestScore", longest)));
    }

    private Optional<DescribedNumbers> shares() {
        var particles = particles();
        var mixture = inputs.exact().mixture();
        int count = mixture.components().size();
        if (particles.count() == 0 || count < 2 || count > MOST_MODES) {
            return Optional.empty();
        }
        double alpha = particles.level().orElse(inputs.level()).alpha();
        var shares = ModeShares.of(new Sample(particles.x(), particles.y()), ModeShares.modes(mixture, alpha));
        var numbers = new LinkedHashMap<String, Double>();
        if (count <= LISTED_MODES) {
            var said = new ArrayList<String>();
            for (int k = 0; k < count; k++) {
                numbers.put("share" + (k + 1), shares[k]);
                said.add(percent(shares[k]));
            }
            return Optional.of(new DescribedNumbers(
                    List.of(Words.text("figure.describe.shares", String.join(", ", said), count)), numbers));
        }
        int fullest = 0;
        int emptiest = 0;
        for (int k = 1; k < count; k++) {
            fullest = shares[k] > shares[fullest] ? k : fullest;
            emptiest = shares[k] < shares[emptiest] ? k : emptiest;
        }
        numbers.put("largestShare", shares[fullest]);
        numbers.put("smallestShare", shares[emptiest]);
        return Optional.of(new DescribedNumbers(
                List.of(Words.text(
                        "figure.describe.share-range", count, percent(shares[emptiest]), percent(shares[fullest]))),
                numbers));
    }

    private static String percent(double share) {
        return number(100 * share) + "%";
    }
}
