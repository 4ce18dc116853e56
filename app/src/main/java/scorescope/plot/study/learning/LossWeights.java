package scorescope.plot.study.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.objective.CleanSample;
import scorescope.core.objective.DdpmVariational;
import scorescope.core.objective.Epsilon;
import scorescope.core.objective.FlowMatching;
import scorescope.core.objective.Ncsn;
import scorescope.core.objective.Residual;
import scorescope.core.objective.VPrediction;
import scorescope.core.objective.Weighting;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.LevelErrors;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RatioLevels;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * Losses in a common form: each as w(σ)·‖ε_θ − ε‖² over the noise levels of the process, and the floor of each, which is the
 * loss of the exact score. Objectives differ in w.
 */
public final class LossWeights implements Study {
    public static final Kind<Study> KIND = new Kind<>(
            "loss-weights",
            Words.constant("study.loss-weights.title"),
            Words.constant("help.study.loss-weights"),
            List.of(),
            LossWeights::new);

    private static final List<Dash> DASHES = List.of(Dash.SOLID, Dash.DASHED, Dash.DOTTED, Dash.DASH_DOTTED);
    /** Most powers of ten in a chart: eight. */
    private static final double SPAN = 1e8;

    private final LevelErrors.Cache errors = new LevelErrors.Cache();

    /** A loss with its formula. */
    record Weighed(String formula, Residual loss) {}

    LossWeights(Parameters none) {}

    /** The losses that are defined for the process. */
    static List<Weighed> losses(StudyInputs inputs) {
        var process = inputs.process();
        var losses = new ArrayList<Weighed>();
        losses.add(new Weighed(Words.text("study.loss-weights.epsilon"), new Epsilon()));
        losses.add(new Weighed(Words.text("study.loss-weights.sample"), new CleanSample()));
        losses.add(new Weighed(Words.text("study.loss-weights.v"), new VPrediction()));
        losses.add(new Weighed(Words.text("study.loss-weights.one"), new Ncsn(Weighting.ONE, process)));
        if (process instanceof DiscreteDdpm chain) {
            losses.add(new Weighed(Words.text("study.loss-weights.bound"), new DdpmVariational(chain)));
        } else {
            losses.add(
                    new Weighed(Words.text("study.loss-weights.likelihood"), new Ncsn(Weighting.LIKELIHOOD, process)));
            losses.add(new Weighed(Words.text("study.loss-weights.flow"), new FlowMatching(process)));
        }
        return losses;
    }

    /** The smaller of two ratios of weights: low to high noise for the loss of the score, high to low noise for that of x₀. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double score = read.first(0, 3) / read.last(0, 3);
        double clean = read.last(0, 1) / read.first(0, 1);
        return Evidence.atLeast(100, Math.min(score, clean));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var found = errors.of(inputs);
        var losses = losses(inputs);
        var weights = curves(
                losses, found, (loss, i) -> loss.noiseWeight(found.levels().get(i)), true);
        var floors = curves(
                losses,
                found,
                (loss, i) ->
                        loss.floor(found.levels().get(i), found.errors().get(i)).value(),
                false);
        double here = PredictableShares.here(inputs).ratio();
        return StudyScene.of(
                        Words.text("study.loss-weights.losses-in-one-form"),
                        Row.of(
                                new ChartPart(
                                        Words.text("study.loss-weights.weight"),
                                        Words.text("study.loss-weights.squared-error"),
                                        chart(weights, found.levels()).at(here)),
                                new ChartPart(
                                        Words.text("study.loss-weights.floor"),
                                        Words.text("study.loss-weights.exact-score"),
                                        chart(floors, found.levels()).at(here))))
                .saying(Words.text("study.loss-weights.process", PredictableShares.process(inputs)));
    }

    private static List<Curve> curves(
            List<Weighed> losses, LevelErrors found, ToDoubleBiFunction<Residual, Integer> value, boolean named) {
        var x = RatioLevels.ratios(found.levels());
        var curves = new ArrayList<Curve>();
        for (int k = 0; k < losses.size(); k++) {
            var loss = losses.get(k);
            var y = IntStream.range(0, x.length)
                    .mapToDouble(i -> value.applyAsDouble(loss.loss(), i))
                    .toArray();
            curves.add(Curve.line(
                    named ? loss.formula() : "", x, y, ThemeColor.category(k), DASHES.get(k % DASHES.size())));
        }
        return curves;
    }

    private static Chart chart(List<Curve> curves, List<NoiseLevel> levels) {
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        double most = 10 * range.high();
        return new Chart(
                ChartAxis.log(
                        Words.text("notation.ratio"),
                        levels.getFirst().ratio(),
                        levels.getLast().ratio()),
                ChartAxis.logAround("", range, Math.max(most / 10 / SPAN, 1e-300), most),
                curves);
    }
}
