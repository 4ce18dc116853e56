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

/**
 * Two to four trainings side by side on the same data, seeds and steps, compared by Fisher divergence: losses of
 * different objectives cannot be compared. All else is the session's training, but for smaller networks.
 */
public final class Race implements Study {
    /** What the trainings differ in. */
    public enum Contest implements Option {
        PREDICTIONS("predictions", "Predictions", "ε, x₀, v and score."),
        WEIGHTING("weighting", "Weighting", "λ = σ² and λ = 1."),
        OBJECTIVES("objectives", "Objectives", "Implicit, sliced and denoising."),
        LEVELS("levels", "Noise levels", "One σ and many."),
        OUTPUT("output", "Output", "A vector and an energy.");

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

    public static final Parameter.OneOf<Contest> RACE = Parameter.OneOf.of(
            "race",
            "",
            Contest.PREDICTIONS,
            "Who runs: ε, x₀, v, score; weighting on, off; implicit, sliced, denoising; one σ, many σ; plain, energy.");
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "N", 1200, 40, 100_000, "Training steps of every run.");
    public static final Parameter.Whole WIDTH =
            new Parameter.Whole("width", "", 48, 4, 512, "Width of each of the three hidden layers.");

    static final Kind<Study> KIND = new Kind<>(
            "race",
            "Race of trainings",
            "Trainings side by side from the same seed, compared by how far their scores are from the exact one.",
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
                        new Lane("λ = σ²", Map.of("objective", "ncsn", "weighting", "sigma-squared")),
                        new Lane("λ = 1", Map.of("objective", "ncsn", "weighting", "one")));
            case OBJECTIVES ->
                List.of(
                        new Lane("implicit", Map.of("objective", "implicit")),
                        new Lane("sliced", Map.of("objective", "sliced")),
                        new Lane("denoising", Map.of("objective", "ncsn")));
            case LEVELS ->
                List.of(
                        new Lane("one σ", Map.of("objective", "denoising", "sigma", sigma)),
                        new Lane("many σ", Map.of("objective", "ncsn")));
            case OUTPUT ->
                List.of(
                        new Lane("plain network", Map.of("objective", "ncsn", "output", "vector")),
                        new Lane("energy network", Map.of("objective", "ncsn", "output", "energy")));
            case PREDICTIONS ->
                List.of(
                        new Lane("ε", Map.of("objective", "epsilon", "prediction", "epsilon")),
                        new Lane("x₀", Map.of("objective", "sample", "prediction", "sample")),
                        new Lane("v", Map.of("objective", "v", "prediction", "v_prediction")),
                        new Lane("score", Map.of("objective", "ncsn", "prediction", "score")));
        };
    }

    private TrainingSettings settings(StudyInputs inputs, Lane lane) {
        var standard = TrainingComparison.smaller(
                inputs.session().training(), values.get(STEPS), Math.toIntExact(values.get(WIDTH)));
        var scalars = new LinkedHashMap<>(standard.scalars().given());
        scalars.putAll(lane.changes());
        return new TrainingSettings(new Parameters(scalars), standard.hidden(), standard.levels()).checked("training");
    }

    private TrainingComparison racing(StudyInputs inputs) {
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
        var racing = racing(inputs);
        var lanes = lanes(inputs);
        int now = racing.laps().at(moment);
        var lap = racing.at(now);
        var view = inputs.session().view();
        var shown = values.get(RACE) == Contest.OUTPUT ? ShownLayers.of("curl", "quiver") : ShownLayers.of(view);
        var level =
                inputs.level().sigma() > 0 ? inputs.level() : racing.levels().getFirst();
        var parts = new ArrayList<Part>();
        var planes = new ArrayList<ScenePlane>();
        for (int i = 0; i < lanes.size(); i++) {
            var plane = new ScenePlane(scene(inputs, lap, level, i), shown);
            planes.add(plane);
            var note = lap.stopped().contains(i)
                    ? "diverged"
                    : "step " + racing.laps().step(now);
            parts.add(new PlanePart(
                    new Caption(Source.LEARNED.keys(), lanes.get(i).title(), Formula.parse(""), note),
                    view.box(),
                    plane));
        }
        return new StudyScene(
                "Trainings side by side after " + racing.laps().step(now) + " steps",
                List.of(
                        new Row(parts, true),
                        Row.of(overSteps(racing, lanes, now), byLevel(racing, lanes, lap, inputs))),
                List.of(),
                StudyScene.Sharing.of(planes),
                false);
    }

    private static scorescope.plot.scene.Scene scene(
            StudyInputs inputs, TrainingComparison.Lap lap, NoiseLevel level, int lane) {
        return scorescope.plot.scene.Scene.analytic(inputs.exact(), level, inputs.colorMap())
                .learned(lap.scores().get(lane));
    }

    private static ChartPart overSteps(TrainingComparison racing, List<Lane> lanes, int now) {
        var curves = new ArrayList<Curve>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            double[] x = new double[now + 1];
            double[] y = new double[now + 1];
            for (int lap = 0; lap <= now; lap++) {
                x[lap] = (double) racing.laps().step(lap);
                y[lap] = racing.at(lap).divergence(lane);
            }
            curves.add(Curve.line(lanes.get(lane).title(), x, y, ThemeColor.category(lane), DASHES[lane]));
        }
        return new ChartPart(
                "Fisher divergence",
                "mean of σ²E‖s_{θ} − s‖²",
                new Chart(racing.laps().axis(), Processes.logAxis(curves, 1e-5, 1e8), curves));
    }

    private static ChartPart byLevel(
            TrainingComparison racing, List<Lane> lanes, TrainingComparison.Lap lap, StudyInputs inputs) {
        var curves = new ArrayList<Curve>();
        double[] x = racing.levels().stream().mapToDouble(NoiseLevel::sigma).toArray();
        for (int lane = 0; lane < lanes.size(); lane++) {
            // The other chart's legend names them.
            curves.add(Curve.line("", x, lap.divergences()[lane], ThemeColor.category(lane), DASHES[lane]));
        }
        var across = ChartAxis.log("σ", x[0], x[x.length - 1]);
        var chart = new Chart(across, Processes.logAxis(curves, 1e-5, 1e8), curves);
        return new ChartPart(
                "By noise level", "σ²E‖s_{θ} − s‖²", chart.at(inputs.level().ratio()));
    }
}
