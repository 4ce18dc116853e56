package scorescope.plot.study;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.denoise.RegressionToTheMean;
import scorescope.core.denoise.RegressionToTheMean.Threshold;
import scorescope.core.density.GaussianMixture;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.RatioLevels;
import scorescope.plot.study.run.StudyInputs;

/**
 * Regression to the mean: the best answers to noisy points, and which of them lie where no clean data are, because the
 * mean of several modes lies between them.
 */
public final class MeanAnswers implements Study {
    static final Parameter.Whole COUNT =
            new Parameter.Whole("count", "n", 400, 10, 5000, "How many noisy points are denoised.");

    static final Kind<Study> KIND = new Kind<>(
            "regression-to-the-mean",
            "Regression to the mean",
            "The denoiser's answers to noisy points: with more noise they gather between the modes, where there are no data.",
            List.of(COUNT),
            MeanAnswers::new);

    private static final int LEVELS = 21;
    private static final double FROM = 0.05;
    private static final double TO = 10;
    private static final int MEASURED = 1500;
    private static final long SEED = 8;

    private final int count;
    private final Memo<Key, RegressionToTheMean> here =
            new Memo<>(asked -> RegressionToTheMean.of(asked.mixture(), asked.level(), count(), SEED));
    private final Memo<Compared, double[]> shares = new Memo<>(MeanAnswers::measure);

    private record Key(GaussianMixture mixture, NoiseLevel level) {}

    private record Compared(GaussianMixture mixture, List<NoiseLevel> levels) {}

    MeanAnswers(Parameters values) {
        count = Math.toIntExact(values.get(COUNT));
    }

    private int count() {
        return count;
    }

    private static double[] measure(Compared asked) {
        var threshold = Threshold.of(asked.mixture(), SEED);
        int points = Math.max(
                100, MEASURED * 8 / Math.max(8, asked.mixture().components().size()));
        return asked.levels().stream()
                .parallel()
                .mapToDouble(level -> RegressionToTheMean.of(asked.mixture(), level, points, SEED, threshold)
                        .share())
                .toArray();
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        if (!(inputs.level().sigma() > 0)) {
            throw new BadInputException("noise", "without noise every answer is the point itself", "raise sigma");
        }
        var mixture = inputs.exact().mixture();
        var found = here.of(new Key(mixture, inputs.level()));
        var clean = NoiseLevel.plain(0);
        var shown = mixture.hasDensity(clean) ? clean : inputs.level();
        var plane = new PlanePart(
                Caption.plain(
                        "Answers",
                        "E[x_{0} | x̃]",
                        "σ = " + Numbers.significant(inputs.level().sigma(), 3)),
                StudyBoxes.around(inputs.session().view(), mixture),
                new ScenePlane(inputs.quietly(shown), ShownLayers.of("density"), marks(found, inputs)));
        return StudyScene.of(
                        "Denoised places of noisy points, and those without data under them",
                        Row.of(plane, chart(inputs)))
                .saying("no data: outside the region of highest density with 99 % of the clean data; "
                        + percent(found.share()) + " of these answers");
    }

    private static String percent(double share) {
        return Numbers.significant(100 * share, 3) + " %";
    }

    private static List<Marks> marks(RegressionToTheMean found, StudyInputs inputs) {
        var noisyX = new double[found.noisyX().length];
        var noisyY = new double[noisyX.length];
        for (int i = 0; i < noisyX.length; i++) {
            noisyX[i] = found.noisyX()[i] / inputs.level().alpha();
            noisyY[i] = found.noisyY()[i] / inputs.level().alpha();
        }
        return List.of(
                new Marks.Points("noisy points x̃/α", noisyX, noisyY, Palette::probe, Marks.Shape.DISC, 0.8),
                points("answers E[x₀ | x̃]", found, false, Marks.Shape.DISC, 1.5),
                points("answers without data under them", found, true, Marks.Shape.CROSS, 2));
    }

    private static Marks points(String name, RegressionToTheMean found, boolean off, Marks.Shape shape, double size) {
        var chosen = new ArrayList<Integer>();
        for (int i = 0; i < found.offData().length; i++) {
            if (found.offData()[i] == off) {
                chosen.add(i);
            }
        }
        double[] x = chosen.stream().mapToDouble(i -> found.answerX()[i]).toArray();
        double[] y = chosen.stream().mapToDouble(i -> found.answerY()[i]).toArray();
        return new Marks.Points(name, x, y, off ? Palette::text : Palette::clean, shape, size);
    }

    private ChartPart chart(StudyInputs inputs) {
        var levels = RatioLevels.of(inputs, FROM, TO, LEVELS);
        var share = shares.of(new Compared(inputs.exact().mixture(), levels));
        var percent = new double[share.length];
        for (int i = 0; i < share.length; i++) {
            percent[i] = 100 * share[i];
        }
        double usual = 100 * RegressionToTheMean.OUTSIDE;
        var chart = new Chart(
                ChartAxis.log("σ/α", FROM, TO),
                ChartAxis.linear("%", 0, 102),
                List.of(
                        Curve.line("answers", RatioLevels.ratios(levels), percent, Palette::clean, Dash.SOLID)
                                .weighing(1.4),
                        Curve.line(
                                "clean points",
                                new double[] {FROM, TO},
                                new double[] {usual, usual},
                                Palette::mute,
                                Dash.DASHED)));
        return new ChartPart("Off the data", "", chart.at(inputs.level().ratio()));
    }
}
