package scorescope.plot.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.measure.Sample;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.State;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.Marks.Shape;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.ParticleLayer;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.ModeSharesChart.Cloud;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.SampleQuality;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;

/**
 * Two clouds that begin apart and follow the session's sampler under the same noise, particle by particle: both end in the
 * same distribution, whatever they began with.
 */
public final class TwoStarts implements Study {
    static final Parameter.Real APART = new Parameter.Real(
            "apart", "d", "data units", 8, 0, 100, false, "How far the middles of the two starts are from each other.");
    static final Parameter.Real ANGLE = new Parameter.Real(
            "angle", "φ", "°", 30, -180, 180, false, "Direction from the first start to the second.");
    static final Parameter.Real STD =
            new Parameter.Real("std", "s", "data units", 0.5, 0, 100, false, "Standard deviation of each start.");
    static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 800, 50, 5000, "How many particles each start has.");
    static final Parameter.Whole STEPS = new Parameter.Whole(
            "steps", "", 3000, 0, 20_000, "Steps of a sampler that lets them be chosen; 0 for the session's.");

    /** What colours of particles mean. */
    enum Colors implements Option {
        START("start", "Start", "The start each particle came from, both clouds in one picture."),
        MODE("mode", "Mode", "The mode each particle is nearest to, a picture for each start.");

        private final String id;
        private final String title;
        private final String help;

        Colors(String id, String title, String help) {
            this.id = id;
            this.title = title;
            this.help = help;
        }

        @Override
        public Entry entry() {
            return new Entry(id, title, "", help);
        }
    }

    static final Parameter.OneOf<Colors> COLOR = Parameter.OneOf.of(
            "color",
            "",
            Colors.START,
            "What colours mean: the start each particle came from, both clouds in one picture; or the mode it is nearest to,"
                    + " a picture for each start.");

    static final Kind<Study> KIND = new Kind<>(
            "two-starts",
            "Two starts, one end",
            "Two clouds under the same noise: watch them forget where they began and become one distribution.",
            List.of(COLOR, APART, ANGLE, STD, PARTICLES, STEPS),
            TwoStarts::new);

    private static final double SECONDS = 10;
    private static final int CHECKS = 24;
    private static final double LEAST = 0.5;
    private static final List<ThemeColor> HUES = List.of(ThemeColor.category(4), ThemeColor.category(3));
    private static final List<String> NAMES = List.of("first start", "second start");
    private static final List<String> TITLES = List.of("From the first start", "From the second start");

    private final Colors colors;
    private final List<Start> starts;
    private final int particles;
    private final long steps;
    private final Memo<List<RecordedRun.Request>, List<RecordedRun>> reels =
            new Memo<>(asked -> asked.stream().map(RecordedRun::new).toList());
    private final Memo<Measured, List<Curve>> curves = new Memo<>(TwoStarts::curves);

    /** What the curves depend on. */
    private record Measured(List<RecordedRun> reels, MixtureScore exact) {}

    TwoStarts(Parameters values) {
        colors = values.get(COLOR);
        double angle = Math.toRadians(values.get(ANGLE));
        double x = 0.5 * values.get(APART) * Math.cos(angle);
        double y = 0.5 * values.get(APART) * Math.sin(angle);
        starts = List.of(new GaussianStart(-x, -y, values.get(STD)), new GaussianStart(x, y, values.get(STD)));
        particles = Math.toIntExact(values.get(PARTICLES));
        steps = values.get(STEPS);
    }

    private List<RecordedRun> reels(StudyInputs inputs) {
        var spec = inputs.session().sampler();
        var method = RecordedRun.stepped(spec.method(), steps);
        return reels.of(starts.stream()
                .map(start -> new RecordedRun.Request(
                        method, inputs.score(), inputs.process(), inputs.level(), particles, spec.seed(), start))
                .toList());
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var reel = reels(inputs).getFirst();
        return Optional.of(
                new StudyClock(SECONDS, reel.steps(), moment -> "step " + reel.step(moment) + " of " + reel.steps()));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var both = reels(inputs);
        var distance = new ChartPart(
                "Distance",
                "sliced W_{2} / floor",
                chart(curves.of(new Measured(both, inputs.exact()))).at(moment));
        List<Row> rows =
                switch (colors) {
                    case START -> List.of(Row.of(together(inputs, both, moment), distance));
                    case MODE -> {
                        var charts = new ArrayList<Part>();
                        charts.add(distance);
                        shares(inputs, both, moment).ifPresent(charts::add);
                        yield List.of(new Row(apart(inputs, both, moment), false), new Row(charts, false));
                    }
                };
        return StudyScene.of(
                        "Two clouds from different starts under the same noise, at " + Math.round(100 * moment)
                                + " % of the run",
                        rows.toArray(Row[]::new))
                .saying(note(both, moment));
    }

    private static String note(List<RecordedRun> both, double moment) {
        return both.stream()
                .map(reel -> state(reel, moment).diagnostics())
                .filter(Diagnostics::failed)
                .findFirst()
                .map(Diagnostics::advice)
                .orElseGet(() -> "particles with the same noise are on average "
                        + Numbers.significant(partners(both, moment), 2) + " apart");
    }

    /** Both clouds in one picture, told apart by colour and shape; the smaller marks above, so that none hides another. */
    private Part together(StudyInputs inputs, List<RecordedRun> both, double moment) {
        var marks = new ArrayList<Marks>();
        for (int k = 0; k < both.size(); k++) {
            var state = state(both.get(k), moment);
            var shape = k == 0 ? Shape.CROSS : Shape.DISC;
            marks.add(new Marks.Points(
                    NAMES.get(k), state.x().clone(), state.y().clone(), HUES.get(k), shape, k == 0 ? 1.7 : 1));
        }
        var state = state(both.getFirst(), moment);
        return plane(
                inputs,
                "Both clouds",
                state,
                new ScenePlane(inputs.quietly(state.level()), inputs.layers("contours"), marks));
    }

    /** Each cloud in a picture of its own, its particles in the colours of the modes. */
    private List<Part> apart(StudyInputs inputs, List<RecordedRun> both, double moment) {
        var shown = inputs.layers("contours", ParticleLayer.ID).setting(ParticleLayer.ID, ParticleLayer.byMode());
        var planes = new ArrayList<Part>();
        for (int k = 0; k < both.size(); k++) {
            var reel = both.get(k);
            var particles = reel.particles(reel.step(moment));
            var state = state(reel, moment);
            var scene = inputs.quietly(state.level()).with(particles);
            planes.add(plane(inputs, TITLES.get(k), state, new ScenePlane(scene, shown)));
        }
        return planes;
    }

    private static Part plane(StudyInputs inputs, String title, State state, ScenePlane content) {
        var mixture = inputs.exact().mixture().noised(state.level());
        return new PlanePart(
                Caption.plain(title, "", "NFE " + state.diagnostics().evaluations()),
                StudyBoxes.around(inputs.session().view(), mixture),
                content);
    }

    private static Optional<ChartPart> shares(StudyInputs inputs, List<RecordedRun> both, double moment) {
        var clouds = new ArrayList<Cloud>();
        for (int k = 0; k < both.size(); k++) {
            clouds.add(new Cloud(NAMES.get(k), state(both.get(k), moment), HUES.get(k), k == 0));
        }
        var level = clouds.getFirst().state().level();
        return ModeSharesChart.of(inputs.exact().mixture().noised(level), clouds);
    }

    private static State state(RecordedRun reel, double moment) {
        return reel.at(reel.step(moment));
    }

    /** The mean distance of the particles that share their noise. */
    private static double partners(List<RecordedRun> both, double moment) {
        var a = state(both.getFirst(), moment);
        var b = state(both.getLast(), moment);
        double sum = 0;
        for (int i = 0; i < a.particles(); i++) {
            sum += Math.hypot(a.x()[i] - b.x()[i], a.y()[i] - b.y()[i]);
        }
        return sum / a.particles();
    }

    private static Chart chart(List<Curve> curves) {
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        double high = range.empty() ? 10 : Math.max(3, 1.3 * range.high());
        return new Chart(ChartAxis.linear("share of the run", 0, 1), ChartAxis.log("", 0.8 * LEAST, high), curves);
    }

    private static List<Curve> curves(Measured measured) {
        var share = new double[CHECKS + 1];
        var far = new double[3][CHECKS + 1];
        for (int k = 0; k <= CHECKS; k++) {
            share[k] = k / (double) CHECKS;
            var first = state(measured.reels().getFirst(), share[k]);
            var second = state(measured.reels().getLast(), share[k]);
            boolean density = measured.exact().mixture().hasDensity(first.level());
            if (!density || first.diagnostics().failed() || second.diagnostics().failed()) {
                far[0][k] = far[1][k] = far[2][k] = Double.NaN;
                continue;
            }
            var truth = SampleQuality.truth(first, measured.exact());
            var a = new Sample(first.x(), first.y());
            var b = new Sample(second.x(), second.y());
            far[0][k] = Math.max(LEAST, truth.floors(a));
            far[1][k] = Math.max(LEAST, truth.floors(b));
            far[2][k] = Math.max(LEAST, truth.floorsBetween(a, b));
        }
        double[] whole = {0, 1};
        double[] floor = {1, 1};
        return List.of(
                Curve.line(NAMES.getFirst() + " to exact", share, far[0], HUES.getFirst(), Dash.SOLID),
                Curve.line(NAMES.getLast() + " to exact", share, far[1], HUES.getLast(), Dash.DASHED),
                Curve.line("one to the other", share, far[2], Palette::particle, Dash.DOTTED),
                Curve.line("floor: sliced W_{2} of exact samples", whole, floor, Palette::mute, Dash.SOLID)
                        .weighing(0.6));
    }
}
