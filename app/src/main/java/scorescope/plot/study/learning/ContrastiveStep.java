package scorescope.plot.study.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.objective.ContrastiveDivergence;
import scorescope.core.score.ScoreField;
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
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * The phases of one training step by contrastive divergence: noisy data; for each data point a chain of K Langevin steps along
 * the model's score, which ends at its negative; and the change of the energy, down at data and up at negatives. Without a
 * learned energy −log p is used.
 */
record ContrastiveStep(ContrastiveDivergence objective, int step, int phase) {
    static final List<String> SAYS = List.of(
            Words.constant("study.contrastive-step.clean-points"),
            Words.constant("study.contrastive-step.noise-added"),
            Words.constant("study.contrastive-step.langevin-makes-negatives"),
            Words.constant("study.contrastive-step.data-down-negatives-up"));

    /** Length of the arrows for up and down, as a share of the view's height. */
    private static final double LIFT = 0.05;

    /** One sample: its clean point, and the chain from its data point to its negative. */
    private record ShownSample(double cleanX, double cleanY, double[][] chain, double ratio, double loss) {
        double x() {
            return chain[0][0];
        }

        double y() {
            return chain[1][0];
        }

        double negativeX() {
            return chain[0][chain[0].length - 1];
        }

        double negativeY() {
            return chain[1][chain[1].length - 1];
        }
    }

    StudyScene of(StudyInputs inputs, List<TrainingStep.Sample> samples) {
        var learned = inputs.learned().filter(score -> score.unnormalised().isPresent());
        ScoreField score = learned.orElse(inputs.exact());
        var shown = samples.stream().map(sample -> shown(sample, score)).toList();
        var box = inputs.session().view().box();
        ThemeColor energy = learned.isPresent() ? Palette::learned : Palette::analytic;
        var plane = new PlanePart(
                Caption.plain(Words.text("study.contrastive-step.step", step), "", SAYS.get(phase)),
                box,
                new ScenePlane(
                        inputs.quietly(inputs.level()),
                        ShownLayers.of(),
                        marks(shown, energy, LIFT * (box.y1() - box.y0()))));
        return StudyScene.of(
                        Words.text("study.contrastive-step.step-training", step, SAYS.get(phase)),
                        Row.of(plane, losses(shown)))
                .saying(
                        learned.isPresent()
                                ? Words.text("study.contrastive-step.network-energy-moves-negatives")
                                : Words.text("study.contrastive-step.no-energy-learned-yet-exact"),
                        Words.text("study.contrastive-step.where-data-negatives-lie-alike"));
    }

    private ShownSample shown(TrainingStep.Sample sample, ScoreField score) {
        var batch = sample.batch();
        int j = sample.j();
        double alpha = batch.alpha()[j];
        double sigma = batch.sigma()[j];
        double[][] chain = objective.path(batch, j, score);
        int last = chain[0].length - 1;
        double[] log = new double[last + 1];
        score.unnormalised()
                .orElseThrow()
                .logUnnormalised(chain[0], chain[1], 0, last + 1, new NoiseLevel(batch.time()[j], alpha, sigma), log);
        return new ShownSample(
                alpha * batch.clean()[2 * j],
                alpha * batch.clean()[2 * j + 1],
                chain,
                sigma / alpha,
                log[last] - log[0]);
    }

    /** Marks of the samples up to the present phase; points over lines. */
    private List<Marks> marks(List<ShownSample> shown, ThemeColor energy, double lift) {
        double[] cleanX = shown.stream().mapToDouble(ShownSample::cleanX).toArray();
        double[] cleanY = shown.stream().mapToDouble(ShownSample::cleanY).toArray();
        double[] x = shown.stream().mapToDouble(ShownSample::x).toArray();
        double[] y = shown.stream().mapToDouble(ShownSample::y).toArray();
        double[] negativeX = shown.stream().mapToDouble(ShownSample::negativeX).toArray();
        double[] negativeY = shown.stream().mapToDouble(ShownSample::negativeY).toArray();
        var marks = new ArrayList<Marks>();
        if (phase == 1) {
            marks.add(new Marks.Displacements(
                    Words.text("study.contrastive-step.noise-sigma-epsilon"), cleanX, cleanY, x, y, Palette::probe));
        }
        if (phase < 2) {
            marks.add(new Marks.Points(
                    Words.text("study.contrastive-step.clean-point-alpha-x0"),
                    cleanX,
                    cleanY,
                    Palette::clean,
                    Marks.Shape.DISC,
                    1.6));
        }
        if (phase >= 2) {
            for (int i = 0; i < shown.size(); i++) {
                double[][] chain = shown.get(i).chain();
                String name = i == 0 ? Words.text("study.contrastive-step.path-negative", objective.steps()) : "";
                marks.add(new Marks.Path(name, chain[0], chain[1], energy.faded(0.75), Dash.SOLID, 1));
            }
        }
        if (phase == SAYS.size() - 1) {
            marks.add(new Marks.Displacements(
                    Words.text("study.contrastive-step.energy-goes-down-here"),
                    x,
                    y,
                    x,
                    lifted(y, -lift),
                    Palette::probe));
            marks.add(new Marks.Displacements(
                    Words.text("study.contrastive-step.energy-goes-up-here"),
                    negativeX,
                    negativeY,
                    negativeX,
                    lifted(negativeY, lift),
                    energy));
        }
        if (phase > 0) {
            marks.add(new Marks.Points(
                    Words.text("study.contrastive-step.data-noisy-x-t"), x, y, Palette::probe, Marks.Shape.RING, 1.8));
        }
        if (phase >= 2) {
            marks.add(new Marks.Points(
                    Words.text("study.contrastive-step.negative-x-minus"),
                    negativeX,
                    negativeY,
                    energy,
                    Marks.Shape.CROSS,
                    1.8));
        }
        return marks;
    }

    private static double[] lifted(double[] y, double by) {
        return Arrays.stream(y).map(value -> value + by).toArray();
    }

    private ChartPart losses(List<ShownSample> shown) {
        double[] ratios = shown.stream().mapToDouble(ShownSample::ratio).toArray();
        double[] losses = shown.stream().mapToDouble(ShownSample::loss).toArray();
        var all = Curve.dots(Words.text("study.contrastive-step.sample"), ratios, losses, Palette::probe);
        double[] seen = phase == SAYS.size() - 1 ? losses : new double[losses.length];
        if (phase < SAYS.size() - 1) {
            Arrays.fill(seen, Double.NaN);
        }
        return new ChartPart(
                Words.text("study.contrastive-step.loss-each-sample"),
                Words.text("notation.e-x-t-minus-e-x-minus"),
                new Chart(
                        TrainingStep.ratioAxis(ratios),
                        ChartAxis.around("", all.range().and(new Range(0, 0))),
                        List.of(Curve.dots(
                                Words.text("study.contrastive-step.sample"), ratios, seen, Palette::probe))));
    }
}
