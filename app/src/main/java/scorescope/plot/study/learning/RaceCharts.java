package scorescope.plot.study.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.training.LossFloor;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.TrainingComparison;
import scorescope.words.Words;

/**
 * Charts of several trainings: error of the scores, and losses with their floors, over steps and by noise level.
 *
 * @param titles of the lanes
 */
record RaceCharts(TrainingComparison comparison, List<String> titles) {
    private static final List<Dash> DASHES = List.of(Dash.SOLID, Dash.DASHED, Dash.DOTTED, Dash.DASH_DOTTED);
    /** Decay of the exponential mean of losses, as in the window's chart. */
    private static final double SMOOTHING = 0.98;

    private static final int POINTS = 200;

    private Curve line(int lane, boolean named, double[] x, double[] y) {
        return Curve.line(
                named ? titles.get(lane) : "", x, y, ThemeColor.category(lane), DASHES.get(lane % DASHES.size()));
    }

    private Curve floor(int lane, double[] x, double[] y) {
        return Curve.line("", x, y, ThemeColor.category(lane).faded(0.6), Dash.SOLID)
                .withWeight(0.7);
    }

    /** The mean Fisher divergence, weighted by σ². */
    ChartPart errorOverSteps(int now) {
        var curves = new ArrayList<Curve>();
        for (int lane = 0; lane < titles.size(); lane++) {
            var x = new double[now + 1];
            var y = new double[now + 1];
            var error = new double[now + 1];
            for (int interval = 0; interval <= now; interval++) {
                x[interval] = (double) comparison.intervals().step(interval);
                var divergence = comparison.at(interval).divergence(lane);
                y[interval] = divergence.value();
                error[interval] = divergence.error();
            }
            curves.add(line(lane, true, x, y).withErrors(error));
        }
        return new ChartPart(
                Words.text("study.race.fisher-divergence"),
                Words.text("study.race.mean-sigma-squared-e-norm"),
                new Chart(comparison.intervals().axis(), ChartAxis.logAround("", curves, 1e-5, 1e8), curves));
    }

    ChartPart errorByLevel(TrainingComparison.Snapshot snapshot, NoiseLevel here) {
        var curves = new ArrayList<Curve>();
        double[] x = comparison.levels().stream().mapToDouble(NoiseLevel::sigma).toArray();
        for (int lane = 0; lane < titles.size(); lane++) {
            // The other chart's legend names them.
            var own = snapshot.divergences().get(lane);
            curves.add(line(
                            lane,
                            false,
                            x,
                            own.stream().mapToDouble(Estimate::value).toArray())
                    .withErrors(own.stream().mapToDouble(Estimate::error).toArray()));
        }
        var across = ChartAxis.log(Words.text("notation.sigma"), x[0], x[x.length - 1]);
        var chart = new Chart(across, ChartAxis.logAround("", curves, 1e-5, 1e8), curves);
        return new ChartPart(
                Words.text("study.race.noise-level"),
                Words.text("notation.sigma-squared-e-norm-s-theta-minus"),
                chart.at(here.ratio()));
    }

    /** Exponential means of the losses, each with its floor, the loss of the exact score. */
    ChartPart lossOverSteps(int now) {
        var curves = new ArrayList<Curve>();
        double end = Math.max(1, (double) comparison.intervals().step(now));
        var states = comparison.at(now).losses();
        for (int lane = 0; lane < titles.size(); lane++) {
            var history = states.get(lane).history();
            int size = history.size();
            var mean = new double[size];
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < size; i++) {
                sum = SMOOTHING * sum + (1 - SMOOTHING) * history.get(i);
                weight = SMOOTHING * weight + (1 - SMOOTHING);
                mean[i] = sum / weight;
            }
            int shown = Math.min(POINTS, size);
            var at = IntStream.range(0, shown)
                    .map(k -> (int) ((long) (k + 1) * size / shown) - 1)
                    .toArray();
            curves.add(line(
                    lane,
                    true,
                    IntStream.of(at).mapToDouble(i -> i + 1.0).toArray(),
                    IntStream.of(at).mapToDouble(i -> mean[i]).toArray()));
            int index = lane;
            comparison
                    .floors()
                    .get(lane)
                    .ifPresent(floor -> curves.add(floor(index, new double[] {0, end}, new double[] {
                        floor.mean().value(), floor.mean().value()
                    })));
        }
        return new ChartPart(
                Words.text("study.race.loss"),
                Words.text("study.race.loss-formula"),
                new Chart(comparison.intervals().axis(), up(curves), curves));
    }

    ChartPart lossByLevel(TrainingComparison.Snapshot snapshot) {
        var curves = new ArrayList<Curve>();
        for (int lane = 0; lane < titles.size(); lane++) {
            var losses = snapshot.losses().get(lane).levelLosses();
            var known = IntStream.range(0, losses.size())
                    .filter(i -> Double.isFinite(losses.loss(i)))
                    .toArray();
            curves.add(line(
                    lane,
                    false,
                    IntStream.of(known).mapToDouble(losses::ratio).toArray(),
                    IntStream.of(known).mapToDouble(losses::loss).toArray()));
            int index = lane;
            comparison.floors().get(lane).ifPresent(floor -> curves.add(byLevel(index, floor)));
        }
        var across = curves.stream()
                .flatMapToDouble(curve -> java.util.Arrays.stream(curve.x()))
                .summaryStatistics();
        return new ChartPart(
                Words.text("study.race.loss-by-level"),
                "",
                new Chart(
                        ChartAxis.log(
                                Words.text("notation.ratio"),
                                Math.min(across.getMin(), 1e6),
                                Math.max(across.getMax(), 2 * Math.min(across.getMin(), 1e6))),
                        up(curves),
                        curves));
    }

    private Curve byLevel(int lane, LossFloor floor) {
        var sorted = floor.byRatio();
        return floor(
                lane,
                sorted.levels().stream().mapToDouble(NoiseLevel::ratio).toArray(),
                sorted.floors().stream().mapToDouble(Estimate::value).toArray());
    }

    /** Logarithmic, since losses span decades; linear if one is negative, as in implicit score matching. */
    private static ChartAxis up(List<Curve> curves) {
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        return range.low() > 0 ? ChartAxis.logAround("", range, 1e-6, 1e8) : ChartAxis.around("", range);
    }

    /** Legend entries: of floors if losses are shown, else of error bars. */
    List<Legend.Entry> words(boolean losses) {
        if (!losses) {
            return List.of(new Legend.Entry(
                    Legend.NOTHING, Words.text("study.bars-two-standard-errors", TrainingComparison.SAMPLES)));
        }
        var entries = new ArrayList<Legend.Entry>();
        entries.add(new Legend.Entry(Legend.NOTHING, Words.text("study.race.thin-lines")));
        for (int lane = 0; lane < titles.size(); lane++) {
            var said = comparison
                    .floors()
                    .get(lane)
                    .map(floor -> Words.text("study.race.floor", Numbers.holding(floor.mean(), 4)))
                    .orElse(Words.text("study.race.no-floor"));
            entries.add(new Legend.Entry(Legend.NOTHING, Words.text("study.comparison.part", titles.get(lane), said)));
        }
        return entries;
    }
}
