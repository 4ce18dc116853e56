package scorescope.plot.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.objective.Batch;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.ScoreField;
import scorescope.core.training.DrawnBatch;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingTask;
import scorescope.plot.ArrowHead;
import scorescope.plot.Arrows;
import scorescope.plot.Caption;
import scorescope.plot.Chart;
import scorescope.plot.ChartAxis;
import scorescope.plot.Curve;
import scorescope.plot.Hue;
import scorescope.plot.Layer;
import scorescope.plot.Legend;
import scorescope.plot.Painter;
import scorescope.plot.Painter.Dash;
import scorescope.plot.Palette;
import scorescope.plot.Style;
import scorescope.plot.Viewport;
import scorescope.plot.study.StudyScene.Row;

/**
 * Denoising score matching in slow motion: clean points of a step's batch, the noise that is added, the targets −ε/σ, and
 * what the score answers. Targets and answers are drawn σ² long, so that they end at the clean point and at the denoised
 * one. The answer of the exact score is the mean of all targets at its place, not any one of them.
 */
public final class TrainingStep implements Study {
    static final Parameter.Whole SAMPLES =
            new Parameter.Whole("samples", "", 24, 1, 200, "How many samples of the batch are drawn.");
    static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "", 10, 1, 1000, "How many steps the clock goes through.");

    static final Kind<Study> KIND = new Kind<>(
            "training-step",
            "One training step, slowly",
            "A step's batch: clean points, noise, targets, and what the score answers. Watch that answers are means of targets.",
            List.of(SAMPLES, STEPS),
            TrainingStep::new);

    private static final int PHASES = 4;
    private static final double SECONDS_PER_PHASE = 1.2;
    private static final List<String> SAYS =
            List.of("clean points", "noise is added", "the target: back to the clean point", "the score's answer");

    private final Parameters values;
    private final Kept<Drawing, TrainingData> data = new Kept<>(
            drawing -> TrainingData.of(drawing.mixture(), drawing.task().settings()));

    private record Drawing(GaussianMixture mixture, TrainingTask task) {}

    /** One sample as it is drawn, all in the coordinates of x_t. */
    private record Shown(
            double cleanX,
            double cleanY,
            double x,
            double y,
            double answerX,
            double answerY,
            double ratio,
            double loss) {}

    TrainingStep(Parameters values) {
        this.values = values;
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        int steps = PHASES * Math.toIntExact(values.get(STEPS)) - 1;
        return Optional.of(new StudyClock(
                SECONDS_PER_PHASE * steps,
                steps,
                moment -> "step " + (1 + (int) Math.rint(moment * steps) / PHASES) + ": "
                        + SAYS.get((int) Math.rint(moment * steps) % PHASES)));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        int place = clock(inputs).orElseThrow().step(moment);
        int phase = place % PHASES;
        int step = 1 + place / PHASES;
        var task =
                new TrainingTask(inputs.session().training(), inputs.session().process());
        ScoreField score = inputs.learned().orElse(inputs.exact());
        var batches = DrawnBatch.of(task, data.of(new Drawing(inputs.exact().mixture(), task)), step);
        var shown = shown(batches, score);
        boolean learned = inputs.learned().isPresent();
        var plane = new PlanePart(
                Caption.plain("Step " + step, "", SAYS.get(phase)),
                PlanePart.Box.of(inputs.session().view()),
                new Picture(shown, phase, learned));
        return StudyScene.of("Step " + step + " of a training: " + SAYS.get(phase), Row.of(plane, losses(shown, phase)))
                .saying(
                        "targets −ε/σ and answers s are drawn σ² long: they end at the clean and at the denoised point",
                        learned ? "the learned score answers" : "nothing is learned yet: the exact score answers");
    }

    /** Samples spread over the batch, which is in the order of its noise levels. */
    private List<Shown> shown(Batch[] batches, ScoreField score) {
        int total = batches[0].total();
        int count = Math.min(total, Math.toIntExact(values.get(SAMPLES)));
        var shown = new ArrayList<Shown>();
        for (int k = 0; k < count; k++) {
            int g = (int) ((k + 0.5) * total / count);
            var batch = g < batches[0].size() ? batches[0] : batches[1];
            shown.add(sample(batch, g < batches[0].size() ? g : g - batches[0].size(), score));
        }
        return shown;
    }

    private static Shown sample(Batch batch, int j, ScoreField score) {
        double alpha = batch.alpha()[j];
        double sigma = batch.sigma()[j];
        double[] x = {batch.noisy()[2 * j]};
        double[] y = {batch.noisy()[2 * j + 1]};
        double[] sx = new double[1];
        double[] sy = new double[1];
        score.score(x, y, 0, 1, new NoiseLevel(batch.time()[j], alpha, sigma), sx, sy);
        double rx = sigma * sx[0] + batch.noise()[2 * j];
        double ry = sigma * sy[0] + batch.noise()[2 * j + 1];
        return new Shown(
                alpha * batch.clean()[2 * j],
                alpha * batch.clean()[2 * j + 1],
                x[0],
                y[0],
                x[0] + sigma * sigma * sx[0],
                y[0] + sigma * sigma * sy[0],
                sigma / alpha,
                0.5 * (rx * rx + ry * ry));
    }

    private static ChartPart losses(List<Shown> shown, int phase) {
        double[] ratios = shown.stream().mapToDouble(Shown::ratio).toArray();
        double[] losses = shown.stream()
                .mapToDouble(s -> phase == PHASES - 1 ? s.loss() : Double.NaN)
                .toArray();
        double low = 0.8 * java.util.Arrays.stream(ratios).min().orElse(0.01);
        double high = 1.25 * java.util.Arrays.stream(ratios).max().orElse(10);
        return new ChartPart(
                "Loss of each sample",
                "½‖σs + ε‖²",
                new Chart(
                        ChartAxis.log("σ/α", low, high),
                        ChartAxis.linear("", 0, 6),
                        List.of(Curve.dots("a sample", ratios, losses, Palette::probe))));
    }

    /** The samples, up to a phase. */
    private static final class Picture implements PlaneContent, Layer {
        private final List<Shown> shown;
        private final int phase;
        private final boolean learned;
        private Style style = Style.PAPER;

        Picture(List<Shown> shown, int phase, boolean learned) {
            this.shown = shown;
            this.phase = phase;
            this.learned = learned;
        }

        @Override
        public void compute(Viewport viewport, Style use) {
            style = use;
        }

        private Hue answerer() {
            return learned ? Palette::learned : Palette::analytic;
        }

        @Override
        public List<Legend.Entry> legend() {
            var entries = new ArrayList<Legend.Entry>();
            entries.add(new Legend.Entry(
                    (painter, x, y, palette, s) -> painter.discs(
                            new double[] {x + 0.75 * s.ticks()},
                            new double[] {y},
                            1,
                            1.5 * s.particle(),
                            palette.clean()),
                    "clean point αx"));
            entries.add(entry(Palette::probe, "noise σε"));
            entries.add(entry(Palette::clean, "target −ε/σ"));
            entries.add(entry(answerer(), "answer s"));
            return entries.subList(0, phase + 1);
        }

        private static Legend.Entry entry(Hue hue, String says) {
            return new Legend.Entry(
                    (painter, x, y, palette, s) -> {
                        var arrow = new Arrows();
                        arrow.add(x, y, x + 1.4 * s.ticks(), y, s, ArrowHead.SOLID);
                        arrow.draw(painter, hue.on(palette), s.arrow());
                    },
                    says);
        }

        @Override
        public void draw(Painter painter, Viewport v, Palette palette) {
            painter.clip(v.left(), v.top(), v.width(), v.height());
            if (phase == 1) {
                arrows(painter, v, Palette::probe, palette, s -> new double[] {s.cleanX(), s.cleanY(), s.x(), s.y()});
            }
            if (phase >= 2) {
                arrows(painter, v, Palette::clean, palette, s -> new double[] {s.x(), s.y(), s.cleanX(), s.cleanY()});
            }
            if (phase == PHASES - 1) {
                arrows(painter, v, answerer(), palette, s -> new double[] {s.x(), s.y(), s.answerX(), s.answerY()});
            }
            for (var s : shown) {
                double[] x = {v.toX(s.cleanX())};
                double[] y = {v.toY(s.cleanY())};
                painter.discs(x, y, 1, 1.5 * style.particle(), palette.clean());
                if (phase > 0) {
                    double r = 1.5 * style.particle();
                    painter.ellipse(v.toX(s.x()), v.toY(s.y()), r, r, 0, palette.probe(), style.outline(), Dash.SOLID);
                }
            }
            painter.unclip();
        }

        private void arrows(
                Painter painter,
                Viewport v,
                Hue hue,
                Palette palette,
                java.util.function.Function<Shown, double[]> ends) {
            var arrows = new Arrows();
            for (var s : shown) {
                double[] e = ends.apply(s);
                arrows.add(v.toX(e[0]), v.toY(e[1]), v.toX(e[2]), v.toY(e[3]), style, ArrowHead.SOLID);
            }
            arrows.draw(painter, hue.on(palette), style.arrow());
        }
    }
}
