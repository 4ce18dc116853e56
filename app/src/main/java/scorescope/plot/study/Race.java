package scorescope.plot.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.training.TrainingSettings;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.run.TrainingComparison;
import scorescope.plot.study.run.TrainingIntervals;
import scorescope.words.Words;

/**
 * Two to four trainings side by side on the same data, seeds and steps, compared by Fisher divergence: losses of
 * different objectives cannot be compared. All else is the session's training, but for smaller networks.
 */
public final class Race implements Study {
    /** What the trainings differ in. */
    public enum Contest implements Option {
        PREDICTIONS(
                "predictions",
                Words.constant("study.race.predictions"),
                Words.constant("study.race.epsilon-x0-v-score")),
        WEIGHTING(
                "weighting",
                Words.constant("study.race.weighting"),
                Words.constant("study.race.lambda-sigma-squared-lambda-1")),
        OBJECTIVES(
                "objectives",
                Words.constant("study.race.objectives"),
                Words.constant("study.race.implicit-sliced-denoising")),
        LEVELS("levels", Words.constant("study.race.noise-levels"), Words.constant("study.race.sigma-many")),
        OUTPUT("output", Words.constant("study.race.output"), Words.constant("study.race.vector-energy"));

        private final String id;
        private final String title;
        private final String help;

        Contest(String id, String title, String help) {
            this.id = id;
            this.title = title;
            this.help = help;
        }

        @Override
        public Entry entry() {
            return new Entry(id, title, "", help);
        }
    }

