package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import scorescope.core.BadInputException;
import scorescope.core.Watcher;
import scorescope.core.density.GaussianMixture;
import scorescope.core.evolution.BarrierCrossings;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parallel.SpinPool;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.quadrature.Estimate;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Patch;
import scorescope.words.Words;

/**
 * Passages of Langevin dynamics between modes per thousand steps, over the noise level: counted with error bars, by the
 * Eyring–Kramers formula for high barriers, and by quadrature if the dynamics is one-dimensional.
 */
public final class CrossingsOverNoise implements Study {
    static final Parameter.Real STEP_SIZE = new Parameter.Real(
            "stepSize",
            Words.constant("notation.step"),
            "",
            0.02,
            1e-6,
            10,
            true,
            Words.constant("help.study.crossings.step-size"));
    static final Parameter.Whole CHAINS =
            new Parameter.Whole("chains", "", 150, 10, 5000, Words.constant("help.study.crossings.chains"));

    public static final Kind<Study> KIND = new Kind<>(
            "crossings",
            Words.constant("study.crossings.title"),
            Words.constant("help.study.crossings"),
            List.of(STEP_SIZE, CHAINS),
            CrossingsOverNoise::new);

    private static final int LEVELS = 12;
    private static final int STEPS = 1000;
    private static final long SEED = 17;
    private static final int SKETCHED_CHAINS = 20;

    private final double eta;
    private final int chains;
    private final Memo<Integer, CrossingsOverNoise> sketches;
    private final Memo<GaussianMixture, List<Level>> levels = new Memo<>(this::levels);

    /**
     * Passages in a thousand steps at a level of plain noise.
     *
     * @param counted with two standard errors
     * @param quadrature empty unless the dynamics is one-dimensional
     */
    record Level(double sigma, int modes, Estimate counted, double eyringKramers, OptionalDouble quadrature) {}

    CrossingsOverNoise(Parameters values) {
        eta = values.get(STEP_SIZE);
        sketches = new Memo<>(few -> new CrossingsOverNoise(values.with(CHAINS, (long) few)));
        chains = Math.toIntExact(values.get(CHAINS));
    }

    /** Levels from a tenth of the density's width to where the first two modes merge. */
    private List<Level> levels(GaussianMixture mixture) {
        var moments = mixture.moments();
        double width = Math.sqrt(0.5 * (moments.xx() + moments.yy()));
        var found = new Level[LEVELS];
        var count = Watcher.current().counting(Watcher.Work.SAMPLING, LEVELS);
        SpinPool.current().run(LEVELS, i -> {
            count.requireWanted();
            double sigma = width * Math.pow(10, (i - LEVELS + 1.0) / (LEVELS - 1));
            var crossings = BarrierCrossings.of(mixture.noised(NoiseLevel.plain(sigma)));
            double time = STEPS * eta;
            found[i] = crossings.maxima().size() < 2
                    ? new Level(sigma, 1, Estimate.UNKNOWN, Double.NaN, OptionalDouble.empty())
                    : new Level(
                            sigma,
                            crossings.maxima().size(),
                            crossings.counted(eta, STEPS, chains, SEED).times(time),
                            crossings.eyringKramers() * time,
                            crossings.quadrature().isPresent()
                                    ? OptionalDouble.of(crossings.quadrature().getAsDouble() * time)
                                    : OptionalDouble.empty());
            count.add(1);
        });
        count.end();
        return List.of(found).stream()
                .filter(level -> level.modes() > 1 && level.modes() == found[0].modes())
                .toList();
    }

    List<Level> levels(StudyInputs inputs) {
        var found = levels.of(inputs.exact().mixture());
        if (found.isEmpty()) {
            throw new BadInputException(
                    "density", Words.text("study.crossings.one-mode"), Words.text("study.crossings.choose-modes"));
        }
        return found;
    }

    @Override
    public Patch scene() {
        return Patch.of("density.preset", "two-frame-video");
    }

    /**
     * Ratio of the passages at the largest level to those at the smallest; NaN if the integral, to which the text refers, does
     * not apply.
     */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        boolean integral = read.curves(0) > 2;
        return Evidence.atLeast(1.8, integral ? read.last(0, 0) / read.first(0, 0) : Double.NaN);
    }

    /** With fewer chains, whose number the legend states. */
    @Override
    public Optional<StudyScene> sketch(StudyInputs inputs, double moment) {
        return levels.holds(inputs.exact().mixture()) || chains <= SKETCHED_CHAINS
                ? Optional.empty()
                : Optional.of(sketches.of(SKETCHED_CHAINS).at(inputs, moment));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var found = levels(inputs);
        var seen = found.stream().filter(level -> level.counted().value() > 0).toList();
        var curves = new ArrayList<Curve>();
        curves.add(Curve.dots(
                        Words.text("study.crossings.counted", chains),
                        seen.stream().mapToDouble(Level::sigma).toArray(),
                        seen.stream()
                                .mapToDouble(level -> level.counted().value())
                                .toArray(),
                        Palette::analytic)
                .withErrors(seen.stream()
                        .mapToDouble(level -> level.counted().error())
                        .toArray()));
        curves.add(Curve.line(
                Words.text("study.crossings.eyring-kramers"),
                found.stream().mapToDouble(Level::sigma).toArray(),
                found.stream().mapToDouble(Level::eyringKramers).toArray(),
                ThemeColor.category(1),
                Dash.DASHED));
        var exact =
                found.stream().filter(level -> level.quadrature().isPresent()).toList();
        if (!exact.isEmpty()) {
            curves.add(Curve.line(
                    Words.text("study.crossings.quadrature"),
                    exact.stream().mapToDouble(Level::sigma).toArray(),
                    exact.stream()
                            .mapToDouble(level -> level.quadrature().orElseThrow())
                            .toArray(),
                    Palette::text,
                    Dash.SOLID));
        }
        var chart = new Chart(
                ChartAxis.log(
                        Words.text("notation.sigma"),
                        0.9 * found.getFirst().sigma(),
                        1.1 * found.getLast().sigma()),
                ChartAxis.logAround("", curves, 1e-4, 1e4),
                curves);
        double now = inputs.level().ratio();
        return StudyScene.of(
                        Words.text("study.crossings.description"),
                        Row.of(new ChartPart(
                                Words.text("study.crossings.chart"),
                                Words.text("study.crossings.formula", Numbers.significant(eta, 3)),
                                now > chart.across().low()
                                                && now < chart.across().high()
                                        ? chart.at(now)
                                        : chart)))
                .saying(Words.text("study.crossings.says"), Words.text("study.crossings.empty"));
    }
}
