package scorescope.plot.study.sampling;

import java.util.List;
import scorescope.core.measure.Sample;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.study.run.RecordedRun;
import scorescope.plot.study.run.SampleQuality;
import scorescope.words.Words;

/**
 * Sliced W₂ of two runs to the exact distribution and to each other, over the share of the run, in floors: the value for
 * exact samples of the same size.
 *
 * @param runs two runs with the same steps and particles
 */
record StartDistances(List<RecordedRun> runs, MixtureScore exact) {
    /** Intervals of the run between two values of a curve. */
    private static final int CHECKS = 24;

    /** The smallest value drawn, in floors. */
    private static final double LEAST = 0.5;

    Chart chart() {
        var curves = curves();
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        double high = range.empty() ? 10 : Math.max(3, 1.3 * range.high());
        return new Chart(
                ChartAxis.linear(Words.text("study.two-starts.share-run"), 0, 1),
                ChartAxis.log("", 0.8 * LEAST, high),
                curves);
    }

    private List<Curve> curves() {
        var share = new double[CHECKS + 1];
        var far = new double[3][CHECKS + 1];
        var quality = new SampleQuality.Measure();
        for (int k = 0; k <= CHECKS; k++) {
            share[k] = k / (double) CHECKS;
            var first = TwoStarts.state(runs.getFirst(), share[k]);
            var second = TwoStarts.state(runs.getLast(), share[k]);
            boolean density = exact.mixture().hasDensity(first.level());
            if (!density || first.diagnostics().failed() || second.diagnostics().failed()) {
                far[0][k] = far[1][k] = far[2][k] = Double.NaN;
                continue;
            }
            var truth = quality.truth(first, exact);
            var a = new Sample(first.x(), first.y());
            var b = new Sample(second.x(), second.y());
            far[0][k] = Math.max(LEAST, truth.floors(a).value());
            far[1][k] = Math.max(LEAST, truth.floors(b).value());
            far[2][k] = Math.max(LEAST, truth.floorsBetween(a, b));
        }
        double[] whole = {0, 1};
        double[] floor = {1, 1};
        return List.of(
                Curve.line(
                        Words.text("study.two-starts.to-exact", TwoStarts.NAMES.getFirst()),
                        share,
                        far[0],
                        TwoStarts.COLORS.getFirst(),
                        Dash.SOLID),
                Curve.line(
                        Words.text("study.two-starts.to-exact", TwoStarts.NAMES.getLast()),
                        share,
                        far[1],
                        TwoStarts.COLORS.getLast(),
                        Dash.DASHED),
                Curve.line(Words.text("study.two-starts.to-other"), share, far[2], Palette::particle, Dash.DOTTED),
                Curve.line(
                                Words.text("study.two-starts.floor-sliced-w-exact-samples"),
                                whole,
                                floor,
                                Palette::mute,
                                Dash.SOLID)
                        .withWeight(0.6));
    }
}
