package scorescope.plot.study.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.TrainingTask;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Formula;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.Lane;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.run.TrainingComparison;
import scorescope.plot.study.run.TrainingIntervals;
import scorescope.session.Patch;
import scorescope.words.Words;

/**
 * Trainings side by side on the same data, seeds and steps, compared by Fisher divergence, since losses of different
 * objectives are not comparable. They are the session's lanes or those of a contest; all other settings are the session's,
 * with smaller networks.
 */
public final class Race implements Study {
    /** Settings in which the trainings differ. */
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
        OUTPUT("output", Words.constant("study.race.output"), Words.constant("study.race.vector-energy")),
        HO("ho", Words.constant("study.race.ho"), Words.constant("study.race.mean-bound-simple")),
        OWN("own", Words.constant("study.race.own"), Words.constant("study.race.settings-of-session"));

        private final Entry entry;

        Contest(String id, String title, String help) {
            entry = Option.of(id, title, help);
        }

        @Override
        public Entry entry() {
            return entry;
        }
    }

    /** Quantity of the charts under the pictures. */
    public enum Charts implements Option {
        ERROR("error", Words.constant("study.race.charts.error"), Words.constant("study.race.charts.error-help")),
        LOSS("loss", Words.constant("study.race.charts.loss"), Words.constant("study.race.charts.loss-help")),
        SAMPLES(
                "samples",
                Words.constant("study.race.charts.samples"),
                Words.constant("study.race.charts.samples-help"));

        private final Entry entry;

        Charts(String id, String title, String help) {
            entry = Option.of(id, title, help);
        }

        @Override
        public Entry entry() {
            return entry;
        }
    }

    public static final Parameter.OneOf<Charts> CHARTS =
            Parameter.OneOf.of("charts", "", Charts.ERROR, Words.constant("help.study.race.charts"));
    public static final Parameter.OneOf<Contest> RACE =
            Parameter.OneOf.of("race", "", Contest.PREDICTIONS, Words.constant("help.study.race.race"));
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "N", 1200, 40, 100_000, Words.constant("help.study.race.steps"));
    public static final Parameter.Whole WIDTH =
            new Parameter.Whole("width", "", 48, 4, 512, Words.constant("help.study.race.width"));

    public static final Kind<Study> KIND = new Kind<>(
            "race",
            Words.constant("study.race.title"),
            Words.constant("help.study.race"),
            List.of(RACE, STEPS, WIDTH, CHARTS),
            Race::new);

    private static final double SECONDS = 15;

    private final Parameters values;
    private final Lane.Cache lanes = new Lane.Cache();
    private final RaceSamples samples = new RaceSamples();
    private final Memo<TrainingComparison.Request, TrainingComparison> races = new Memo<>(TrainingComparison::new);

    public Race(Parameters values) {
        this.values = values;
    }

    /** A training with these settings. */
    private static Lane.Own lane(String title, String... keysAndValues) {
        var patch = Patch.NONE;
        for (int i = 0; i < keysAndValues.length; i += 2) {
            patch = patch.with("training." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Lane.Own(title, patch);
    }

    /** The trainings of the chosen contest, for sessions without lanes. */
    private List<Lane.Own> contest(StudyInputs inputs) {
        return switch (values.get(RACE)) {
            case WEIGHTING ->
                List.of(
                        lane(
                                Words.text("notation.lambda-sigma-squared"),
                                "objective",
                                "ncsn",
                                "weighting",
                                "sigma-squared"),
                        lane(Words.text("notation.lambda-1"), "objective", "ncsn", "weighting", "one"));
            case OBJECTIVES ->
                List.of(
                        lane(Words.text("study.race.implicit"), "objective", "implicit"),
                        lane(Words.text("study.race.sliced"), "objective", "sliced"),
                        lane(Words.text("study.race.denoising"), "objective", "ncsn"));
            case LEVELS -> {
                double sigma = Math.clamp(inputs.level().ratio(), 0.05, 5);
                yield List.of(
                        new Lane.Own(
                                Words.text("study.race.sigma"),
                                Patch.of("training.objective", "denoising").with("training.sigma", sigma)),
                        lane(Words.text("study.race.many-sigma"), "objective", "ncsn"));
            }
            case OUTPUT ->
                List.of(
                        lane(Words.text("study.race.plain-network"), "objective", "ncsn", "output", "vector"),
                        lane(Words.text("study.race.energy-network"), "objective", "ncsn", "output", "energy"));
            case HO ->
                List.of(
                        chain(Words.text("study.race.mean-bound"), "ddpm-variational", "mean"),
                        chain(Words.text("study.race.epsilon-bound"), "ddpm-variational", "epsilon"),
                        chain(Words.text("study.race.epsilon-simple"), "epsilon", "epsilon"),
                        chain(Words.text("study.race.sample-simple"), "sample", "sample"));
            case OWN -> List.of(new Lane.Own(Words.text("study.race.own"), Patch.NONE));
            case PREDICTIONS ->
                List.of(
                        preserving(Words.text("notation.eps"), "epsilon", "epsilon"),
                        preserving(Words.text("notation.clean"), "sample", "sample"),
                        preserving(Words.text("notation.v"), "v", "v_prediction"),
                        preserving(Words.text("study.race.score"), "ncsn", "score"));
        };
    }

    /** A training on the variance-preserving process, to which the usual claims about predictions refer. */
    private static Lane.Own preserving(String title, String objective, String prediction) {
        var training = lane(title, "objective", objective, "prediction", prediction, "noise", "continuous");
        return new Lane.Own(title, training.patch().with("process.kind", "variance-preserving"));
    }

    /** A training on DDPM's chain. */
    private static Lane.Own chain(String title, String objective, String prediction) {
        var training = lane(title, "objective", objective, "prediction", prediction, "noise", "continuous");
        return new Lane.Own(title, training.patch().with("process.kind", "ddpm"));
    }

    private List<Lane> lanes(StudyInputs inputs) {
        return lanes.of(inputs, contest(inputs));
    }

    /** A lane's training, with smaller sizes where the lane does not set them. */
    private TrainingTask task(StudyInputs inputs, Lane lane) {
        var own = lane.inputs().session().training();
        var base = inputs.session().training();
        var smaller = TrainingComparison.smaller(own, values.get(STEPS), Math.toIntExact(values.get(WIDTH)));
        var scalars = smaller.scalars();
        for (var parameter : List.of(TrainingParameters.STEPS, TrainingParameters.BATCH)) {
            long wanted = own.scalars().get(parameter);
            scalars = wanted == base.scalars().get(parameter) ? scalars : scalars.with(parameter, wanted);
        }
        boolean shaped = !own.hidden().equals(base.hidden());
        var settings = new TrainingSettings(scalars, shaped ? own.hidden() : smaller.hidden(), smaller.levels());
        return new TrainingTask(
                settings.checked("training"), lane.inputs().session().process());
    }

    private TrainingComparison comparison(StudyInputs inputs) {
        return races.of(new TrainingComparison.Request(
                inputs.exact().mixture(),
                lanes(inputs).stream().map(lane -> task(inputs, lane)).toList()));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(new TrainingIntervals(values.get(STEPS)).clock(SECONDS));
    }

    @Override
    public boolean takesLanes() {
        return true;
    }

    /** Ratio of the best training's last to its first error. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double best = Double.POSITIVE_INFINITY;
        for (int lane = 0; lane < read.curves(0); lane++) {
            best = Math.min(best, read.lastKnown(0, lane) / read.first(0, lane));
        }
        return Evidence.atMost(0.8, best);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var comparison = comparison(inputs);
        var lanes = lanes(inputs);
        var charts = new RaceCharts(comparison, lanes.stream().map(Lane::title).toList());
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
                        switch (values.get(CHARTS)) {
                            case LOSS -> Row.of(charts.lossOverSteps(now), charts.lossByLevel(snapshot));
                            case ERROR ->
                                Row.of(charts.errorOverSteps(now), charts.errorByLevel(snapshot, inputs.level()));
                            case SAMPLES -> Row.of(charts.errorOverSteps(now), sampled(inputs, snapshot));
                        }),
                charts.words(values.get(CHARTS) == Charts.LOSS),
                StudyScene.Sharing.of(planes),
                false);
    }

    private TablePart sampled(StudyInputs inputs, TrainingComparison.Snapshot snapshot) {
        var lanes = lanes(inputs);
        var networks = new ArrayList<RaceSamples.Lane>();
        for (int i = 0; i < lanes.size(); i++) {
            networks.add(new RaceSamples.Lane(
                    snapshot.scores().get(i), lanes.get(i).inputs().process()));
        }
        return samples.table(
                new RaceSamples.Request(inputs.exact().mixture(), networks),
                lanes.stream().map(Lane::title).toList());
    }

    private static scorescope.plot.scene.Scene scene(
            StudyInputs inputs, TrainingComparison.Snapshot snapshot, NoiseLevel level, int lane) {
        return scorescope.plot.scene.Scene.analytic(inputs.exact(), level, inputs.colorMap())
                .learned(snapshot.scores().get(lane));
    }
}
