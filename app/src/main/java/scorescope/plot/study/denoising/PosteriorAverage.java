package scorescope.plot.study.denoising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.denoise.ProbeRun;
import scorescope.core.density.GaussianMixture;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parallel.SpinPool;
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
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * What the denoising loss teaches at a few noisy points x̃: the running mean of clean points whose noisy version fell near x̃
 * converges to E[x₀ | x̃]. The first x̃ is the stage's probe; the others are rotations of it about the mean of the noisy data.
 */
public final class PosteriorAverage implements Study {
    static final Parameter.Whole POINTS =
            new Parameter.Whole("points", "", 3, 1, 4, Words.constant("help.study.posterior-average.points"));
    static final Parameter.Whole HITS =
            new Parameter.Whole("hits", "n", 200, 10, 2000, Words.constant("help.study.posterior-average.hits"));
    static final Parameter.Real RADIUS = new Parameter.Real(
            "radius",
            "",
            Words.constant("notation.sigma"),
            0.25,
            0.01,
            2,
            true,
            Words.constant("help.study.posterior-average.radius"));

    public static final Kind<Study> KIND = new Kind<>(
            "posterior-average",
            Words.constant("study.posterior-average.title"),
            Words.constant("help.study.posterior-average"),
            List.of(POINTS, HITS, RADIUS),
            PosteriorAverage::new);

    private static final double SECONDS = 14;
    private static final long SEED = 11;
    private static final ThemeColor NOISY = Palette::probe;
    private static final ThemeColor CLEAN = Palette::clean;

    private final int points;
    private final int hits;
    private final double radius;
    public final Memo<Key, List<ProbeRun>> runs = new Memo<>(this::gather);

    /** All inputs of the collected points. */
    private record Key(GaussianMixture mixture, NoiseLevel level, ProbePoint probe) {}

    public PosteriorAverage(Parameters values) {
        points = Math.toIntExact(values.get(POINTS));
        hits = Math.toIntExact(values.get(HITS));
        radius = values.get(RADIUS);
    }

    private List<ProbeRun> gather(Key key) {
        var middle = key.mixture().noised(key.level()).moments();
        double dx = key.probe().x() - middle.meanX();
        double dy = key.probe().y() - middle.meanY();
        double ball = radius * key.level().sigma();
        var found = new ProbeRun[points];
        SpinPool.current().run(points, i -> {
            double turn = 2 * Math.PI * i / points;
            double x = middle.meanX() + dx * Math.cos(turn) - dy * Math.sin(turn);
            double y = middle.meanY() + dx * Math.sin(turn) + dy * Math.cos(turn);
            found[i] = ProbeRun.of(key.mixture(), key.level(), x, y, ball, hits, SEED + i);
        });
        return List.of(found);
    }

    public List<ProbeRun> runs(StudyInputs inputs) {
        if (!(inputs.level().sigma() > 0)) {
            throw new BadInputException(
                    "noise",
                    Words.text("study.posterior-average.without-noise-there-nothing-to"),
                    Words.text("study.posterior-average.raise-sigma"));
        }
        return runs.of(new Key(
                inputs.exact().mixture(),
                inputs.level(),
                ProbePoint.wherever(inputs.session().view())));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(new StudyClock(
                SECONDS,
                hits,
                moment -> Sentence.of("study.posterior-average.clean-points-behind-each-noisy", shown(moment, hits))));
    }

    /** Number of collected points shown at a moment, at least one and at most {@code there}. */
    private int shown(double moment, int there) {
        return Math.min(there, Math.max(1, (int) Math.floor(moment * hits + 1e-9)));
    }

