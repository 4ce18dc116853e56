package scorescope.ui.model.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescope.core.measure.BinnedDensity;
import scorescope.core.measure.MeasureCatalog;
import scorescope.core.measure.ModeShares;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SamplingError;
import scorescope.core.measure.ScoreError;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Numbers;
import scorescope.plot.scene.SceneWords;
import scorescope.ui.model.ParticleFrame;
import scorescope.words.Words;

/** The table of measures: how close the particles are to the exact density, and the learned score to the exact one. */
public final class MeasureReading {
    /** Most points for measures whose cost grows with the square of their number or faster. */
    private static final int FEW = 400;

    private static final int MANY = 4000;
    private static final int DRAWS = 8;

    private static final int SCORED = 512;
    private static final int MOST_MODES = 4;
    private static final long SEED = 90_210;

    private MeasureReading() {}

    /**
     * What is to be measured.
     *
     * @param analytic particles that followed the exact score; empty if there are none
     * @param learned particles that followed the learned score
     */
    public record Request(
            MixtureScore exact,
            NoiseLevel level,
            ParticleFrame analytic,
            ParticleFrame learned,
            Optional<ScoreField> score) {}

    /**
     * One line of the table.
     *
     * @param chance the mean for equally many exact samples: the smallest value to expect
     * @param definition for the tooltip
     */
    public record Row(String name, String analytic, String learned, String chance, String definition) {}

    /** All lines; those about particles only if there are particles and all are finite. */
    public static List<Row> of(Request request) {
        var rows = new ArrayList<Row>();
        if (!request.exact().mixture().hasDensity(request.level())) {
            return rows;
        }
        var analytic = sample(request.analytic());
        var learned = sample(request.learned());
        int count = Math.max(
                analytic.map(Sample::count).orElse(0),
                learned.map(Sample::count).orElse(0));
        if (count > 1) {
            between(request, analytic, learned, count, rows);
            onGrid(request, analytic, learned, count, rows);
            modes(request, analytic, learned, rows);
        }
        request.score().filter(_ -> request.level().sigma() > 0).ifPresent(score -> {
            var error = new ScoreError(request.exact(), SCORED, SEED)
                    .measure(score, List.of(request.level()))
                    .getFirst();
            rows.add(new Row(
                    Words.text("ui.measure-reading.fisher"),
                    "0",
                    Numbers.holding(error.fisher(), 2),
                    "",
                    Words.text(
                            "ui.measure-reading.fisher-divergence-e-norm-s",
                            SCORED,
                            Numbers.holding(error.share().times(100), 2))));
        });
        return rows;
    }

    /** Says which noise levels are compared if the particles are at another level than the density; else empty. */
    public static String levels(Request request) {
        return Stream.of(request.analytic(), request.learned())
                .filter(frame -> frame.count() > 0)
                .flatMap(frame -> SceneWords.levels(frame.particles(), request.level(), false).stream())
                .findFirst()
                .orElse("");
    }

    private static void between(
            Request request, Optional<Sample> analytic, Optional<Sample> learned, int count, List<Row> rows) {
        for (var kind : MeasureCatalog.SAMPLES.kinds()) {
            var measure = kind.create().apply(Parameters.NONE);
            int n = Math.min(count, measure.mostPoints() < Integer.MAX_VALUE ? FEW : MANY);
            var exact = drawn(request, SEED, n);
            rows.add(new Row(
                    Words.written(kind.title()),
                    digits(analytic.map(sample -> SamplingError.of(measure, first(sample, n), exact))),
                    digits(learned.map(sample -> SamplingError.of(measure, first(sample, n), exact))),
                    digits(byChance(k -> measure.between(drawn(request, SEED + k, n), exact))),
                    Words.text(
                            "ui.measure-reading.between-particles-many-exact-samples", Words.written(kind.help()), n)));
        }
    }

    private static void onGrid(
            Request request, Optional<Sample> analytic, Optional<Sample> learned, int count, List<Row> rows) {
        var binned = new BinnedDensity(request.exact(), request.level());
        for (var kind : MeasureCatalog.GRIDS.kinds()) {
            var measure = kind.create().apply(Parameters.NONE);
            rows.add(new Row(
                    Words.written(kind.title()),
                    digits(analytic.flatMap(sample -> binned.between(measure, sample))),
                    digits(learned.flatMap(sample -> binned.between(measure, sample))),
                    digits(byChance(k -> binned.between(measure, drawn(request, SEED + k, count))
                            .map(Estimate::value)
                            .orElse(Double.NaN))),
                    Words.text(
                            "ui.measure-reading.p-exact-q-particles-histogram",
                            Words.written(kind.help()),
                            binned.grid().columns())));
        }
    }

    /** The mean over a few draws. */
    static Estimate byChance(IntToDoubleFunction draw) {
        return Estimate.mean(IntStream.rangeClosed(1, DRAWS).mapToDouble(draw).toArray());
    }

    private static void modes(Request request, Optional<Sample> analytic, Optional<Sample> learned, List<Row> rows) {
        var components = request.exact().mixture().components();
        if (components.size() < 2 || components.size() > MOST_MODES) {
            return;
        }
        var centres =
                ModeShares.modes(request.exact().mixture(), request.level().alpha());
        rows.add(new Row(
                Words.text("ui.measure-reading.modes"),
                analytic.map(sample -> shares(ModeShares.of(sample, centres))).orElse("–"),
                learned.map(sample -> shares(ModeShares.of(sample, centres))).orElse("–"),
                shares(ModeShares.of(drawn(request, SEED + 3, MANY), centres)),
                Words.text("ui.measure-reading.shares-particles-nearest-component-last")));
    }

    private static String shares(double[] shares) {
        var words = Arrays.stream(shares)
                .mapToObj(share -> String.format(Locale.ROOT, "%.0f", 100 * share))
                .toList();
        return String.join(" ", words);
    }

    private static Sample drawn(Request request, long seed, int count) {
        return Sample.drawn(request.exact().mixture().noised(request.level()), count, seed);
    }

    private static Sample first(Sample sample, int count) {
        int n = Math.min(count, sample.count());
        return new Sample(Arrays.copyOf(sample.x(), n), Arrays.copyOf(sample.y(), n));
    }

    /** The particles, if there are some and all are finite. */
    private static Optional<Sample> sample(ParticleFrame frame) {
        boolean finite = frame.count() > 1
                && Arrays.stream(frame.x()).allMatch(Double::isFinite)
                && Arrays.stream(frame.y()).allMatch(Double::isFinite);
        return finite ? Optional.of(new Sample(frame.x().clone(), frame.y().clone())) : Optional.empty();
    }

    private static String digits(Optional<Estimate> estimate) {
        return estimate.map(known -> digits(known)).orElse("–");
    }

    private static String digits(Estimate estimate) {
        return Double.isInfinite(estimate.value()) ? Words.text("notation.infinity") : Numbers.holding(estimate, 2);
    }
}
