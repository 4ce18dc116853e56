package scorescope.plot.study.denoising;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.denoise.RegressionToTheMean;
import scorescope.core.denoise.RegressionToTheMean.Threshold;
import scorescope.core.density.GaussianMixture;
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
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RatioLevels;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Patch;
import scorescope.words.Words;

/**
 * Regression to the mean: posterior means of noisy points, and which of them lie between modes, where there are no clean
 * data.
 */
public final class MeanAnswers implements Study {
    static final Parameter.Whole COUNT =
            new Parameter.Whole("count", "n", 400, 10, 5000, Words.constant("help.study.regression-to-the-mean.count"));

    public static final Kind<Study> KIND = new Kind<>(
            "regression-to-the-mean",
            Words.constant("study.regression-to-the-mean.title"),
            Words.constant("help.study.regression-to-the-mean"),
            List.of(COUNT),
            MeanAnswers::new);

    private static final int LEVELS = 21;
    private static final double FROM = 0.05;
    private static final double TO = 10;
    private static final int MEASURED = 1500;
    private static final long SEED = 8;

    private final int count;
    private final Memo<Key, RegressionToTheMean> here =
            new Memo<>(key -> RegressionToTheMean.of(key.mixture(), key.level(), count(), SEED));
    private final Memo<Compared, double[]> shares = new Memo<>(MeanAnswers::measure);

    private record Key(GaussianMixture mixture, NoiseLevel level) {}

    private record Compared(GaussianMixture mixture, List<NoiseLevel> levels) {}

    MeanAnswers(Parameters values) {
        count = Math.toIntExact(values.get(COUNT));
    }

    private int count() {
        return count;
    }

    private static double[] measure(Compared key) {
        var threshold = Threshold.of(key.mixture(), SEED);
        int points = Math.max(
                100, MEASURED * 8 / Math.max(8, key.mixture().components().size()));
        return SpinPool.current()
                .map(key.levels(), level -> RegressionToTheMean.of(key.mixture(), level, points, SEED, threshold))
                .stream()
                .mapToDouble(found -> found.share().value())
                .toArray();
    }

    @Override
    public Patch scene() {
        return Patch.of("density.preset", "eight-gaussians").with("noise.sigma", 3.0);
    }

    /** Percentage of the posterior means at the present noise level that lie where there are no data. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atLeast(50, read.at(0, 0, inputs.level().ratio()));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        if (!(inputs.level().sigma() > 0)) {
            throw new BadInputException(
                    "noise",
                    Words.text("study.mean-answers.without-noise-every-answer-point"),
                    Words.text("study.mean-answers.raise-sigma"));
        }
        var mixture = inputs.exact().mixture();
        var found = here.of(new Key(mixture, inputs.level()));
        var clean = NoiseLevel.plain(0);
        var shown = mixture.hasDensity(clean) ? clean : inputs.level();
        var plane = new PlanePart(
                Caption.plain(
                        Words.text("study.mean-answers.answers"),
                        Words.text("notation.e-x-x-tilde"),
                        Words.text(
                                "notation.sigma-value",
                                Numbers.significant(inputs.level().sigma(), 3))),
                StudyBoxes.around(inputs.session().view(), mixture),
                new ScenePlane(inputs.quietly(shown), ShownLayers.of("density"), marks(found, inputs)));
        return StudyScene.of(
                        Words.text("study.mean-answers.denoised-places-noisy-points-those"),
                        Row.of(plane, chart(inputs)))
                .saying(Words.text("study.mean-answers.no-data-outside-region-highest", percent(found.share())));
    }

    private static String percent(Estimate share) {
        return Words.text("study.mean-answers.percent-value", Numbers.holding(share.times(100), 3));
    }

    private static List<Marks> marks(RegressionToTheMean found, StudyInputs inputs) {
        var noisyX = new double[found.noisyX().length];
        var noisyY = new double[noisyX.length];
        for (int i = 0; i < noisyX.length; i++) {
            noisyX[i] = found.noisyX()[i] / inputs.level().alpha();
            noisyY[i] = found.noisyY()[i] / inputs.level().alpha();
        }
        return List.of(
                new Marks.Points(
                        Words.text("study.mean-answers.noisy-points-x-tilde-over-alpha"),
                        noisyX,
                        noisyY,
                        Palette::probe,
                        Marks.Shape.DISC,
                        0.8),
                points(Words.text("study.mean-answers.answers-e-x0-x-tilde"), found, false, Marks.Shape.DISC, 1.5),
                points(
                        Words.text("study.mean-answers.answers-without-data-under-them"),
                        found,
                        true,
                        Marks.Shape.CROSS,
                        2));
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
                ChartAxis.log(Words.text("notation.ratio"), FROM, TO),
                ChartAxis.linear(Words.text("study.mean-answers.percent"), 0, 102),
                List.of(
                        Curve.line(
                                        Words.text("study.mean-answers.answers-2"),
                                        RatioLevels.ratios(levels),
                                        percent,
                                        Palette::clean,
                                        Dash.SOLID)
                                .withWeight(1.4),
                        Curve.line(
                                Words.text("study.mean-answers.clean-points"),
                                new double[] {FROM, TO},
                                new double[] {usual, usual},
                                Palette::mute,
                                Dash.DASHED)));
        return new ChartPart(
                Words.text("study.mean-answers.off-data"),
                "",
                chart.at(inputs.level().ratio()));
    }
}
