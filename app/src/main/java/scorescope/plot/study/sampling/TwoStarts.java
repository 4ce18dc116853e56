package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.State;
import scorescope.plot.chart.Chart;
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
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.sampling.ModeSharesChart.Cloud;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * Two clouds with different starts that follow the session's sampler with the same noise, particle by particle: both converge
 * to the same distribution.
 */
public final class TwoStarts implements Study {
    static final Parameter.Real APART = new Parameter.Real(
            "apart",
            "d",
            Words.constant("figure.unit.data"),
            8,
            0,
            100,
            false,
            Words.constant("help.study.two-starts.apart"));
    static final Parameter.Real ANGLE = new Parameter.Real(
            "angle",
            Words.constant("notation.phi"),
            Words.constant("notation.degree"),
            30,
            -180,
            180,
            false,
            Words.constant("help.study.two-starts.angle"));
    static final Parameter.Real STD = new Parameter.Real(
            "std",
            "s",
            Words.constant("figure.unit.data"),
            0.5,
            0,
            100,
            false,
            Words.constant("help.study.two-starts.std"));
    static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 800, 50, 5000, Words.constant("help.study.two-starts.particles"));
    static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "", 3000, 0, 20_000, Words.constant("help.study.two-starts.steps"));

    /** The meaning of the particles' colours. */
    enum Colors implements Option {
        START(
                "start",
                Words.constant("study.two-starts.start"),
                Words.constant("study.two-starts.start-each-particle-came-from")),
        MODE(
                "mode",
                Words.constant("study.two-starts.mode"),
                Words.constant("study.two-starts.mode-each-particle-nearest-to"));

        private final Entry entry;

        Colors(String id, String title, String help) {
            entry = Option.of(id, title, help);
        }

        @Override
        public Entry entry() {
            return entry;
        }
    }

    static final Parameter.OneOf<Colors> COLOR =
            Parameter.OneOf.of("color", "", Colors.START, Words.constant("help.study.two-starts.color"));

    public static final Kind<Study> KIND = new Kind<>(
            "two-starts",
            Words.constant("study.two-starts.title"),
            Words.constant("help.study.two-starts"),
            List.of(COLOR, APART, ANGLE, STD, PARTICLES, STEPS),
            TwoStarts::new);

    private static final double SECONDS = 10;
    static final List<ThemeColor> COLORS = List.of(ThemeColor.category(4), ThemeColor.category(3));
    static final List<String> NAMES =
            List.of(Words.constant("study.two-starts.first-start"), Words.constant("study.two-starts.second-start"));
    private static final List<String> TITLES = List.of(
            Words.constant("study.two-starts.from-first-start"), Words.constant("study.two-starts.from-second-start"));

    private final Colors colors;
    private final List<Start> starts;
    private final int particles;
    private final long steps;
    private final Memo<List<RecordedRun.Request>, List<RecordedRun>> runs =
            new Memo<>(requests -> requests.stream().map(RecordedRun::new).toList());
    private final Memo<StartDistances, Chart> distances = new Memo<>(StartDistances::chart);

    TwoStarts(Parameters values) {
        colors = values.get(COLOR);
        double angle = Math.toRadians(values.get(ANGLE));
        double x = 0.5 * values.get(APART) * Math.cos(angle);
        double y = 0.5 * values.get(APART) * Math.sin(angle);
        starts = List.of(new GaussianStart(-x, -y, values.get(STD)), new GaussianStart(x, y, values.get(STD)));
        particles = Math.toIntExact(values.get(PARTICLES));
        steps = values.get(STEPS);
    }

    private List<RecordedRun> runs(StudyInputs inputs) {
        var spec = inputs.session().sampler();
        var method = RecordedRun.stepped(spec.method(), steps);
        return runs.of(starts.stream()
                .map(start -> new RecordedRun.Request(
                        method, inputs.score(), inputs.process(), inputs.level(), particles, spec.seed(), start))
                .toList());
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var run = runs(inputs).getFirst();
        return Optional.of(new StudyClock(
                SECONDS, run.steps(), moment -> Sentence.of("study.two-starts.step", run.step(moment), run.steps())));
    }

    /** Ratio of the distance between the two clouds at the end to that at the beginning. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atMost(0.5, read.lastKnown(0, 2) / read.first(0, 2));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var both = runs(inputs);
        var distance = new ChartPart(
                Words.text("study.two-starts.distance"),
                Words.text("study.two-starts.sliced-w-over-floor"),
                distances.of(new StartDistances(both, inputs.exact())).at(moment));
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
                        Words.text("study.two-starts.two-clouds-from-different-starts", Math.round(100 * moment)),
                        rows.toArray(Row[]::new))
                .saying(note(both, moment));
    }

    private static String note(List<RecordedRun> both, double moment) {
        return both.stream()
                .map(run -> state(run, moment).diagnostics())
                .filter(Diagnostics::failed)
                .findFirst()
                .map(Diagnostics::advice)
                .orElseGet(() -> Words.text(
                        "study.two-starts.particles-same-noise-average-apart",
                        Numbers.significant(meanDistance(both, moment), 2)));
    }

    /** Both clouds in one picture, distinguished by colour and shape; the smaller marks are on top, so that none is hidden. */
    private Part together(StudyInputs inputs, List<RecordedRun> both, double moment) {
        var marks = new ArrayList<Marks>();
        for (int k = 0; k < both.size(); k++) {
            var state = state(both.get(k), moment);
            var shape = k == 0 ? Shape.CROSS : Shape.DISC;
            marks.add(new Marks.Points(
                    NAMES.get(k), state.x().clone(), state.y().clone(), COLORS.get(k), shape, k == 0 ? 1.7 : 1));
        }
        var state = state(both.getFirst(), moment);
        return plane(
                inputs,
                Words.text("study.two-starts.both-clouds"),
                state,
                new ScenePlane(inputs.quietly(state.level()), inputs.layers("contours"), marks));
    }

    /** Each cloud in its own picture, with particles in the colours of the modes. */
    private List<Part> apart(StudyInputs inputs, List<RecordedRun> both, double moment) {
        var shown = inputs.layers("contours", ParticleLayer.ID).setting(ParticleLayer.ID, ParticleLayer.byMode());
        var planes = new ArrayList<Part>();
        for (int k = 0; k < both.size(); k++) {
            var run = both.get(k);
            var particles = run.particles(run.step(moment));
            var state = state(run, moment);
            var scene = inputs.quietly(state.level()).with(particles);
            planes.add(plane(inputs, TITLES.get(k), state, new ScenePlane(scene, shown)));
        }
        return planes;
    }

    private static Part plane(StudyInputs inputs, String title, State state, ScenePlane content) {
        var mixture = inputs.exact().mixture().noised(state.level());
        return new PlanePart(
                Caption.plain(
                        title,
                        "",
                        Words.text("study.two-starts.nfe", state.diagnostics().evaluations())),
                StudyBoxes.around(inputs.session().view(), mixture),
                content);
    }

    private static Optional<ChartPart> shares(StudyInputs inputs, List<RecordedRun> both, double moment) {
        var clouds = new ArrayList<Cloud>();
        for (int k = 0; k < both.size(); k++) {
            clouds.add(new Cloud(NAMES.get(k), state(both.get(k), moment), COLORS.get(k), k == 0));
        }
        var level = clouds.getFirst().state().level();
        return ModeSharesChart.of(inputs.exact().mixture().noised(level), clouds);
    }

    static State state(RecordedRun run, double moment) {
        return run.at(run.step(moment));
    }

    /** Mean distance of pairs of particles with the same noise. */
    private static double meanDistance(List<RecordedRun> both, double moment) {
        var a = state(both.getFirst(), moment);
        var b = state(both.getLast(), moment);
        double sum = 0;
        for (int i = 0; i < a.particles(); i++) {
            sum += Math.hypot(a.x()[i] - b.x()[i], a.y()[i] - b.y()[i]);
        }
        return sum / a.particles();
    }
}
