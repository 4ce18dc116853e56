package scorescope.plot.study.learning;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import scorescope.core.density.Box;
import scorescope.core.field.Grid;
import scorescope.core.measure.RadialError;
import scorescope.core.measure.ScoreError;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.color.ColorBar;
import scorescope.plot.color.ColorMap.Scaling;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.GridImage;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * Errors of a learned score: over the plane at the session's noise level, over distance and noise, and by noise level as mean
 * under the noised density. During a training the latest network is used.
 */
public final class ScoreErrors implements Study {
    public static final Kind<Study> KIND = new Kind<>(
            "score-errors",
            Words.constant("study.score-errors.title"),
            Words.constant("help.study.score-errors"),
            List.of(),
            values -> new ScoreErrors());

    private static final int CELLS = 48;
    private static final int ROWS = 20;
    private static final int LEVELS = 12;
    private static final int SAMPLES = 300;
    private static final long SEED = 41;
    /** Error with the last colour: as large as the noise. */
    private static final double PEAK = 1;

    private static final double SMALLEST = 0.01;
    private static final double LARGEST = 10;

    /** The largest error of a noise level; unknown without a learned score. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atLeast(
                1e-6,
                inputs.learned().isEmpty()
                        ? Double.NaN
                        : read.curve(1, 0).values().high());
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var view = inputs.session().view();
        var box = view.box();
        if (inputs.learned().isEmpty()) {
            var scene = inputs.scene(Source.ANALYTIC, inputs.level());
            var plane = new ScenePlane(scene, ShownLayers.of(view));
            return StudyScene.of(
                            Words.text("study.score-errors.exact-score-nothing-learned-yet"),
                            Row.of(new PlanePart(
                                    Caption.plain(
                                            Words.text("study.score-errors.exact-score"),
                                            Words.text("notation.exact-score"),
                                            ""),
                                    box,
                                    plane)))
                    .saying(Words.text("study.score-errors.nothing-learned-yet-press-t"));
        }
        var learned = inputs.learned().get();
        var colors = new ColorBar(
                inputs.colorMap(), 0, PEAK, Formula.parse(Words.text("notation.sigma-norm-s-theta-minus-s-norm")));
        return new StudyScene(
                Words.text("study.score-errors.title"),
                List.of(
                        Row.of(plane(inputs, learned, box), radial(inputs, learned, box)),
                        Row.of(byLevel(inputs, learned))),
                List.of(
                        colors.lying(),
                        new Legend.Entry(Legend.NOTHING, Words.text("study.score-errors.1-above-error-large-noise")),
                        new Legend.Entry(Legend.NOTHING, Words.text("study.bars-two-standard-errors", SAMPLES))));
    }

    private static PlanePart plane(StudyInputs inputs, ScoreField learned, Box box) {
        // Wider than the box, since a plot may show more than it.
        double room = 0.7 * (box.x1() - box.x0());
        var grid = new Grid(2 * CELLS, CELLS, box.x0() - room, box.x1() + room, box.y1(), box.y0());
        double[] x = new double[grid.cells()];
        double[] y = new double[grid.cells()];
        double sigma = Math.max(inputs.level().ratio(), 1e-3);
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < grid.columns(); column++) {
                x[grid.index(column, row)] = grid.x(column);
                y[grid.index(column, row)] = grid.y(row);
            }
        }
        double[] errors = RadialError.at(learned, inputs.exact(), x, y, sigma);
        return new PlanePart(
                Caption.plain(
                        Words.text("study.score-errors.over-plane"),
                        Words.text("notation.sigma-norm-s-theta-minus-s-norm"),
                        Words.text("notation.sigma-value", Numbers.significant(sigma, 2))),
                box,
                new GridImage(grid, errors, PEAK, inputs.colorMap(), List.of()));
    }

    /** Distance from the mean of the data across, log σ upwards. */
    private static ChartPart radial(StudyInputs inputs, ScoreField learned, Box box) {
        double far = 0.5 * (box.x1() - box.x0());
        double low = lowest(learned);
        double high = highest(learned);
        double[] radii = IntStream.range(0, CELLS)
                .mapToDouble(i -> far * (i + 0.5) / CELLS)
                .toArray();
        double[] sigmas = IntStream.range(0, ROWS)
                .mapToDouble(row -> high * Math.pow(low / high, (row + 0.5) / ROWS))
                .toArray();
        double[] errors = RadialError.of(learned, inputs.exact(), radii, sigmas);
        var floats = new float[errors.length];
        for (int i = 0; i < errors.length; i++) {
            floats[i] = (float) errors[i];
        }
        var colors = new int[errors.length];
        inputs.colorMap().map(floats, colors.length, Scaling.LINEAR, 0, PEAK, colors);
        var axes = new Chart(
                ChartAxis.linear(Words.text("study.score-errors.distance-from-data-mean"), 0, far),
                ChartAxis.log("", low, high),
                List.of());
        return new ChartPart(
                Caption.plain(
                        Words.text("study.score-errors.over-distance-noise"),
                        Words.text("study.score-errors.sigma-norm-s-theta-minus"),
                        ""),
                axes.over(new Chart.Backdrop(colors, CELLS, ROWS)));
    }

    private static ChartPart byLevel(StudyInputs inputs, ScoreField learned) {
        double low = lowest(learned);
        double high = highest(learned);
        double[] sigmas = DoubleStream.iterate(0, i -> i < LEVELS, i -> i + 1)
                .map(i -> low * Math.pow(high / low, i / (LEVELS - 1.0)))
                .toArray();
        var levels = DoubleStream.of(sigmas).mapToObj(NoiseLevel::plain).toList();
        var errors = new ScoreError(inputs.exact(), SAMPLES, SEED).measure(learned, levels);
        double[] relative =
                errors.stream().mapToDouble(ScoreError.AtLevel::relative).toArray();
        double[] fisher = errors.stream().mapToDouble(ScoreError.AtLevel::error).toArray();
        double[] relativeErrors =
                errors.stream().mapToDouble(one -> one.share().error()).toArray();
        double[] fisherErrors =
                errors.stream().mapToDouble(one -> one.fisher().error()).toArray();
        var curves = List.of(
                Curve.line(
                                Words.text("study.score-errors.fisher-divergence-e-norm-s"),
                                sigmas,
                                fisher,
                                Palette::learned,
                                Dash.SOLID)
                        .withErrors(fisherErrors),
                Curve.line(
                                Words.text("study.score-errors.same-relative-to-e-norm"),
                                sigmas,
                                relative,
                                Palette::learned,
                                Dash.DASHED)
                        .withErrors(relativeErrors));
        return new ChartPart(
                Words.text("study.score-errors.noise-level"),
                "",
                new Chart(ChartAxis.log(Words.text("notation.sigma"), low, high), ChartAxis.log("", 1e-5, 1e2), curves)
                        .at(inputs.level().ratio()));
    }

    private static double lowest(ScoreField learned) {
        return learned instanceof LearnedScore score ? score.domain().minLevel() : SMALLEST;
    }

    private static double highest(ScoreField learned) {
        double most = learned instanceof LearnedScore score ? score.domain().maxLevel() : LARGEST;
        return Math.max(most, 2 * lowest(learned));
    }
}