    /** Distance of the final mean from E[x₀ | x̃], relative to the expected distance of a single pair. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atMost(0.3, read.last(0, 0) / read.first(0, 1));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var found = runs(inputs);
        var marks = new ArrayList<Marks>();
        for (int i = 0; i < found.size(); i++) {
            mark(marks, found.get(i), moment, i == 0);
        }
        // On top, so that marks of a neighbouring point do not cover them.
        for (int i = 0; i < found.size() && found.size() > 1; i++) {
            var run = found.get(i);
            // On the side away from the mean and its marks.
            marks.add(new Marks.Word(String.valueOf(i + 1), run.x(), run.y(), run.answerX() <= run.x(), NOISY));
        }
        var plane = new PlanePart(
                Caption.plain(
                        Words.text("study.posterior-average.clean-points-behind-x-tilde"),
                        Words.text("study.posterior-average.e-x-x-tilde-about-mean"),
                        Words.text(
                                "notation.sigma-value",
                                Numbers.significant(inputs.level().sigma(), 3))),
                inputs.session().view().box(),
                new ScenePlane(inputs.quietly(inputs.level()), ShownLayers.of("density"), marks));
        var words = new ArrayList<String>();
        found.stream()
                .map(ProbeRun::advice)
                .filter(advice -> !advice.isEmpty())
                .limit(1)
                .forEach(words::add);
        long drawn = found.stream().mapToLong(ProbeRun::drawn).max().orElse(0);
        words.add(Words.text("study.posterior-average.pairs-x0-x-tilde-were-drawn", drawn));
        return StudyScene.of(
                        Words.text("study.posterior-average.what-denoising-loss-teaches-clean"),
                        StudyScene.Row.of(plane, distances(found, moment)))
                .saying(words.toArray(String[]::new));
    }

    private void mark(List<Marks> marks, ProbeRun run, double moment, boolean telling) {
        int seen = shown(moment, run.hits());
        double[] ballX = new double[49];
        double[] ballY = new double[49];
        for (int i = 0; i < ballX.length; i++) {
            ballX[i] = run.x() + run.radius() * Math.cos(2 * Math.PI * i / 48);
            ballY[i] = run.y() + run.radius() * Math.sin(2 * Math.PI * i / 48);
        }
        marks.add(new Marks.Path(
                telling ? Words.text("study.posterior-average.ball-about-x-tilde") : "",
                ballX,
                ballY,
                NOISY,
                Dash.SOLID,
                1.2));
        if (seen > 0) {
            marks.add(new Marks.Points(
                    telling ? Words.text("study.posterior-average.clean-points-x0-led-into") : "",
                    Arrays.copyOf(run.cleanX(), seen),
                    Arrays.copyOf(run.cleanY(), seen),
                    CLEAN.faded(0.5),
                    Marks.Shape.DISC,
                    1));
            newest(marks, run, seen, moment, telling);
            marks.add(new Marks.Path(
                    telling ? Words.text("study.posterior-average.path-of-mean") : "",
                    Arrays.copyOf(run.meanX(), seen),
                    Arrays.copyOf(run.meanY(), seen),
                    CLEAN,
                    Dash.SOLID,
                    1.4));
        }
        marks.add(Marks.Points.one(
                telling ? Words.text("study.posterior-average.e-x0-x-tilde-tweedie") : "",
                run.answerX(),
                run.answerY(),
                CLEAN,
                Marks.Shape.RING,
                4.4));
        if (seen > 0) {
            marks.add(Marks.Points.one(
                    telling ? Words.text("study.posterior-average.their-mean-now") : "",
                    run.meanX()[seen - 1],
                    run.meanY()[seen - 1],
                    CLEAN,
                    Marks.Shape.DISC,
                    2.5));
        }
        marks.add(Marks.Points.one(
                telling ? Words.text("notation.x-tilde") : "", run.x(), run.y(), NOISY, Marks.Shape.DIAMOND, 2.5));
    }

    /** The newest clean point, moving from its noisy version to its position. */
    private void newest(List<Marks> marks, ProbeRun run, int seen, double moment, boolean telling) {
        int i = seen - 1;
        double share = seen < run.hits() ? Math.clamp(moment * hits - seen, 0, 1) : 1;
        double x = run.noisyX()[i] + share * (run.cleanX()[i] - run.noisyX()[i]);
        double y = run.noisyY()[i] + share * (run.cleanY()[i] - run.noisyY()[i]);
        marks.add(new Marks.Path(
                telling ? Words.text("study.posterior-average.newest-pair") : "",
                new double[] {run.noisyX()[i], run.cleanX()[i]},
                new double[] {run.noisyY()[i], run.cleanY()[i]},
                NOISY.faded(0.6),
                Dash.DASHED,
                1));
        marks.add(Marks.Points.one("", x, y, CLEAN, Marks.Shape.DISC, 1.6));
    }

    private ChartPart distances(List<ProbeRun> found, double moment) {
        var curves = new ArrayList<Curve>();
        var range = Range.NONE;
        for (int i = 0; i < found.size(); i++) {
            var run = found.get(i);
            int seen = shown(moment, run.hits());
            var n = new double[hits];
            var expected = new double[hits];
            for (int k = 0; k < hits; k++) {
                n[k] = k + 1.0;
                expected[k] = run.spread() / Math.sqrt(k + 1.0);
            }
            double[] off = IntStream.range(0, seen).mapToDouble(run::off).toArray();
            var name = Words.text(
                    "study.posterior-average.mean", i + 1, i == 0 ? Words.text("study.posterior-average.probe") : "");
            var color = i == 0 ? CLEAN : ThemeColor.category(i - 1);
            curves.add(Curve.line(name, Arrays.copyOf(n, seen), off, color, Dash.SOLID));
            var usual = Curve.line(
                    i == 0 ? Words.text("study.posterior-average.to-expected-root-tr-cov") : "",
                    n,
                    expected,
                    color.faded(0.55),
                    Dash.DASHED);
            curves.add(usual);
            range = range.and(usual.range());
        }
        double low = Math.max(1e-9, 0.05 * range.low());
        var chart = new Chart(
                ChartAxis.log(Words.text("study.posterior-average.n-clean-points-gathered"), 1, Math.max(hits, 2)),
                ChartAxis.log("", low, Math.max(4 * range.high(), 10 * low)),
                curves);
        return new ChartPart(
                Words.text("study.posterior-average.distance"),
                Words.text("study.posterior-average.mean-minus-e-x-x-tilde"),
                chart);
    }
}
