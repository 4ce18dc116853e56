package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.ModeShares;
import scorescope.core.measure.Sample;
import scorescope.core.sampling.State;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.words.Words;

/**
 * Shares of clouds of particles by mode, with the shares of as many exact samples. The mode of a particle is the nearest
 * component of the mixture.
 */
final class ModeSharesChart {
    private static final int MOST_MODES = 12;
    private static final int EXACT = 20_000;

    /** Horizontal distance of the dots of one mode, so that none hides another. */
    private static final double BESIDE = 0.15;

    private ModeSharesChart() {}

    /**
     * Particles at one moment.
     *
     * @param name name in the legend
     * @param crosses whether marked by crosses instead of dots
     */
    record Cloud(String name, State state, ThemeColor color, boolean crosses) {
        private Curve curve(double[] places, double[] shares) {
            return crosses ? Curve.crosses(name, places, shares, color) : Curve.dots(name, places, shares, color);
        }
    }

    /**
     * The chart; empty if there are too many modes to be distinguished.
     *
     * @param mixture the mixture at the noise level of the clouds
     * @param clouds at least one, all of the same number
     */
    static Optional<ChartPart> of(GaussianMixture mixture, List<Cloud> clouds) {
        int count = mixture.components().size();
        if (count > MOST_MODES) {
            return Optional.empty();
        }
        var modes = ModeShares.modes(mixture, 1);
        var exact = ModeShares.of(Sample.drawn(mixture, EXACT, 5), modes);
        int particles = clouds.getFirst().state().particles();
        var error = new double[count];
        Arrays.setAll(error, k -> 2 * Math.sqrt(exact[k] * (1 - exact[k]) / particles));
        var curves = new ArrayList<Curve>();
        curves.add(Curve.dots(
                        Words.text("study.mode-shares-chart.exact-plus-minus-2-errors"),
                        places(count, 0),
                        exact,
                        Palette::analytic)
                .withErrors(error));
        for (var cloud : clouds) {
            if (cloud.state().diagnostics().failed()) {
                continue;
            }
            var sample = new Sample(cloud.state().x(), cloud.state().y());
            var places = places(count, curves.size() * BESIDE);
            curves.add(cloud.curve(places, ModeShares.of(sample, modes)));
        }
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        double last = count + 0.55 + clouds.size() * BESIDE;
        return Optional.of(new ChartPart(
                Words.text("study.mode-shares-chart.share-each-mode"),
                "",
                new Chart(
                        ChartAxis.counted(Words.text("study.mode-shares-chart.component"), 0.5, last),
                        ChartAxis.fromZero("", range),
                        curves)));
    }

    private static double[] places(int count, double beside) {
        var places = new double[count];
        Arrays.setAll(places, k -> k + 1 + beside);
        return places;
    }
}
