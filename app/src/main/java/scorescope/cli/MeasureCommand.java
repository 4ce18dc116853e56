package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scorescope.core.FailedWork;
import scorescope.core.io.Csv;
import scorescope.core.io.Endings;
import scorescope.core.measure.BinnedDensity;
import scorescope.core.measure.MeasureCatalog;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SampleMeasure;
import scorescope.core.measure.SamplingError;
import scorescope.core.measure.ScoreError;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.LearnedScore;
import scorescope.plot.export.NamedSession;
import scorescope.plot.export.SessionFile;
import scorescope.plot.guide.Numbers;
import scorescope.plot.scene.SceneWords;
import scorescope.session.source.Resolved;
import scorescope.words.Words;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Measures how far points are from other points, or from a session's exact density. */
@Command(name = "measure")
final class MeasureCommand implements Callable<Integer> {
    /** Noise levels at which a learned score's error is measured, over its trained range, and points at each. */
    private static final int LEVELS = 9;

    private static final int SCORED = 4096;

    @Parameters(index = "0", paramLabel = "A.npz|.csv|-", descriptionKey = "cli.measure.points-0")
    private String first;

    @Parameters(index = "1", paramLabel = "B.npz|.csv|SESSION", descriptionKey = "cli.measure.points-1")
    private String second;

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "cli.session.set")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "cli.measure.seed")
    private long seed;

    @Option(names = "--json", descriptionKey = "cli.measure.json")
    private boolean json;

    private final Console console;

    MeasureCommand(Console console) {
        this.console = console;
    }

    /**
     * A number with its explanation; empty if it was not computed. JSON cannot express infinity, so an infinite number
     * is written as null too.
     *
     * @param error 95 % error of a number that depends on the exact samples drawn, or on cells; NaN if there is none or
     * it is not known
     */
    private record Measured(OptionalDouble value, double error, String help) {
        static Measured of(Estimate estimate, String help) {
            return new Measured(OptionalDouble.of(estimate.value()), estimate.error(), help);
        }
    }

    @Override
    public Integer call() throws IOException {
        var levelled = Inputs.levelled(first);
        var measured = levelled.points();
        var a = new Sample(measured.x(), measured.y());
        Map<String, Measured> values = new LinkedHashMap<>();
        List<ScoreError.AtLevel> errors = List.of();
        Optional<NoiseLevel> density = Optional.empty();
        boolean points = Endings.has(Path.of(second), Endings.POINTS) && !SessionFile.carriesSession(Path.of(second));
        if (points) {
            var others = Inputs.levelled(second);
            noteLevels(levelled.level(), others.level(), "cli.measure.note-two-levels-points");
            between(a, new Sample(others.points().x(), others.points().y()), false, values);
        } else {
            var resolved = Resolved.of(NamedSession.read(second, settings, System.in));
            resolved.requireDensity();
            density = Optional.of(resolved.level());
            boolean plain = levelled.level().filter(level -> level.alpha() == 1).isPresent();
            noteLevels(
                    levelled.level(),
                    density,
                    plain ? "cli.measure.note-two-levels-plain" : "cli.measure.note-two-levels-process");
            var exact = Sample.drawn(resolved.exact().mixture().noised(resolved.level()), a.count(), seed);
            between(a, exact, true, values);
            fromDensity(a, resolved, values);
            byMixture(a, resolved, values);
            if (resolved.score() instanceof LearnedScore learned) {
                errors = errors(learned, resolved);
            }
        }
        if (json) {
            console.out().println(json(values, density, errors).toPrettyString());
        } else {
            values.forEach((id, number) -> console.out().println(line(id, number)));
            density.ifPresent(level ->
                    console.out().println(Words.text("cli.measure.density-line", level.alpha(), level.sigma())));
            errors.forEach(error -> console.out()
                    .println(Words.text(
                            "cli.measure.fisher-line",
                            Numbers.significant(error.level().sigma(), 4),
                            withError(error.fisher()),
                            withError(error.share()))));
        }
        return Cli.DONE;
    }

    /**
     * @param drawn whether b was drawn from a distribution, so that the number has a sampling error
     */
    private void between(Sample a, Sample b, boolean drawn, Map<String, Measured> values) {
        for (var kind : MeasureCatalog.SAMPLES.kinds()) {
            values.put(kind.id(), measured(kind, a, b, drawn));
        }
    }

    private Measured measured(Kind<SampleMeasure> kind, Sample a, Sample b, boolean drawn) {
        String help = Words.written(kind.help());
        var measure = kind.create().apply(scorescope.core.parameter.Parameters.NONE);
        int most = measure.mostPoints();
        if (Math.max(a.count(), b.count()) > most) {
            console.err().println(Words.text("cli.measure.note-was-not-computed-takes", kind.id(), most));
            return new Measured(OptionalDouble.empty(), Double.NaN, help);
        }
        var found = drawn ? SamplingError.of(measure, a, b) : new Estimate(measure.between(a, b), Double.NaN);
        if (!Double.isFinite(found.value())) {
            throw new FailedWork(Words.text("cli.measure.too-large-number-measure-points", kind.id()));
        }
        return Measured.of(found, help);
    }

    /** Measures between the exact density and the histogram of the points. */
    private void fromDensity(Sample a, Resolved resolved, Map<String, Measured> values) {
        var binned = new BinnedDensity(resolved.exact(), resolved.level());
        for (var kind : MeasureCatalog.GRIDS.kinds()) {
            var found = binned.between(kind.create().apply(scorescope.core.parameter.Parameters.NONE), a)
                    .orElseThrow(() -> new FailedWork(Words.text("cli.measure.all-outside", first)));
            if (Double.isInfinite(found.value())) {
                console.err().println(Words.text("cli.measure.note-infinite", kind.id()));
            }
            values.put(kind.id(), Measured.of(found, Words.written(kind.help())));
        }
    }

    /** What the exact mixture says of the points. */
    private static void byMixture(Sample a, Resolved resolved, Map<String, Measured> values) {
        var mixture = resolved.exact().at(resolved.level());
        for (var kind : MeasureCatalog.MIXTURES.kinds()) {
            var measure = kind.create().apply(scorescope.core.parameter.Parameters.NONE);
            values.put(kind.id(), Measured.of(measure.of(a, mixture), Words.written(kind.help())));
        }
    }

    /** The Fisher divergence of a learned score at levels of its trained range, geometrically spaced. */
    private static List<ScoreError.AtLevel> errors(LearnedScore learned, Resolved resolved) {
        double low = learned.domain().minLevel();
        double high = learned.domain().maxLevel();
        var levels = IntStream.range(0, LEVELS)
                .mapToObj(i -> NoiseLevel.plain(low * Math.pow(high / low, i / (LEVELS - 1.0))))
                .toList();
        return new ScoreError(resolved.exact(), SCORED, 0).measure(learned, levels);
    }

    /** Adds a note if the points and their reference are at two noise levels. */
    private void noteLevels(Optional<NoiseLevel> points, Optional<NoiseLevel> others, String key) {
        if (points.isPresent() && others.isPresent() && !SceneWords.same(points.get(), others.get())) {
            console.err()
                    .println(Words.text(
                            key,
                            points.get().alpha(),
                            points.get().sigma(),
                            others.get().alpha(),
                            others.get().sigma()));
        }
    }

    private static ObjectNode json(
            Map<String, Measured> values, Optional<NoiseLevel> density, List<ScoreError.AtLevel> errors) {
        var node = JsonNodeFactory.instance.objectNode();
        values.forEach((id, measured) -> {
            double value = measured.value().orElse(Double.NaN);
            node.set(id, Double.isFinite(value) ? node.numberNode(value) : node.nullNode());
        });
        var known = values.entrySet().stream()
                .filter(one -> Double.isFinite(one.getValue().error()))
                .toList();
        if (!known.isEmpty()) {
            var list = node.putObject("errors");
            known.forEach(one -> list.put(one.getKey(), one.getValue().error()));
        }
        density.ifPresent(level ->
                node.putObject("densityLevel").put("alpha", level.alpha()).put("sigma", level.sigma()));
        if (!errors.isEmpty()) {
            var list = node.putArray("fisherDivergence");
            errors.forEach(error -> list.addObject()
                    .put("sigma", error.level().sigma())
                    .put("value", error.error())
                    .put("error", error.fisher().error())
                    .put("relative", error.relative())
                    .put("relativeError", error.share().error()));
        }
        return node;
    }

    /** {@code value} rounded to the place of the error's first digit; later digits are not significant. */
    private static String known(double value, double error) {
        return error == 0
                ? Csv.number(value)
                : Numbers.toPlaceOf(error, value, 0).toPlainString();
    }

    private static String withError(Estimate estimate) {
        return Words.text(
                "cli.measure.with-error",
                known(estimate.value(), estimate.error()),
                Numbers.significant(estimate.error(), 1));
    }

    private static String line(String id, Measured measured) {
        double value = measured.value().orElse(Double.NaN);
        String number = Double.isInfinite(value)
                ? Words.text("cli.measure.infinite")
                : Double.isNaN(value)
                        ? Words.text("cli.measure.not-computed")
                        : Double.isFinite(measured.error())
                                ? withError(new Estimate(value, measured.error()))
                                : Csv.number(value);
        return "%-20s %-30s %s".formatted(id, number, measured.help());
    }
}