    public static final Parameter.OneOf<Contest> RACE =
            Parameter.OneOf.of("race", "", Contest.PREDICTIONS, Words.constant("help.study.race.race"));
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "N", 1200, 40, 100_000, Words.constant("help.study.race.steps"));
    public static final Parameter.Whole WIDTH =
            new Parameter.Whole("width", "", 48, 4, 512, Words.constant("help.study.race.width"));

    static final Kind<Study> KIND = new Kind<>(
            "race",
            Words.constant("study.race.title"),
            Words.constant("help.study.race"),
            List.of(RACE, STEPS, WIDTH),
            Race::new);

    private static final double SECONDS = 15;
    private static final Dash[] DASHES = {Dash.SOLID, Dash.DASHED, Dash.DOTTED, Dash.DASH_DOTTED};

    private final Parameters values;
    private final Memo<TrainingComparison.Request, TrainingComparison> races = new Memo<>(TrainingComparison::new);

    public Race(Parameters values) {
        this.values = values;
    }

    /** One run. */
    private record Lane(String title, Map<String, Object> changes) {}

    private List<Lane> lanes(StudyInputs inputs) {
        double sigma = Math.clamp(inputs.level().ratio(), 0.05, 5);
        return switch (values.get(RACE)) {
            case WEIGHTING ->
                List.of(
                        new Lane(
                                Words.text("notation.lambda-sigma-squared"),
                                Map.of("objective", "ncsn", "weighting", "sigma-squared")),
                        new Lane(Words.text("notation.lambda-1"), Map.of("objective", "ncsn", "weighting", "one")));
            case OBJECTIVES ->
                List.of(
                        new Lane(Words.text("study.race.implicit"), Map.of("objective", "implicit")),
                        new Lane(Words.text("study.race.sliced"), Map.of("objective", "sliced")),
                        new Lane(Words.text("study.race.denoising"), Map.of("objective", "ncsn")));
            case LEVELS ->
                List.of(
                        new Lane(Words.text("study.race.sigma"), Map.of("objective", "denoising", "sigma", sigma)),
                        new Lane(Words.text("study.race.many-sigma"), Map.of("objective", "ncsn")));
            case OUTPUT ->
                List.of(
                        new Lane(
                                Words.text("study.race.plain-network"),
                                Map.of("objective", "ncsn", "output", "vector")),
                        new Lane(
                                Words.text("study.race.energy-network"),
                                Map.of("objective", "ncsn", "output", "energy")));
            case PREDICTIONS ->
                List.of(
                        new Lane(Words.text("notation.eps"), Map.of("objective", "epsilon", "prediction", "epsilon")),
                        new Lane(Words.text("notation.clean"), Map.of("objective", "sample", "prediction", "sample")),
                        new Lane(Words.text("notation.v"), Map.of("objective", "v", "prediction", "v_prediction")),
                        new Lane(Words.text("study.race.score"), Map.of("objective", "ncsn", "prediction", "score")));
        };
    }

    private TrainingSettings settings(StudyInputs inputs, Lane lane) {
        var standard = TrainingComparison.smaller(
                inputs.session().training(), values.get(STEPS), Math.toIntExact(values.get(WIDTH)));
        var scalars = new LinkedHashMap<>(standard.scalars().given());
        scalars.putAll(lane.changes());
        return new TrainingSettings(new Parameters(scalars), standard.hidden(), standard.levels()).checked("training");
    }

    private TrainingComparison comparison(StudyInputs inputs) {
        var settings =
                lanes(inputs).stream().map(lane -> settings(inputs, lane)).toList();
        return races.of(new TrainingComparison.Request(
                inputs.exact().mixture(), inputs.session().process(), settings));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(new TrainingIntervals(values.get(STEPS)).clock(SECONDS));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var comparison = comparison(inputs);
        var lanes = lanes(inputs);
        int now = comparison.intervals().at(moment);
        var snapshot = comparison.at(now);
        var view = inputs.session().view();
        var shown = values.get(RACE) == Contest.OUTPUT ? ShownLayers.of("curl", "quiver") : ShownLayers.of(view);
        var level = inputs.level().sigma() > 0
                ? inputs.level()
                : comparison.levels().getFirst();
        var parts = new ArrayList<Part>();
        var planes = new ArrayList<ScenePlane>();
        for (int i = 0; i < lanes.size(); i++) {
            var plane = new ScenePlane(scene(inputs, snapshot, level, i), shown);
            planes.add(plane);
            var note = snapshot.stopped().contains(i)
                    ? Words.text("study.race.diverged")
                    : Words.text("study.race.step", comparison.intervals().step(now));
            parts.add(new PlanePart(
                    new Caption(Source.LEARNED.keys(), lanes.get(i).title(), Formula.parse(""), note),
                    view.box(),
                    plane));
        }
        return new StudyScene(
                Words.text(
                        "study.race.trainings-side-side-after-steps",
                        comparison.intervals().step(now)),
                List.of(
                        new Row(parts, true),
                        Row.of(overSteps(comparison, lanes, now), byLevel(comparison, lanes, snapshot, inputs))),
                List.of(),
                StudyScene.Sharing.of(planes),
                false);
    }

    private static scorescope.plot.scene.Scene scene(
            StudyInputs inputs, TrainingComparison.Snapshot snapshot, NoiseLevel level, int lane) {
        return scorescope.plot.scene.Scene.analytic(inputs.exact(), level, inputs.colorMap())
                .learned(snapshot.scores().get(lane));
    }

    private static ChartPart overSteps(TrainingComparison comparison, List<Lane> lanes, int now) {
        var curves = new ArrayList<Curve>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            double[] x = new double[now + 1];
            double[] y = new double[now + 1];
            for (int interval = 0; interval <= now; interval++) {
                x[interval] = (double) comparison.intervals().step(interval);
                y[interval] = comparison.at(interval).divergence(lane);
            }
            curves.add(Curve.line(lanes.get(lane).title(), x, y, ThemeColor.category(lane), DASHES[lane]));
        }
        return new ChartPart(
                Words.text("study.race.fisher-divergence"),
                Words.text("study.race.mean-sigma-squared-e-norm"),
                new Chart(comparison.intervals().axis(), Processes.logAxis(curves, 1e-5, 1e8), curves));
    }

    private static ChartPart byLevel(
            TrainingComparison comparison, List<Lane> lanes, TrainingComparison.Snapshot snapshot, StudyInputs inputs) {
        var curves = new ArrayList<Curve>();
        double[] x = comparison.levels().stream().mapToDouble(NoiseLevel::sigma).toArray();
        for (int lane = 0; lane < lanes.size(); lane++) {
            // The other chart's legend names them.
            curves.add(Curve.line("", x, snapshot.divergences()[lane], ThemeColor.category(lane), DASHES[lane]));
        }
        var across = ChartAxis.log(Words.text("notation.sigma"), x[0], x[x.length - 1]);
        var chart = new Chart(across, Processes.logAxis(curves, 1e-5, 1e8), curves);
        return new ChartPart(
                Words.text("study.race.noise-level"),
                Words.text("notation.sigma-squared-e-norm-s-theta-minus"),
                chart.at(inputs.level().ratio()));
    }
}
