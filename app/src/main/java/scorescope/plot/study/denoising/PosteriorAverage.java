package scorescope.plot.study.denoising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.denoise.ProbeRun;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.Sample;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parallel.SpinPool;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
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
 * converges to E[x₀ | x̃]. The first x̃ is the stage's probe; the others are rotations of it about the mean of the noisy data,
 * or given points. The mean of the added noise becomes the score.
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

    private static final Option TURNED = Option.of(
            "turned",
            Words.constant("study.posterior-average.turned"),
            Words.constant("help.study.posterior-average.turned"));
    private static final Option OWN = Option.of(
            "own", Words.constant("study.posterior-average.own"), Words.constant("help.study.posterior-average.own"));
    static final Parameter.OneOf<Option> PLACES = new Parameter.OneOf<>(
            "places", "", TURNED, List.of(TURNED, OWN), Words.constant("help.study.posterior-average.places"));
    static final List<Parameter.Real> OWN_X = List.of(place("x2", -1), place("x3", 1), place("x4", 0));
    static final List<Parameter.Real> OWN_Y = List.of(place("y2", 1), place("y3", -1), place("y4", 0));
    private static final Option SHOWN = Option.of(
            "shown",
            Words.constant("study.posterior-average.shown"),
            Words.constant("help.study.posterior-average.shown"));
    private static final Option HIDDEN = Option.of(
            "hidden",
            Words.constant("study.posterior-average.hidden"),
            Words.constant("help.study.posterior-average.hidden"));
    static final Parameter.OneOf<Option> DATA = new Parameter.OneOf<>(
            "data", "", SHOWN, List.of(SHOWN, HIDDEN), Words.constant("help.study.posterior-average.data"));

    public static final Kind<Study> KIND = new Kind<>(
            "posterior-average",
            Words.constant("study.posterior-average.title"),
            Words.constant("help.study.posterior-average"),
            parameters(),
            PosteriorAverage::new);

    private static final double SECONDS = 14;
    private static final long SEED = 11;
    private static final int CLEAN_POINTS = 300;
    /** Length of the longest arrow as a share of the view's width. */
    private static final double ARROW = 0.13;

    private final int points;
    private final int hits;
    private final double radius;
    private final boolean own;
    private final double[] placesX;
    private final double[] placesY;
    private final boolean data;
    private final Memo<GaussianMixture, Sample> cleans = new Memo<>(clean -> Sample.drawn(clean, CLEAN_POINTS, SEED));
    public final Memo<Key, List<ProbeRun>> runs = new Memo<>(this::gather);

    /** All inputs of the collected points. */
    private record Key(GaussianMixture mixture, NoiseLevel level, ProbePoint probe) {}

    public PosteriorAverage(Parameters values) {
        points = Math.toIntExact(values.get(POINTS));
        hits = Math.toIntExact(values.get(HITS));
        radius = values.get(RADIUS);
        own = values.get(PLACES).equals(OWN);
        placesX = OWN_X.stream().mapToDouble(values::get).toArray();
        placesY = OWN_Y.stream().mapToDouble(values::get).toArray();
        data = values.get(DATA).equals(SHOWN);
    }

    private static List<Parameter<?>> parameters() {
        var all = new ArrayList<Parameter<?>>(List.of(POINTS, HITS, RADIUS, DATA, PLACES));
        for (int i = 0; i < OWN_X.size(); i++) {
            all.add(OWN_X.get(i));
            all.add(OWN_Y.get(i));
        }
        return List.copyOf(all);
    }

    /** A coordinate of a noisy point of one's own. */
    private static Parameter.Real place(String key, double usual) {
        return new Parameter.Real(
                key,
                "",
                Words.constant("figure.unit.data"),
                usual,
                -1e6,
                1e6,
                false,
                Words.constant("help.study.posterior-average.place"));
    }

    private List<ProbeRun> gather(Key key) {
        var middle = key.mixture().noised(key.level()).moments();
        double dx = key.probe().x() - middle.meanX();
        double dy = key.probe().y() - middle.meanY();
        double ball = radius * key.level().sigma();
        var found = new ProbeRun[points];
        SpinPool.current().run(points, i -> {
            double turn = 2 * Math.PI * i / points;
            boolean placed = own && i > 0;
            double x = placed ? placesX[i - 1] : middle.meanX() + dx * Math.cos(turn) - dy * Math.sin(turn);
            double y = placed ? placesY[i - 1] : middle.meanY() + dx * Math.sin(turn) + dy * Math.cos(turn);
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
        if (data) {
            var clean = cleans.of(inputs.exact().mixture());
            marks.add(new Marks.Points(
                    Words.text("study.posterior-average.clean-data"),
                    clean.x(),
                    clean.y(),
                    palette -> palette.mute().fade(0.6),
                    Marks.Shape.DISC,
                    0.6));
        }
        var gathered = new ArrayList<GatheredMarks>();
        for (int i = 0; i < found.size(); i++) {
            int seen = shown(moment, found.get(i).hits());
            double progress = seen < found.get(i).hits() ? Math.clamp(moment * hits - seen, 0, 1) : 1;
            gathered.add(new GatheredMarks(found.get(i), inputs.level(), seen, progress, i == 0));
        }
        gathered.forEach(one -> one.addTo(marks));
        double longest =
                gathered.stream().mapToDouble(GatheredMarks::scoreLength).max().orElse(1);
        var view = inputs.session().view();
        double factor = ARROW * (view.x1() - view.x0()) / Math.max(1e-300, longest);
        gathered.forEach(one -> one.addNoise(marks, factor));
        // On top, so that marks of a neighbouring point do not cover them.
        for (int i = 0; i < found.size() && found.size() > 1; i++) {
            var run = found.get(i);
            // On the side away from the mean and its marks.
            marks.add(new Marks.Word(
                    String.valueOf(i + 1), run.x(), run.y(), run.answerX() <= run.x(), GatheredMarks.NOISY));
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
        double shift = found.stream().mapToDouble(ProbeRun::shift).max().orElse(0);
        words.add(Words.text(
                "study.posterior-average.shift", Numbers.significant(radius, 3), Numbers.significant(shift, 2)));
        return StudyScene.of(
                        Words.text("study.posterior-average.what-denoising-loss-teaches-clean"),
                        StudyScene.Row.of(plane, distances(found, moment)))
                .saying(words.toArray(String[]::new));
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
            var color = i == 0 ? GatheredMarks.CLEAN : ThemeColor.category(i - 1);
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
