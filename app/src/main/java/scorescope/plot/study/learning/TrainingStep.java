package scorescope.plot.study.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import scorescope.core.density.GaussianMixture;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.objective.Batch;
import scorescope.core.objective.ContrastiveDivergence;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.ScoreField;
import scorescope.core.training.DrawnBatch;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingTask;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Sentence;
import scorescope.words.Words;

/**
 * The phases of one training step by denoising score matching: clean points of the batch, the noise added, the targets −ε/σ,
 * and the network's score. Targets and scores are drawn σ² times as long, so that they end at the clean and at the denoised
 * point. The exact score is the mean of all targets at its point. For contrastive divergence see {@link ContrastiveStep}.
 */
public final class TrainingStep implements Study {
    public static final Parameter.Whole SAMPLES =
            new Parameter.Whole("samples", "", 24, 1, 200, Words.constant("help.study.training-step.samples"));
    static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "", 10, 1, 1000, Words.constant("help.study.training-step.steps"));

    public static final Kind<Study> KIND = new Kind<>(
            "training-step",
            Words.constant("study.training-step.title"),
            Words.constant("help.study.training-step"),
            List.of(SAMPLES, STEPS),
            TrainingStep::new);

    /** The phase in which the score answers. */
    static final int ANSWERS = 3;

    /** The phase in which a network of one's own is changed by the step. */
    private static final int UPDATE = 4;

    /** The phase in which targets appear. */
    static final int TARGETS = 2;

    private static final double SECONDS_PER_PHASE = 1.2;
    private static final List<String> SAYS = List.of(
            Words.constant("study.training-step.clean-points"),
            Words.constant("study.training-step.noise-added"),
            Words.constant("study.training-step.target-back-to-clean-point"),
            Words.constant("study.training-step.score-answer"),
            Words.constant("study.training-step.update"));

    private final Parameters values;
    private final Memo<Drawing, TrainingData> data = new Memo<>(
            drawing -> TrainingData.of(drawing.mixture(), drawing.task().settings()));

    private final Memo<Drawing, TrainingUpdate.Course> courses =
            new Memo<>(drawing -> new TrainingUpdate.Course(drawing.task(), data.of(drawing)));

    private record Drawing(GaussianMixture mixture, TrainingTask task) {}

    /** One sample, all in the coordinates of x_t. */
    record ShownSample(
            double cleanX,
            double cleanY,
            double x,
            double y,
            double answerX,
            double answerY,
            double ratio,
            double loss) {}

    public TrainingStep(Parameters values) {
        this.values = values;
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var says = says(inputs);
        int steps = says.size() * Math.toIntExact(values.get(STEPS)) - 1;
        return Optional.of(new StudyClock(
                SECONDS_PER_PHASE * steps,
                steps,
                moment -> Sentence.of(
                        "study.training-step.step",
                        1 + (int) Math.rint(moment * steps) / says.size(),
                        says.get((int) Math.rint(moment * steps) % says.size()))));
    }

    private static List<String> says(StudyInputs inputs) {
        var objective = inputs.session().training().scalars().get(TrainingParameters.OBJECTIVE);
        return objective.equals(ContrastiveDivergence.KIND) ? ContrastiveStep.SAYS : SAYS;
    }

    /** Mean loss of the samples: below 1, the loss of the score 0, and above 0, since the score is a mean of targets. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return new Evidence(Arrays.stream(read.curve(0, 0).y()).average().orElse(Double.NaN), 0.2, 1);
    }

    /** The phase before an update, while the network learns up to that step. */
    @Override
    public Optional<StudyScene> sketch(StudyInputs inputs, double moment) {
        int place = clock(inputs).orElseThrow().step(moment);
        int step = 1 + place / SAYS.size();
        return says(inputs).equals(SAYS)
                        && place % SAYS.size() == UPDATE
                        && step > 1 + courses.of(drawing(inputs)).reached()
                ? Optional.of(scene(inputs, place - 1))
                : Optional.empty();
    }

    private static Drawing drawing(StudyInputs inputs) {
        return new Drawing(
                inputs.exact().mixture(),
                new TrainingTask(inputs.session().training(), inputs.session().process()));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        return scene(inputs, clock(inputs).orElseThrow().step(moment));
    }

    /** @param place the phase, counted through all steps */
    private StudyScene scene(StudyInputs inputs, int place) {
        int phases = says(inputs).size();
        int phase = place % phases;
        int step = 1 + place / phases;
        var drawing = drawing(inputs);
        var task = drawing.task();
        var points = data.of(drawing);
        var batches = DrawnBatch.of(task, points, step);
        if (task.objective(points) instanceof ContrastiveDivergence divergence) {
            return new ContrastiveStep(divergence, step, phase).of(inputs, spread(batches));
        }
        ScoreField score = inputs.learned().orElse(inputs.exact());
        var shown = spread(batches).stream()
                .map(sample -> sample(sample.batch(), sample.j(), score))
                .toList();
        boolean learned = inputs.learned().isPresent();
        var update = phase == UPDATE ? courses.of(drawing).at(step) : Optional.<TrainingUpdate>empty();
        var samples = spread(batches);
        var changed = new UpdatePicture(shown, samples, phase, update);
        var marks = update.map(one -> changed.marks(inputs.session().view(), one))
                .orElseGet(() -> marks(shown, phase, learned));
        var plane = new PlanePart(
                Caption.plain(Words.text("study.training-step.step-2", step), "", SAYS.get(phase)),
                inputs.session().view().box(),
                new ScenePlane(inputs.quietly(inputs.level()), ShownLayers.of(), marks));
        return StudyScene.of(
                        Words.text("study.training-step.step-training", step, SAYS.get(phase)),
                        Row.of(plane, losses(shown, phase)),
                        Row.of(
                                new TablePart(
                                        Caption.plain(Words.text("study.training-step.lines"), "", ""),
                                        changed.batch()),
                                new TablePart(
                                        Caption.plain(Words.text("study.training-step.change"), "", ""),
                                        changed.change())))
                .saying(
                        Words.text("study.training-step.targets-minus-epsilon-over-sigma"),
                        phase == UPDATE
                                ? Words.text("study.training-step.begins-anew")
                                : learned
                                        ? Words.text("study.training-step.learned-score-answers")
                                        : Words.text("study.training-step.nothing-learned-yet-exact-score"));
    }

    /** Sample {@code j} of a batch. */
    record Sample(Batch batch, int j) {}

    /** Samples spread evenly over the batches, which are ordered by noise level. */
    private List<Sample> spread(Batch[] batches) {
        int total = batches[0].total();
        int count = Math.min(total, Math.toIntExact(values.get(SAMPLES)));
        int first = batches[0].size();
        return IntStream.range(0, count)
                .map(k -> (int) ((k + 0.5) * total / count))
                .mapToObj(g -> g < first ? new Sample(batches[0], g) : new Sample(batches[1], g - first))
                .toList();
    }

    static ShownSample sample(Batch batch, int j, ScoreField score) {
        double alpha = batch.alpha()[j];
        double sigma = batch.sigma()[j];
        double[] x = {batch.noisy()[2 * j]};
        double[] y = {batch.noisy()[2 * j + 1]};
        double[] sx = new double[1];
        double[] sy = new double[1];
        score.score(x, y, 0, 1, new NoiseLevel(batch.time()[j], alpha, sigma), sx, sy);
        double rx = sigma * sx[0] + batch.noise()[2 * j];
        double ry = sigma * sy[0] + batch.noise()[2 * j + 1];
        return new ShownSample(
                alpha * batch.clean()[2 * j],
                alpha * batch.clean()[2 * j + 1],
                x[0],
                y[0],
                x[0] + sigma * sigma * sx[0],
                y[0] + sigma * sigma * sy[0],
                sigma / alpha,
                0.5 * (rx * rx + ry * ry));
    }

    private static ChartPart losses(List<ShownSample> shown, int phase) {
        double[] ratios = shown.stream().mapToDouble(ShownSample::ratio).toArray();
        double[] losses = all(shown, s -> phase >= ANSWERS ? s.loss() : Double.NaN);
        var range = Curve.dots("", ratios, all(shown, ShownSample::loss), Palette::probe)
                .range();
        return new ChartPart(
                Words.text("study.training-step.loss-each-sample"),
                Words.text("notation.half-norm-sigma-s-plus-epsilon-norm"),
                new Chart(
                        ratioAxis(ratios),
                        ChartAxis.fromZero("", range.and(new Range(0, 2))),
                        List.of(Curve.dots(Words.text("study.training-step.sample"), ratios, losses, Palette::probe))));
    }

    static ChartAxis ratioAxis(double[] ratios) {
        double low = 0.8 * Arrays.stream(ratios).min().orElse(0.01);
        double high = 1.25 * Arrays.stream(ratios).max().orElse(10);
        return ChartAxis.log(Words.text("notation.ratio"), low, high);
    }

    /** The samples, up to a phase; points over arrows. */
    private static List<Marks> marks(List<ShownSample> shown, int phase, boolean learned) {
        double[] cleanX = all(shown, ShownSample::cleanX);
        double[] cleanY = all(shown, ShownSample::cleanY);
        double[] x = all(shown, ShownSample::x);
        double[] y = all(shown, ShownSample::y);
        var marks = new ArrayList<Marks>();
        if (phase == 1) {
            marks.add(new Marks.Displacements(
                    Words.text("study.training-step.noise-sigma-epsilon"), cleanX, cleanY, x, y, Palette::probe));
        }
        if (phase >= TARGETS) {
            marks.add(new Marks.Displacements(
                    Words.text("study.training-step.target-minus-epsilon-over-sigma"),
                    x,
                    y,
                    cleanX,
                    cleanY,
                    Palette::clean));
        }
        if (phase >= ANSWERS) {
            double[] endX = all(shown, ShownSample::answerX);
            double[] endY = all(shown, ShownSample::answerY);
            marks.add(new Marks.Displacements(
                    Words.text("study.training-step.answer-s"),
                    x,
                    y,
                    endX,
                    endY,
                    learned ? Palette::learned : Palette::analytic));
        }
        marks.add(new Marks.Points(
                Words.text("study.training-step.clean-point-alpha-x0"),
                cleanX,
                cleanY,
                Palette::clean,
                Marks.Shape.DISC,
                1.6));
        if (phase > 0) {
            marks.add(new Marks.Points(
                    Words.text("study.training-step.noisy-point-x-t"), x, y, Palette::probe, Marks.Shape.RING, 1.6));
        }
        return marks;
    }

    static double[] all(List<ShownSample> shown, ToDoubleFunction<ShownSample> number) {
        return shown.stream().mapToDouble(number).toArray();
    }
}
