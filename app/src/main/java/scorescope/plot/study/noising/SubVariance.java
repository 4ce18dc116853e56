package scorescope.plot.study.noising;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.SubVariancePreserving;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * The variance preserving and the sub-variance preserving process with equal β(t): σ² = 1 − ᾱ and (1 − ᾱ)². Their difference
 * ᾱ(1 − ᾱ) is largest, ¼, at ᾱ = ½; their ratio 1 − ᾱ tends to 1 at high noise.
 *
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al. 2021</a>
 */
public final class SubVariance implements Study {
    public static final Kind<Study> KIND = new Kind<>(
            "sub-variance",
            Words.constant("study.sub-variance.title"),
            Words.constant("help.study.sub-variance"),
            List.of(),
            SubVariance::new);

    private static final int POINTS = 201;
    private static final double[] TIMES = {0.1, 0.2, 0.3, 0.5, 0.7, 1};
    private static final ThemeColor BOTH = ThemeColor.category(5);

    SubVariance(Parameters none) {}

    private static NoiseProcess preserving(StudyInputs inputs) {
        return member(inputs, VariancePreserving.KIND.id());
    }

    private static NoiseProcess below(StudyInputs inputs) {
        return member(inputs, SubVariancePreserving.KIND.id());
    }

    /** The process {@code id}, with the session's parameters if it is the session's. */
    private static NoiseProcess member(StudyInputs inputs, String id) {
        return Processes.members(inputs).stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow()
                .process();
    }

    private static double variance(NoiseProcess process, double t) {
        double sigma = process.sigma(t);
        return sigma * sigma;
    }

    /** The largest difference of both variances: ¼. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        return Evidence.near(
                0.25, 0.001, new PictureNumbers(picture).curve(1, 0).values().high());
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var preserving = preserving(inputs);
        var below = below(inputs);
        var variances = List.of(
                curve(
                        "study.sub-variance.preserving",
                        t -> variance(preserving, t),
                        ThemeColor.category(1),
                        Dash.SOLID),
                curve("study.sub-variance.below", t -> variance(below, t), ThemeColor.category(2), Dash.DASHED));
        var apart = List.of(
                curve("study.sub-variance.gap", t -> variance(preserving, t) - variance(below, t), BOTH, Dash.SOLID),
                curve(
                        "study.sub-variance.ratio",
                        t -> variance(below, t) / variance(preserving, t),
                        BOTH,
                        Dash.DOTTED));
        return StudyScene.of(
                        Words.text("study.sub-variance.description"),
                        Row.of(
                                part(
                                        "study.sub-variance.variance",
                                        Words.text("study.sub-variance.sigma-squared"),
                                        variances),
                                part("study.sub-variance.apart", "", apart)),
                        Row.of(new TablePart(
                                Caption.plain(Words.text("study.sub-variance.numbers"), "", ""),
                                table(preserving, below))))
                .saying(Words.text("study.sub-variance.says"));
    }

    private static Curve curve(String name, DoubleUnaryOperator value, ThemeColor color, Dash dash) {
        var t = new double[POINTS];
        var y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            t[i] = (i + 1.0) / POINTS;
            y[i] = value.applyAsDouble(t[i]);
        }
        return Curve.line(Words.text(name), t, y, color, dash);
    }

    private static ChartPart part(String title, String formula, List<Curve> curves) {
        return new ChartPart(
                Words.text(title),
                formula,
                new Chart(ChartAxis.linear(Words.text("notation.t"), 0, 1), ChartAxis.linear("", 0, 1.02), curves));
    }

    private static Table table(NoiseProcess preserving, NoiseProcess below) {
        var rows = new ArrayList<List<String>>();
        for (double t : TIMES) {
            double more = variance(preserving, t);
            double less = variance(below, t);
            rows.add(List.of(
                    Numbers.significant(t, 2),
                    Numbers.significant(more, 4),
                    Numbers.significant(less, 4),
                    Numbers.significant(more - less, 3),
                    Numbers.significant(less / more, 3)));
        }
        return new Table(
                List.of(
                        Words.text("notation.t"),
                        Words.text("study.sub-variance.preserving"),
                        Words.text("study.sub-variance.below"),
                        Words.text("study.sub-variance.gap"),
                        Words.text("study.sub-variance.ratio")),
                rows,
                -1);
    }
}
