package scorescope.plot.study.learning;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.denoise.Unpredictable;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.core.quadrature.Estimate;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.LevelErrors;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RatioLevels;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * Predictability of each target of a network over the noise level: the share of its variance that remains given x_t, by the
 * exact posterior. For ε it is large at low noise, for x₀ at high noise.
 */
public final class PredictableShares implements Study {
    public static final Kind<Study> KIND = new Kind<>(
            "predictable",
            Words.constant("study.predictable.title"),
            Words.constant("help.study.predictable"),
            List.of(),
            PredictableShares::new);

    private final LevelErrors.Cache errors = new LevelErrors.Cache();

    PredictableShares(Parameters none) {}

    /** The targets; the score's is −ε/σ, with the share of ε. */
    private static List<ShownPrediction> targets(StudyInputs inputs) {
        var always = List.of(ShownPrediction.EPSILON, ShownPrediction.SAMPLE, ShownPrediction.V);
        if (!(inputs.process() instanceof DiscreteDdpm)) {
            return always;
        }
        var all = new ArrayList<>(always);
        all.add(ShownPrediction.MEAN);
        return all;
    }

    static Estimate share(ShownPrediction target, StudyInputs inputs, NoiseLevel level, Estimate error) {
        var clean = inputs.exact().mixture().moments();
        return Unpredictable.share(target.prediction(), inputs.process(), clean, level, error);
    }

    /** The smaller of two differences of shares: ε minus x₀ at the lowest level, x₀ minus ε at the highest. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atLeast(0.5, Math.min(read.first(0, 0) - read.first(0, 1), read.last(0, 1) - read.last(0, 0)));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var found = errors.of(inputs);
        var ratios = RatioLevels.ratios(found.levels());
        var curves = new ArrayList<Curve>();
        for (var target : targets(inputs)) {
            var y = new double[ratios.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = share(
                                target,
                                inputs,
                                found.levels().get(i),
                                found.errors().get(i))
                        .value();
            }
            curves.add(Curve.line(
                    Words.text("study.predictable.of", target.symbol()), ratios, y, target.color(), target.dash()));
        }
        var chart = new Chart(
                ChartAxis.log(Words.text("notation.ratio"), ratios[0], ratios[ratios.length - 1]),
                ChartAxis.linear("", 0, 1),
                curves);
        var here = here(inputs);
        return StudyScene.of(
                        Words.text("study.predictable.shares-of-targets"),
                        Row.of(
                                new ChartPart(
                                        Words.text("study.predictable.share"),
                                        Words.text("study.predictable.formula"),
                                        chart.at(here.ratio())),
                                new TablePart(
                                        Caption.plain(
                                                Words.text("study.predictable.here"),
                                                "",
                                                Words.text(
                                                        "study.predictable.at-ratio",
                                                        Numbers.significant(here.ratio(), 3))),
                                        table(inputs, here))))
                .saying(Words.text("study.predictable.process", process(inputs)));
    }

    /** The process's level nearest to the session's σ/α. */
    static NoiseLevel here(StudyInputs inputs) {
        var process = inputs.process();
        return process.at(process.timeAtRatio(inputs.level().ratio(), process.tMin(), process.tMax()));
    }

    static String process(StudyInputs inputs) {
        return Words.written(ProcessCatalog.CATALOG
                .kind(inputs.session().process().kind(), "process")
                .title());
    }

    private static Table table(StudyInputs inputs, NoiseLevel here) {
        var error = LevelErrors.at(inputs.exact(), here);
        var rows = new ArrayList<List<String>>();
        for (var target : targets(inputs)) {
            var open = share(target, inputs, here, error);
            var known = new Estimate(1 - open.value(), open.error());
            rows.add(List.of(target.symbol(), Numbers.holding(known, 3), Numbers.holding(open, 3)));
        }
        return new Table(
                List.of(
                        Words.text("study.predictable.target"),
                        Words.text("study.predictable.explained"),
                        Words.text("study.predictable.open")),
                rows,
                -1);
    }
}
