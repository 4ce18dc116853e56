package scorescope.plot.study.denoising;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.denoise.Sure;
import scorescope.core.density.GaussianMixture;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.DifferentiableScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.RatioLevels;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * Stein's unbiased risk estimate of a denoiser, from noisy points only, and the true error, from clean points: over the noise
 * level, and over the strength c of D = x̃ + cσ²s. Errors are in units of 2σ², the error of D = x̃.
 */
public final class SureStudy implements Study {
    static final Parameter.Real STRENGTH =
            new Parameter.Real("strength", "c", "", 1, 0, 2, false, Words.constant("help.study.sure.strength"));
    static final Parameter.Whole PAIRS =
            new Parameter.Whole("pairs", "n", 1000, 50, 20_000, Words.constant("help.study.sure.pairs"));

    public static final Kind<Study> KIND = new Kind<>(
            "sure",
            Words.constant("study.sure.title"),
            Words.constant("help.study.sure"),
            List.of(STRENGTH, PAIRS),
            SureStudy::new);

    private static final int LEVELS = 15;
    private static final int STRENGTHS = 13;
    private static final double FROM = 0.05;
    private static final double TO = 5;
    private static final long SEED = 21;

    /** Most points for a network, whose evaluation costs thousands of times as much. */
    private static final int MOST_LEARNED = 300;

    private final double strength;
    private final int pairs;
    private final Memo<Over<List<NoiseLevel>>, List<Sure>> overLevels = new Memo<>(this::overLevels);
    private final Memo<Over<NoiseLevel>, List<Sure>> overStrengths = new Memo<>(this::overStrengths);
    private final Memo<Over<List<NoiseLevel>>, List<Sure>> learnedLevels = new Memo<>(this::overLevels);
    private final Memo<Over<NoiseLevel>, List<Sure>> learnedStrengths = new Memo<>(this::overStrengths);

    private record Over<L>(DifferentiableScore score, GaussianMixture mixture, L levels, int pairs) {}

    public SureStudy(Parameters values) {
        strength = values.get(STRENGTH);
        pairs = Math.toIntExact(values.get(PAIRS));
    }

    private List<Sure> overLevels(Over<List<NoiseLevel>> key) {
        // New pairs at every level, so that errors of estimates are independent.
        return IntStream.range(0, key.levels().size())
                .mapToObj(
                        i -> Sure.of(key.score(), key.mixture(), key.levels().get(i), strength, key.pairs(), SEED + i))
                .toList();
    }

    private List<Sure> overStrengths(Over<NoiseLevel> key) {
        return DoubleStream.of(strengths())
                .mapToObj(c -> Sure.of(key.score(), key.mixture(), key.levels(), c, key.pairs(), SEED))
                .toList();
    }

    private static double[] strengths() {
        return IntStream.range(0, STRENGTHS)
                .mapToDouble(i -> 2.0 * i / (STRENGTHS - 1))
                .toArray();
    }

    /** Largest deviation of the estimate from the true error, in units of two standard errors. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double farthest = 0;
        for (int chart = 0; chart < 2; chart++) {
            var estimate = read.curve(chart, 1);
            for (int i = 0; i < estimate.y().length; i++) {
                double off = Math.abs(estimate.y()[i] - read.curve(chart, 0).y()[i]);
                farthest = Math.max(farthest, off / estimate.error()[i]);
            }
        }
        return Evidence.atMost(2, farthest);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        if (!(inputs.level().sigma() > 0)) {
            throw new BadInputException(
                    "noise",
                    Words.text("study.sure.without-noise-there-no-error"),
                    Words.text("study.sure.raise-sigma"));
        }
        var mixture = inputs.exact().mixture();
        var levels = RatioLevels.of(inputs, FROM, TO, LEVELS);
        double[] ratios = RatioLevels.ratios(levels);
        double[] parts = levels.stream()
                .mapToDouble(level -> 2 * level.sigma() * level.sigma())
                .toArray();
        double[] strengths = strengths();
        double[] same = DoubleStream.generate(
                        () -> 2 * inputs.level().sigma() * inputs.level().sigma())
                .limit(STRENGTHS)
                .toArray();
        var exact = new DifferentiableScore(inputs.exact(), inputs.exact());
        var byLevel = new ArrayList<Curve>();
        var byStrength = new ArrayList<Curve>();
        add(
                byLevel,
                "exact",
                Palette::analytic,
                ratios,
                parts,
                overLevels.of(new Over<>(exact, mixture, levels, pairs)));
        add(
                byStrength,
                "exact",
                Palette::analytic,
                strengths,
                same,
                overStrengths.of(new Over<>(exact, mixture, inputs.level(), pairs)));
        inputs.learned().flatMap(DifferentiableScore::of).ifPresent(network -> {
            int few = Math.min(pairs, MOST_LEARNED);
            add(
                    byLevel,
                    "learned",
                    Palette::learned,
                    ratios,
                    parts,
                    learnedLevels.of(new Over<>(network, mixture, levels, few)));
            add(
                    byStrength,
                    "learned",
                    Palette::learned,
                    strengths,
                    same,
                    learnedStrengths.of(new Over<>(network, mixture, inputs.level(), few)));
        });
        var overNoise = new Chart(ChartAxis.log(Words.text("notation.ratio"), FROM, TO), up(byLevel), byLevel)
                .at(inputs.level().ratio());
        var overStrength = new Chart(
                        ChartAxis.linear(Words.text("study.sure.strength-c"), 0, 2), up(byStrength), byStrength)
                .at(strength);
        return StudyScene.of(
                        Words.text("study.sure.sure-true-error-over-noise"),
                        Row.of(
                                new ChartPart(
                                        Caption.plain(
                                                Words.text("study.sure.over-noise"),
                                                "",
                                                Words.text("notation.c-value", Numbers.significant(strength, 3))),
                                        overNoise),
                                new ChartPart(
                                        Caption.plain(
                                                Words.text("study.sure.over-strength"),
                                                Words.text("notation.d-x-tilde-plus-c-sigma-squared-s"),
                                                Words.text(
                                                        "notation.sigma-value",
                                                        Numbers.significant(
                                                                inputs.level().sigma(), 3))),
                                        overStrength)))
                .saying(
                        Words.text("study.sure.norm-d-minus-alpha-x0"),
                        Words.text("study.sure.bars-two-standard-errors-sure"));
    }

    private static ChartAxis up(List<Curve> curves) {
        var range = curves.stream().map(Curve::range).reduce(new Range(0, 1), Range::and);
        return ChartAxis.fromZero("", new Range(Math.max(range.low(), -0.5), Math.min(range.high(), 4)));
    }

    private static void add(
            List<Curve> to, String whose, ThemeColor color, double[] x, double[] parts, List<Sure> found) {
        var truth = new double[x.length];
        var estimate = new double[x.length];
        var error = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            truth[i] = found.get(i).truth() / parts[i];
            estimate[i] = found.get(i).estimate() / parts[i];
            error[i] = 2 * found.get(i).differenceError() / parts[i];
        }
        var dash = whose.equals("exact") ? Dash.SOLID : Dash.DASHED;
        to.add(Curve.line(Words.text("study.sure.true-error-score", whose), x, truth, color, dash));
        to.add(Curve.dots(Words.text("study.sure.sure-score", whose), x, estimate, color)
                .withErrors(error));
    }
}
