package scorescope.plot.study.denoising;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import scorescope.core.BadInputException;
import scorescope.core.denoise.FrameByFrame;
import scorescope.core.denoise.FrameByFrame.Quality;
import scorescope.core.denoise.Posterior;
import scorescope.core.denoise.VideoExamples;
import scorescope.core.density.GaussianMixture;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parallel.SpinPool;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
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
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RatioLevels;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Patch;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * A video of two frames as a point (x₁, x₂) of the plane. It is denoised by the joint posterior mean, and frame by frame by
 * the posterior mean of each coordinate alone. Flicker is a change between frames that the clean video does not have.
 */
public final class TwoFrameVideo implements Study {
    static final Parameter.Whole VIDEOS =
            new Parameter.Whole("videos", "n", 40, 2, 400, Words.constant("help.study.two-frame-video.videos"));

    public static final Kind<Study> KIND = new Kind<>(
            "two-frame-video",
            Words.constant("study.two-frame-video.title"),
            Words.constant("help.study.two-frame-video"),
            List.of(VIDEOS),
            TwoFrameVideo::new);

    private static final double SECONDS_EACH = 0.6;
    private static final int MEASURED = 4000;
    private static final int LEVELS = 17;
    private static final double FROM = 0.05;
    private static final double TO = 5;
    private static final long SEED = 5;

    private static final ThemeColor CLEAN = Palette::text;
    private static final ThemeColor NOISY = Palette::probe;
    private static final ThemeColor JOINT = Palette::clean;
    private static final ThemeColor APART = ThemeColor.category(0);

    private final int videos;
    private final Memo<Key, VideoExamples> examples =
            new Memo<>(key -> VideoExamples.of(key.mixture(), key.level(), videos(), SEED));
    private final Memo<Compared, Qualities> qualities = new Memo<>(TwoFrameVideo::compare);

    private record Key(GaussianMixture mixture, NoiseLevel level) {}

    private record Compared(GaussianMixture mixture, List<NoiseLevel> levels) {}

    /** Both denoisers at every level. */
    private record Qualities(List<Quality> joint, List<Quality> apart) {}

    public TwoFrameVideo(Parameters values) {
        videos = Math.toIntExact(values.get(VIDEOS));
    }

    private int videos() {
        return videos;
    }

    private static Qualities compare(Compared key) {
        var joint = new Posterior(new MixtureScore(key.mixture()));
        var apart = new FrameByFrame(key.mixture());
        int count = Math.max(
                200, MEASURED * 8 / Math.max(8, key.mixture().components().size()));
        var pool = SpinPool.current();
        return new Qualities(
                pool.map(key.levels(), level -> Quality.of(joint, key.mixture(), level, count, SEED)),
                pool.map(key.levels(), level -> Quality.of(apart, key.mixture(), level, count, SEED)));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(new StudyClock(
                SECONDS_EACH * videos,
                videos - 1,
                moment -> Sentence.of("study.two-frame-video.video", shown(moment) + 1, videos)));
    }

    private int shown(double moment) {
        return (int) Math.rint(Math.clamp(moment, 0, 1) * (videos - 1));
    }

    @Override
    public Patch scene() {
        return Patch.of("density.preset", "two-frame-video").with("noise.sigma", 0.5);
    }

