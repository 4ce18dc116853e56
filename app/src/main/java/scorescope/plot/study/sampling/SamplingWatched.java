package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescope.core.measure.ChainStatistics;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.State;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.chart.Marginal;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.SampleQuality;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.run.Uncertain;
import scorescope.plot.study.sampling.ModeSharesChart.Cloud;
import scorescope.words.Words;

/**
 * The session's sampler with its measurements: particles, marginals beside the exact ones, shares of modes, distance over
 * time, and for chains acceptance, autocorrelation and effective sample size.
 */
public final class SamplingWatched implements Study {
    static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 1500, 50, 20_000, Words.constant("help.study.sampling.particles"));

    public static final Kind<Study> KIND = new Kind<>(
            "sampling",
            Words.constant("study.sampling.title"),
            Words.constant("help.study.sampling"),
            List.of(PARTICLES),
            SamplingWatched::new);

    private static final double SECONDS = 8;
    private static final int CHECKS = 24;
    /** Least length of a chain, in correlation times, for an estimate of its correlation time. */
    private static final int TIMES_TO_TELL = 5;

    private static final int MOST_LAGS = 200;
    private static final int BINS = 40;

    /** The direction of the second coordinate. */
    private static final double UP = Math.PI / 2;

    private final int particles;
    private final Memo<RecordedRun.Request, RecordedRun> runs = new Memo<>(RecordedRun::new);
    private final SampleQuality.Measure quality = new SampleQuality.Measure();
    private final Memo<Measured, double[][]> errors = new Memo<>(this::errors);
    private final Memo<RecordedRun, Optional<ChainStatistics>> chains = new Memo<>(SamplingWatched::chains);

    /** All inputs of the curves of distance. */
    private record Measured(RecordedRun run, MixtureScore exact) {}

    SamplingWatched(Parameters values) {
        particles = Math.toIntExact(values.get(PARTICLES));
    }

    private RecordedRun run(StudyInputs inputs) {
        return runs.of(RecordedRun.Request.of(inputs, inputs.score(), particles));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(run(inputs).clock(SECONDS));
    }

    /** The distance to exact samples at the end, in floors. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atMost(2.5, read.lastKnown(2, 0));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var run = run(inputs);
        int step = run.step(moment);
        var shown = run.particles(step);
        var state = run.at(step);
        var mixture = inputs.exact().mixture().noised(state.level());
        var box = StudyBoxes.around(inputs.session().view(), mixture);
        var scene = inputs.scene(inputs.followed(), state.level()).with(shown);
        var plane = new PlanePart(
                Caption.plain(
                        Words.text("study.sampling-watched.particles"),
                        "",
                        Words.text(
                                "study.sampling-watched.nfe",
                                state.diagnostics().evaluations())),
                box,
                new ScenePlane(scene, inputs.layers("contours", "particles")));
        var first = Row.of(
                plane,
                marginal(
                        Words.text("study.sampling-watched.first-coordinate"),
                        Words.text("notation.p-of-x-1"),
                        0,
                        inputs,
                        state.level(),
                        state.x(),
                        box.x0(),
                        box.x1()),
                marginal(
                        Words.text("study.sampling-watched.second-coordinate"),
                        Words.text("notation.p-of-x-2"),
                        UP,
                        inputs,
                        state.level(),
                        state.y(),
                        box.y0(),
                        box.y1()));
        var second = new ArrayList<Part>();
        second.add(errorChart(inputs, run, moment));
        ModeSharesChart.of(
                        mixture,
                        List.of(new Cloud(
                                Words.text("study.sampling-watched.particles-2"), state, Palette::particle, false)))
                .ifPresent(second::add);
        var statistics = chains.of(run);
        statistics.ifPresent(chain -> second.add(correlation(chain)));
        return StudyScene.of(
                        Words.text("study.sampling-watched.sampler-particles-measured-against-exact", step),
                        first,
                        new Row(second, false))
                .saying(notes(inputs, run.at(step), statistics).toArray(String[]::new));
    }

    private List<String> notes(StudyInputs inputs, State state, Optional<ChainStatistics> statistics) {
        if (state.diagnostics().failed()) {
            // Positions are not finite: nothing is measured.
            return List.of(state.diagnostics().advice());
        }
        var close = quality.of(state, inputs.exact());
        var notes = new ArrayList<String>();
        notes.add(Words.text(
                "study.sampling-watched.sliced-w2-sampling-floors-mean",
                Uncertain.of(close.floors()).text(),
                close.logGap().text()));
        if (!Double.isNaN(state.diagnostics().acceptance())) {
            notes.add(Words.text(
                    "study.sampling-watched.accepted-percent-this-step",
                    Math.round(100 * state.diagnostics().acceptance())));
        }
        statistics.ifPresent(chain -> notes.add(mixing(chain)));
        return notes;
    }

    /** The correlation time, or that the chains are too short for an estimate. */
    private static String mixing(ChainStatistics chain) {
        double time = chain.correlationTime();
        int length = chain.chains()[0].length;
        if (TIMES_TO_TELL * time > length) {
            return Words.text("study.sampling-watched.correlation-too-long", length, length / TIMES_TO_TELL);
        }
        return Words.text(
                "study.sampling-watched.correlation-time-steps-chains-over",
                Numbers.significant(time, 2),
                chain.chains().length,
                Numbers.significant(chain.effectiveSampleSize(), 2));
    }

    private static ChartPart marginal(
            String title,
            String formula,
            double angle,
            StudyInputs inputs,
            NoiseLevel level,
            double[] values,
            double low,
            double high) {
        var marginal = new Marginal(angle, BINS);
        marginal.compute(inputs.exact().mixture(), level, low, high);
        var curves = List.of(
                marginal.curve(Words.text("study.sampling-watched.particles-2"), values, Palette::particle, Dash.SOLID),
                marginal.exactCurve());
        var range = curves.getLast()
                .range()
                .and(new Range(0, 1.4 * curves.getLast().range().high()));
        return new ChartPart(
                title, formula, new Chart(ChartAxis.linear("", low, high), ChartAxis.fromZero("", range), curves));
    }

    private ChartPart errorChart(StudyInputs inputs, RecordedRun run, double moment) {
        var found = errors.of(new Measured(run, inputs.exact()));
        var curve = Curve.line("", found[0], found[1], Palette::particle, Dash.SOLID);
        var floor = Curve.line(
                Words.text("study.sampling-watched.floor"),
                new double[] {0, 1},
                new double[] {1, 1},
                Palette::analytic,
                Dash.DASHED);
        double high =
                curve.range().empty() ? 10 : Math.max(3, 1.3 * curve.range().high());
        var chart = new Chart(
                        ChartAxis.linear(Words.text("study.sampling-watched.share-run"), 0, 1),
                        ChartAxis.log("", 0.5, high),
                        List.of(curve, floor))
                .at(moment);
        return new ChartPart(
                Words.text("study.sampling-watched.distance-to-exact-samples"),
                Words.text("study.sampling-watched.sliced-w-over-floor"),
                chart);
    }

    private double[][] errors(Measured measured) {
        var out = new double[2][CHECKS + 1];
        for (int k = 0; k <= CHECKS; k++) {
            out[0][k] = k / (double) CHECKS;
            var state = measured.run().at(measured.run().step(out[0][k]));
            out[1][k] =
                    Math.max(0.5, quality.of(state, measured.exact()).floors().value());
        }
        return out;
    }

    /** Empty for a sampler along a process and for a run that failed. */
    private static Optional<ChainStatistics> chains(RecordedRun run) {
        return run.end().diagnostics().failed() ? Optional.empty() : run.chains();
    }

    private static ChartPart correlation(ChainStatistics chain) {
        var rho = chain.autocorrelation(MOST_LAGS);
        var lag = new double[rho.length];
        Arrays.setAll(lag, k -> k);
        var curve = Curve.line("", lag, rho, ThemeColor.category(1), Dash.SOLID);
        return new ChartPart(
                Words.text("study.sampling-watched.autocorrelation"),
                Words.text("study.sampling-watched.rho-k-x"),
                new Chart(
                        ChartAxis.linear(Words.text("study.sampling-watched.steps-apart"), 0, rho.length - 1.0),
                        ChartAxis.linear("", Math.min(-0.1, curve.range().low()), 1.05),
                        List.of(curve)));
    }
}
