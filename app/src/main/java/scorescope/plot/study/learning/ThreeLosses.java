package scorescope.plot.study.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import scorescope.core.density.GaussianMixture;
import scorescope.core.memo.Memo;
import scorescope.core.memo.StepCache;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.objective.Ncsn;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.LearnedScore;
import scorescope.core.training.LevelLosses;
import scorescope.core.training.LossComparison;
import scorescope.core.training.LossComparison.Gap;
import scorescope.core.training.LossComparison.Measured;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.TrainingState.Status;
import scorescope.core.training.TrainingTask;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.run.TrainingComparison;
import scorescope.plot.study.run.TrainingIntervals;
import scorescope.words.Words;

/**
 * Explicit, implicit and denoising loss of one network, measured on the same samples while one of them is minimised. Their
 * differences are constants of the data, so that all three fall by the same amount.
 */
public final class ThreeLosses implements Study {
    public static final Parameter.OneOf<Option> OBJECTIVE = new Parameter.OneOf<>(
            "objective",
            "L",
            LossComparison.LOSSES.get(2),
            LossComparison.LOSSES,
            Words.constant("help.study.three-losses.objective"));
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "N", 600, 40, 100_000, Words.constant("help.study.three-losses.steps"));
    public static final Parameter.Whole WIDTH =
            new Parameter.Whole("width", "", 48, 4, 512, Words.constant("help.study.three-losses.width"));

    public static final Kind<Study> KIND = new Kind<>(
            "three-losses",
            Words.constant("study.three-losses.title"),
            Words.constant("help.study.three-losses"),
            List.of(OBJECTIVE, STEPS, WIDTH),
            ThreeLosses::new);

    private static final double SECONDS = 12;
    private static final int SAMPLES = 3000;
    private static final long SEED = 47;
    private static final Dash[] DASHES = {Dash.SOLID, Dash.DASHED, Dash.DOTTED};

    private final Parameters values;
    private final Memo<Key, StepCache<Snapshot>> runs = new Memo<>(ThreeLosses::states);

    private record Key(GaussianMixture mixture, TrainingTask task) {}

    /** The network after some steps, and its losses. */
    private record Snapshot(LearnedScore score, Measured measured, boolean diverged) {}

    public ThreeLosses(Parameters values) {
        this.values = values;
    }

    private static StepCache<Snapshot> states(Key key) {
        var data = TrainingData.of(key.mixture(), key.task().settings());
        var comparison = new LossComparison(key.task(), data, SAMPLES, SEED);
        var trainer = new Trainer(key.task(), data);
        var intervals = new TrainingIntervals(key.task().settings().steps());
        return new StepCache<>(snapshot(trainer, comparison), (_, interval) -> {
            intervals.train(trainer, interval + 1, 2);
            return snapshot(trainer, comparison);
        });
    }

    private static Snapshot snapshot(Trainer trainer, LossComparison comparison) {
        var state = trainer.state();
        return new Snapshot(state.newestScore(), comparison.at(state.weights()), state.status() == Status.DIVERGED);
    }

    private Key key(StudyInputs inputs) {
        var smaller = TrainingComparison.smaller(
                inputs.session().training(), values.get(STEPS), Math.toIntExact(values.get(WIDTH)));
        var settings = new TrainingSettings(
                smaller.scalars().with(TrainingParameters.OBJECTIVE, objective()), smaller.hidden(), smaller.levels());
        return new Key(
                inputs.exact().mixture(),
                new TrainingTask(settings, inputs.session().process()));
    }

    /** Id of the objective in the catalog; denoising at several levels is NCSN. */
    private String objective() {
        var id = values.get(OBJECTIVE).id();
        return id.equals("denoising") ? Ncsn.KIND.id() : id;
    }

    private TrainingIntervals intervals() {
        return new TrainingIntervals(values.get(STEPS));
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        return Optional.of(intervals().clock(SECONDS));
    }

    /** Change of the difference of two losses relative to the fall of the explicit loss. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double fall = read.first(0, 0) - read.last(0, 0);
        return Evidence.atMost(0.3, read.curve(1, 1).values().span() / fall);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var states = runs.of(key(inputs));
        int now = intervals().at(moment);
        var snapshots = new ArrayList<Snapshot>();
        for (int interval = 0; interval <= now; interval++) {
            snapshots.add(states.at(interval));
        }
        var present = snapshots.getLast();
        var view = inputs.session().view();
        var level = inputs.level().sigma() > 0 ? inputs.level() : NoiseLevel.plain(0.1);
        var scene = Scene.analytic(inputs.exact(), level, inputs.colorMap()).learned(present.score());
        var plane = new PlanePart(
                new Caption(
                        Source.LEARNED.keys(),
                        Words.text("study.three-losses.network-score"),
                        Formula.parse(""),
                        present.diverged()
                                ? Words.text("study.three-losses.diverged")
                                : Words.text(
                                        "study.three-losses.step", intervals().step(now))),
                view.box(),
                new ScenePlane(scene, ShownLayers.of(view)));
        return StudyScene.of(
                        Words.text(
                                "study.three-losses.three-losses-network-after-steps",
                                intervals().step(now)),
                        Row.of(plane, losses(snapshots)),
                        Row.of(gaps(snapshots), byLevel(present.measured().byLevel())))
                .saying(Words.text("study.three-losses.all-same-noisy-samples-lambda", SAMPLES));
    }

    private double[] steps(List<Snapshot> snapshots) {
        double[] steps = new double[snapshots.size()];
        for (int interval = 0; interval < steps.length; interval++) {
            steps[interval] = (double) intervals().step(interval);
        }
        return steps;
    }

    private static double[] over(List<Snapshot> snapshots, ToDoubleFunction<Measured> number) {
        return snapshots.stream().map(Snapshot::measured).mapToDouble(number).toArray();
    }

    private ChartPart losses(List<Snapshot> snapshots) {
        var curves = new ArrayList<Curve>();
        var range = new Range(0, 1);
        for (int k = 0; k < DASHES.length; k++) {
            int loss = k;
            double[] y = over(snapshots, measured -> measured.losses()[loss]);
            var curve = Curve.line(
                            LossComparison.LOSSES.get(k).id(), steps(snapshots), y, ThemeColor.category(k), DASHES[k])
                    .withErrors(over(snapshots, measured -> 2 * measured.standardErrors()[loss]));
            curves.add(curve);
            range = range.and(curve.range());
        }
        return new ChartPart(
                Words.text("study.three-losses.three-losses"),
                Words.text("study.three-losses.mean-over-sigma"),
                new Chart(intervals().axis(), ChartAxis.around("", range), curves));
    }

    private ChartPart gaps(List<Snapshot> snapshots) {
        var first = gap(
                snapshots,
                Words.text("study.three-losses.explicit-minus-implicit"),
                Words.text("notation.half-e-lambda-norm-s-norm-squared"),
                Measured::explicitOverImplicit,
                ThemeColor.category(3),
                Dash.SOLID);
        var second = gap(
                snapshots,
                Words.text("study.three-losses.denoising-minus-explicit"),
                Words.text("notation.half-e-lambda-norm-epsilon-over-sigma"),
                Measured::denoisingOverExplicit,
                ThemeColor.category(4),
                Dash.SOLID);
        var curves = new ArrayList<>(first);
        curves.addAll(second);
        var range = new Range(0, 0.1);
        for (var curve : curves) {
            range = range.and(curve.range());
        }
        return new ChartPart(
                Words.text("study.three-losses.their-gaps"),
                "",
                new Chart(intervals().axis(), ChartAxis.fromZero("", range), curves));
    }

    /** Measured difference of two losses with standard errors, and its theoretical constant. */
    private List<Curve> gap(
            List<Snapshot> snapshots,
            String name,
            String constant,
            java.util.function.Function<Measured, Gap> of,
            ThemeColor color,
            Dash dash) {
        double expected = of.apply(snapshots.getFirst().measured()).expected();
        return List.of(
                Curve.line(
                        Words.text("study.three-losses.theory", constant),
                        new double[] {0, (double) values.get(STEPS)},
                        new double[] {expected, expected},
                        color.faded(0.7),
                        Dash.DASHED),
                Curve.line(
                                name,
                                steps(snapshots),
                                over(snapshots, m -> of.apply(m).mean()),
                                color,
                                dash)
                        .withErrors(over(snapshots, m -> 2 * of.apply(m).standardError())));
    }

    private static ChartPart byLevel(List<LevelLosses> byLevel) {
        var curves = new ArrayList<Curve>();
        var range = new Range(0, 1);
        int levels = byLevel.getFirst().size();
        double[] ratios = new double[levels];
        for (int k = 0; k < byLevel.size(); k++) {
            double[] y = new double[levels];
            double[] error = new double[levels];
            for (int i = 0; i < levels; i++) {
                ratios[i] = byLevel.get(k).ratio(i);
                y[i] = byLevel.get(k).loss(i);
                error[i] = 2 * byLevel.get(k).standardError(i);
            }
            // Named in the legend of the chart above.
            var curve =
                    Curve.line("", ratios, y, ThemeColor.category(k), DASHES[k]).withErrors(error);
            curves.add(curve);
            range = range.and(curve.range());
        }
        double high = Math.max(ratios[levels - 1], 1.01 * ratios[0]);
        return new ChartPart(
                Words.text("study.three-losses.noise-level"),
                "",
                new Chart(
                        ChartAxis.log(Words.text("notation.ratio"), ratios[0], high),
                        ChartAxis.around("", range),
                        curves));
    }
}
