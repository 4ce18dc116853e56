package scorescope.plot.study.learning;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.Prediction;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RatioLevels;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.NoiseSpec;
import scorescope.words.Words;

/**
 * Amplification of an error in one prediction when it is converted to the others, over the noise level: one chart for each
 * prediction of a network, with the error of the others for an error of 1 in it.
 */
public final class ErrorAmplification implements Study {
    public static final Kind<Study> KIND = new Kind<>(
            "error-amplification",
            Words.constant("study.error-amplification.title"),
            Words.constant("help.study.error-amplification"),
            List.of(),
            ErrorAmplification::new);

    private static final double FROM = 0.01;
    private static final double TO = 100;
    private static final int LEVELS = 121;
    private static final double LEAST = 1e-3;
    private static final double MOST = 1e3;

    public ErrorAmplification(Parameters none) {}

    /** The predictions compared: DDPM's mean only if the levels are times of its chain. */
    private static List<ShownPrediction> shown(StudyInputs inputs) {
        boolean chain =
                inputs.process() instanceof DiscreteDdpm && inputs.session().noise() instanceof NoiseSpec.Time;
        return ShownPrediction.ALL.stream()
                .filter(one -> chain || one.prediction() != Prediction.MEAN)
                .toList();
    }

    /** Error of the score for an error of 1 in the noise at the lowest level, times σ. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.near(1, 0.01, read.first(0, 2) * read.curve(0, 2).x()[0]);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var levels = RatioLevels.of(inputs, FROM, TO, LEVELS);
        var shown = shown(inputs);
        var charts = new ArrayList<ChartPart>();
        for (var of : shown.subList(0, 4)) {
            charts.add(chart(of, shown, levels, inputs));
        }
        boolean timed = inputs.session().noise() instanceof NoiseSpec.Time;
        return StudyScene.of(
                        Words.text("study.error-amplification.how-error-1-prediction-grows"),
                        Row.of(charts.get(0), charts.get(1)),
                        Row.of(charts.get(2), charts.get(3)))
                .saying(
                        timed
                                ? Words.text("study.error-amplification.alpha-sigma-session-process")
                                : Words.text("study.error-amplification.plain-noise-alpha-1"));
    }

    private static ChartPart chart(
            ShownPrediction of, List<ShownPrediction> all, List<NoiseLevel> levels, StudyInputs inputs) {
        var x = RatioLevels.ratios(levels);
        var curves = new ArrayList<Curve>();
        for (var in : all) {
            var y = levels.stream()
                    .mapToDouble(level -> of.prediction().errorIn(in.prediction(), inputs.process(), level))
                    .toArray();
            if (!in.equals(of)) {
                curves.add(Curve.line(
                                Words.text("study.error-amplification.error", in.symbol()), x, y, in.color(), in.dash())
                        .withWeight(1.3));
            }
        }
        curves.add(Curve.line("", new double[] {FROM, TO}, new double[] {1, 1}, Palette::mute, Dash.SOLID)
                .withWeight(0.6));
        var chart = new Chart(
                ChartAxis.log(Words.text("notation.ratio"), FROM, TO), ChartAxis.log("", LEAST, MOST), curves);
        var here = inputs.level().ratio();
        return new ChartPart(
                Words.text("study.error-amplification.off-1", of.symbol()), "", here > 0 ? chart.at(here) : chart);
    }
}
