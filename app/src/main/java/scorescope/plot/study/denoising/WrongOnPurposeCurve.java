package scorescope.plot.study.denoising;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import scorescope.core.BadInputException;
import scorescope.core.wrong.WrongCurve;
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
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/** Wrong numbers beside the right ones, on axes alike; the wrong ones in red. */
record WrongOnPurposeCurve(WrongCurve curve) {
    /** Numbers whose largest is so many times the smallest are drawn on a logarithmic axis. */
    private static final double DECADES = 60;

    StudyScene scene(StudyInputs inputs) {
        inputs.resolved().requireDensity();
        if (inputs.level().sigma() == 0) {
            throw new BadInputException(
                    "noise",
                    Words.text("study.wrong-on-purpose.no-noise"),
                    Words.text("study.wrong-on-purpose.add-noise"));
        }
        var probe = ProbePoint.wherever(inputs.session().view());
        var numbers = curve.numbers().at(inputs.exact(), inputs.level(), probe.x(), probe.y());
        return StudyScene.of(
                        Words.text("study.wrong-on-purpose.description", Words.written(curve.title())),
                        Row.of(chart(numbers, true), chart(numbers, false)),
                        Row.of(new TablePart(
                                Caption.plain(Words.text("study.wrong-on-purpose.numbers"), "", ""), table(numbers))))
                .saying(Words.written(curve.help()));
    }

    private ChartPart chart(WrongCurve.Pair numbers, boolean right) {
        var correct = Curve.line(
                Words.text("study.wrong-on-purpose.right"),
                numbers.x(),
                numbers.right(),
                Palette::analytic,
                Dash.SOLID);
        var mistaken = Curve.line(
                Words.text("study.wrong-on-purpose.wrong"),
                numbers.x(),
                numbers.wrong(),
                WrongOnPurpose.RED,
                Dash.DASHED);
        var range = correct.range().and(mistaken.range());
        var x = numbers.x();
        var symbol = Words.written(curve.axis());
        var across = spread(x)
                ? ChartAxis.log(symbol, x[0], x[x.length - 1])
                : ChartAxis.linear(symbol, x[0], x[x.length - 1]);
        var all = DoubleStream.concat(Arrays.stream(numbers.right()), Arrays.stream(numbers.wrong()))
                .sorted()
                .toArray();
        var up = spread(all)
                ? ChartAxis.log("", 0.7 * all[0], 1.5 * all[all.length - 1])
                : ChartAxis.around("", range.and(new Range(range.low(), range.high() + 0.12 * range.span())));
        var chart = new Chart(across, up, List.of(right ? correct : mistaken));
        return new ChartPart(
                right
                        ? Caption.plain(Words.text("study.wrong-on-purpose.right"), "", "")
                        : Caption.plain(
                                Words.text("study.wrong-on-purpose.wrong-title", Words.written(curve.title())), "", ""),
                right ? chart : chart.stamped(Words.text("study.wrong-on-purpose.wrong"), WrongOnPurpose.RED));
    }

    /** Whether ascending numbers need a logarithmic axis. */
    private static boolean spread(double[] ascending) {
        return ascending[0] > 0 && ascending[ascending.length - 1] > DECADES * ascending[0];
    }

    /** The numbers at the beginning and at three quarters of the axis. */
    private Table table(WrongCurve.Pair numbers) {
        int early = 0;
        int late = 3 * numbers.x().length / 4;
        return new Table(
                List.of("", at(numbers, early), at(numbers, late)),
                List.of(
                        row("study.wrong-on-purpose.right", numbers.right(), early, late),
                        row("study.wrong-on-purpose.wrong", numbers.wrong(), early, late)),
                -1);
    }

    private String at(WrongCurve.Pair numbers, int i) {
        return Words.text(
                "study.wrong-on-purpose.where", Words.written(curve.axis()), Numbers.significant(numbers.x()[i], 3));
    }

    private static List<String> row(String key, double[] values, int early, int late) {
        return List.of(Words.text(key), Numbers.significant(values[early], 4), Numbers.significant(values[late], 4));
    }
}
