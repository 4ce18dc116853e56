package scorescope.plot.study.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.EvolutionRun;
import scorescope.words.Words;

/**
 * Total variation over the time of an evolution, up to a frame.
 *
 * @param second the evolution from another start; without one, the particles' distances are shown
 */
record EvolutionDistances(EvolutionRun run, Optional<EvolutionRun> second, int now) {
    ChartPart chart() {
        var times = new double[now + 1];
        for (int frame = 0; frame <= now; frame++) {
            times[frame] = run.time(frame);
        }
        var curves = second.map(other -> ofStarts(other, times)).orElseGet(() -> ofParticles(times));
        var range = curves.stream().map(Curve::range).reduce(new Range(0, 0.05), Range::and);
        var chart = new Chart(
                ChartAxis.linear(Words.text("notation.t"), run.time(0), run.time(EvolutionRun.FRAMES)),
                ChartAxis.fromZero("", range),
                curves);
        return new ChartPart(
                Words.text("study.density-evolution.total-variation"),
                Words.text("notation.half-integral-p-minus-q"),
                chart.at(run.time(now)));
    }

    private List<Curve> ofParticles(double[] times) {
        var goal = goal();
        return List.of(
                curve(Words.text("study.density-evolution.grid-to", goal), times, frame -> run.distances(frame)[0], 0),
                curve(
                        Words.text("study.density-evolution.particles-to-coarse-bins", goal),
                        times,
                        frame -> run.distances(frame)[1],
                        1),
                curve(
                        Words.text("study.density-evolution.particles-to-grid-coarse-bins"),
                        times,
                        frame -> run.distances(frame)[2],
                        2));
    }

    private List<Curve> ofStarts(EvolutionRun other, double[] times) {
        var goal = goal();
        var curves = new ArrayList<Curve>();
        curves.add(curve(
                Words.text("study.density-evolution.first-to", goal), times, frame -> run.distances(frame)[0], 0));
        curves.add(curve(
                Words.text("study.density-evolution.second-to", goal), times, frame -> other.distances(frame)[0], 1));
        curves.add(curve(
                Words.text("study.density-evolution.one-to-the-other"), times, frame -> run.apart(other, frame), 2));
        return curves;
    }

    private String goal() {
        return Words.text(
                run.request().langevin() ? "study.density-evolution.p-c-1" : "study.density-evolution.exact-density");
    }

    private static Curve curve(String name, double[] times, IntToDoubleFunction distance, int index) {
        var values = new double[times.length];
        for (int frame = 0; frame < times.length; frame++) {
            values[frame] = distance.applyAsDouble(frame);
        }
        ThemeColor color = index == 0 ? Palette::analytic : ThemeColor.category(index);
        return Curve.line(
                name,
                times,
                values,
                color,
                List.of(Dash.SOLID, Dash.DASHED, Dash.DOTTED).get(index));
    }
}