    /** Ratio of the flicker of frame-by-frame denoising to that of joint denoising. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double ratio = inputs.level().ratio();
        return Evidence.atLeast(1.25, read.at(2, 1, ratio) / read.at(2, 0, ratio));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        if (!(inputs.level().sigma() > 0)) {
            throw new BadInputException(
                    "noise",
                    Words.text("study.two-frame-video.without-noise-there-nothing-to"),
                    Words.text("study.two-frame-video.raise-sigma"));
        }
        var mixture = inputs.exact().mixture();
        var all = examples.of(new Key(mixture, inputs.level()));
        int now = shown(moment);
        return StudyScene.of(
                        Words.text("study.two-frame-video.video-two-frames-denoised-together"),
                        Row.of(plane(inputs, all, now), frames(inputs, all, now)),
                        Row.of(
                                measured(inputs, Words.text("study.two-frame-video.error-frame"), Quality::error),
                                measured(inputs, Words.text("study.two-frame-video.flicker"), Quality::flicker)))
                .saying(Words.text("study.two-frame-video.flicker-change-between-frames-not"));
    }

    private static PlanePart plane(StudyInputs inputs, VideoExamples all, int now) {
        double alpha = inputs.level().alpha();
        var marks = List.<Marks>of(
                new Marks.Path(
                        "",
                        new double[] {all.noisyX()[now] / alpha, all.jointX()[now]},
                        new double[] {all.noisyY()[now] / alpha, all.jointY()[now]},
                        JOINT,
                        Dash.SOLID,
                        1.2),
                new Marks.Path(
                        "",
                        new double[] {all.noisyX()[now] / alpha, all.apartX()[now]},
                        new double[] {all.noisyY()[now] / alpha, all.apartY()[now]},
                        APART,
                        Dash.DASHED,
                        1.2),
                Marks.Points.one(
                        Words.text("study.two-frame-video.clean-video"),
                        all.cleanX()[now],
                        all.cleanY()[now],
                        CLEAN,
                        Marks.Shape.CROSS,
                        3),
                Marks.Points.one(
                        Words.text("study.two-frame-video.noisy-video-x-tilde-over-alpha"),
                        all.noisyX()[now] / alpha,
                        all.noisyY()[now] / alpha,
                        NOISY,
                        Marks.Shape.DIAMOND,
                        2.5),
                Marks.Points.one(
                        Words.text("study.two-frame-video.denoised-together"),
                        all.jointX()[now],
                        all.jointY()[now],
                        JOINT,
                        Marks.Shape.DISC,
                        3.2),
                Marks.Points.one(
                        Words.text("study.two-frame-video.frame-frame"),
                        all.apartX()[now],
                        all.apartY()[now],
                        APART,
                        Marks.Shape.RING,
                        3.2));
        var clean = NoiseLevel.plain(0);
        var shown = inputs.exact().mixture().hasDensity(clean) ? clean : inputs.level();
        return new PlanePart(
                Caption.plain(
                        Words.text("study.two-frame-video.videos"),
                        Words.text("study.two-frame-video.x-x"),
                        Words.text(
                                "notation.sigma-value",
                                Numbers.significant(inputs.level().sigma(), 3))),
                StudyBoxes.around(inputs.session().view(), inputs.exact().mixture()),
                new ScenePlane(inputs.quietly(shown), ShownLayers.of("density"), marks));
    }

    /** Brightness of both frames. */
    private static ChartPart frames(StudyInputs inputs, VideoExamples all, int now) {
        double alpha = inputs.level().alpha();
        var curves = List.of(
                frame(all.noisyX()[now] / alpha, all.noisyY()[now] / alpha, NOISY, Dash.DOTTED),
                frame(all.cleanX()[now], all.cleanY()[now], CLEAN, Dash.SOLID),
                frame(all.apartX()[now], all.apartY()[now], APART, Dash.DASHED),
                frame(all.jointX()[now], all.jointY()[now], JOINT, Dash.SOLID).withWeight(1.6));
        var m = inputs.exact().mixture().noised(inputs.level()).moments();
        double reach = 2.6 * Math.sqrt(Math.max(m.xx(), m.yy())) / alpha;
        double middle = 0.5 * (m.meanX() + m.meanY()) / alpha;
        var chart = new Chart(
                ChartAxis.linear(Words.text("study.two-frame-video.from-frame-1-0-to"), 0, 1),
                ChartAxis.linear(Words.text("study.two-frame-video.brightness"), middle - reach, middle + reach),
                curves);
        double flicker = all.flicker(now, all.apartX(), all.apartY());
        double joint = all.flicker(now, all.jointX(), all.jointY());
        return new ChartPart(
                Caption.plain(
                        Words.text("study.two-frame-video.this-video"),
                        "",
                        Words.text(
                                "study.two-frame-video.flicker-together-frame-frame",
                                Numbers.significant(Math.abs(joint), 2),
                                Numbers.significant(Math.abs(flicker), 2))),
                chart);
    }

    private static Curve frame(double first, double second, ThemeColor color, Dash dash) {
        return Curve.line("", new double[] {0, 1}, new double[] {first, second}, color, dash);
    }

    private ChartPart measured(StudyInputs inputs, String title, ToDoubleFunction<Quality> number) {
        var levels = RatioLevels.of(inputs, FROM, TO, LEVELS);
        var compared = qualities.of(new Compared(inputs.exact().mixture(), levels));
        var x = RatioLevels.ratios(levels);
        var joint = Curve.line("", x, numbers(compared.joint(), number), JOINT, Dash.SOLID)
                .withWeight(1.4);
        var apart = Curve.line("", x, numbers(compared.apart(), number), APART, Dash.DASHED)
                .withWeight(1.2);
        var range = joint.range().and(apart.range()).and(new Range(0, 0));
        var chart = new Chart(
                ChartAxis.log(Words.text("notation.ratio"), FROM, TO),
                ChartAxis.fromZero("", range),
                List.of(joint, apart));
        return new ChartPart(title, "", chart.at(inputs.level().ratio()));
    }

    private static double[] numbers(List<Quality> qualities, ToDoubleFunction<Quality> number) {
        return qualities.stream().mapToDouble(number).toArray();
    }
}
