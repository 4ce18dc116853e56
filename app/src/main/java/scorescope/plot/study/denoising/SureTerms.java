package scorescope.plot.study.denoising;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.denoise.MinimumError;
import scorescope.core.denoise.Posterior;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.LevelErrors;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * The three terms of SURE for D = x̃ + cσ²s over the strength c: ‖D − x̃‖², 2σ²∇·D and −2σ², their sum, and the true error
 * ‖D − αx₀‖². At one fixed x̃ the sum is not the error; on average over x̃ it is.
 */
public final class SureTerms implements Study {
    static final Parameter.Whole STRENGTHS =
            new Parameter.Whole("strengths", "", 41, 5, 400, Words.constant("help.study.sure-terms.strengths"));

    public static final Kind<Study> KIND = new Kind<>(
            "sure-terms",
            Words.constant("study.sure-terms.title"),
            Words.constant("help.study.sure-terms"),
            List.of(STRENGTHS),
            SureTerms::new);

    private static final double STRONGEST = 2;

    private final int strengths;
    private final Memo<Key, Terms> averages = new Memo<>(SureTerms::average);

    private record Key(MixtureScore exact, NoiseLevel level) {}

    /**
     * Quantities of the terms, at a point or on average.
     *
     * @param square ‖s‖², in 1/data units²
     * @param trace ∇·s
     * @param pull s·(x̃ − αE[x₀ | x̃])
     * @param offset ‖x̃ − αE[x₀ | x̃]‖² + α² tr Cov[x₀ | x̃], the error of leaving x̃ as it is
     */
    record Terms(double sigma, double square, double trace, double pull, double offset) {
        double first(double c) {
            return c * c * Math.pow(sigma, 4) * square;
        }

        double second(double c) {
            return 2 * sigma * sigma * (2 + c * sigma * sigma * trace);
        }

        double third() {
            return -2 * sigma * sigma;
        }

        double sure(double c) {
            return first(c) + second(c) + third();
        }

        /** E[‖x̃ + cσ²s − αx₀‖² | x̃]. */
        double truth(double c) {
            return offset + 2 * c * sigma * sigma * pull + first(c);
        }
    }

    SureTerms(Parameters values) {
        strengths = Math.toIntExact(values.get(STRENGTHS));
    }

    /** At one point. */
    static Terms at(MixtureScore exact, NoiseLevel level, double x, double y) {
        var px = new double[] {x};
        var py = new double[] {y};
        var s = new double[2][1];
        exact.score(px, py, 0, 1, level, s[0], s[1]);
        var j = new double[4][1];
        exact.jacobian(px, py, 0, 1, level, j[0], j[1], j[2], j[3]);
        var posterior = new Posterior(exact).at(x, y, level).moments();
        double dx = x - level.alpha() * posterior.meanX();
        double dy = y - level.alpha() * posterior.meanY();
        return new Terms(
                level.sigma(),
                s[0][0] * s[0][0] + s[1][0] * s[1][0],
                j[0][0] + j[3][0],
                s[0][0] * dx + s[1][0] * dy,
                dx * dx + dy * dy + level.alpha() * level.alpha() * (posterior.xx() + posterior.yy()));
    }

    /** Over x̃ ~ p_t: E‖s‖² = −E∇·s, E[s·(x̃ − αE[x₀ | x̃])] = −σ²E‖s‖² by Tweedie, and the error of x̃ itself is 2σ². */
    private static Terms average(Key key) {
        double square = MinimumError.squaredScore(key.level(), LevelErrors.at(key.exact(), key.level()))
                .value();
        double variance = key.level().sigma() * key.level().sigma();
        return new Terms(key.level().sigma(), square, -square, -variance * square, 2 * variance);
    }

    Terms average(StudyInputs inputs) {
        return averages.of(new Key(inputs.exact(), inputs.level()));
    }

    /** Difference of the sum of the terms from the true error, on average over the noisy points. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        double farthest = 0;
        for (int i = 0; i < read.curve(1, 3).y().length; i++) {
            farthest = Math.max(
                    farthest,
                    Math.abs(read.curve(1, 3).y()[i] - read.curve(1, 4).y()[i]));
        }
        return Evidence.atMost(0.01, farthest);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        if (!(inputs.level().sigma() > 0)) {
            throw new BadInputException(
                    "noise",
                    Words.text("study.sure.without-noise-there-no-error"),
                    Words.text("study.sure.raise-sigma"));
        }
        var probe = ProbePoint.wherever(inputs.session().view());
        var here = at(inputs.exact(), inputs.level(), probe.x(), probe.y());
        return StudyScene.of(
                        Words.text("study.sure-terms.description"),
                        Row.of(
                                part(
                                        Words.text(
                                                "study.sure-terms.fixed",
                                                Numbers.significant(probe.x(), 3),
                                                Numbers.significant(probe.y(), 3)),
                                        here,
                                        true),
                                part(Words.text("study.sure-terms.average"), average(inputs), false)))
                .saying(Words.text("study.sure-terms.says"));
    }

    private ChartPart part(String title, Terms numbers, boolean named) {
        var curves = new ArrayList<Curve>();
        curves.add(curve("study.sure-terms.first", numbers::first, ThemeColor.category(0), Dash.DASHED, named));
        curves.add(curve("study.sure-terms.second", numbers::second, ThemeColor.category(1), Dash.DOTTED, named));
        curves.add(
                curve("study.sure-terms.third", _ -> numbers.third(), ThemeColor.category(7), Dash.DASH_DOTTED, named));
        curves.add(curve("study.sure-terms.sum", numbers::sure, Palette::text, Dash.SOLID, named));
        curves.add(curve("study.sure-terms.truth", numbers::truth, Palette::clean, Dash.SOLID, named));
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        return new ChartPart(
                Caption.plain(title, "", Words.text("notation.sigma-value", Numbers.significant(numbers.sigma(), 3))),
                new Chart(
                        ChartAxis.linear(Words.text("study.sure.strength-c"), 0, STRONGEST),
                        ChartAxis.around("", range),
                        curves));
    }

    private Curve curve(String key, DoubleUnaryOperator value, ThemeColor color, Dash dash, boolean named) {
        var c = IntStream.range(0, strengths)
                .mapToDouble(i -> STRONGEST * i / (strengths - 1.0))
                .toArray();
        return Curve.line(
                named ? Words.text(key) : "",
                c,
                IntStream.range(0, strengths)
                        .mapToDouble(i -> value.applyAsDouble(c[i]))
                        .toArray(),
                color,
                dash);
    }
}
