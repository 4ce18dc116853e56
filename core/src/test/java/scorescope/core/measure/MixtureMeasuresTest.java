package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

class MixtureMeasuresTest {
    private static final GaussianMixture OVERLAPPING = new GaussianMixture(List.of(
            new Component(0.5, -1, 0, 1, 0.4, 0.6),
            new Component(0.3, 1.5, 0.5, 0.5, 0, 0.5),
            new Component(0.2, 0, -1.5, 0.3, -0.1, 0.8)));

    private static NoisedMixture at(GaussianMixture mixture, double sigma) {
        return new NoisedMixture(mixture, NoiseLevel.plain(sigma));
    }

    /** exp I(component; x) by the rectangle rule, with densities written out. */
    private static double byQuadrature(GaussianMixture mixture) {
        double step = 0.05;
        double information = 0;
        for (double x = -8; x < 8; x += step) {
            for (double y = -8; y < 8; y += step) {
                var terms = new double[3];
                double p = 0;
                for (int k = 0; k < 3; k++) {
                    var c = mixture.components().get(k);
                    double det = c.xx() * c.yy() - c.xy() * c.xy();
                    double dx = x - c.meanX();
                    double dy = y - c.meanY();
                    double q = (c.yy() * dx * dx - 2 * c.xy() * dx * dy + c.xx() * dy * dy) / det;
                    terms[k] = c.weight() * Math.exp(-q / 2) / (2 * Math.PI * Math.sqrt(det));
                    p += terms[k];
                }
                for (int k = 0; k < 3; k++) {
                    double w = mixture.components().get(k).weight();
                    information += terms[k] > 0 ? step * step * terms[k] * Math.log(terms[k] / p / w) : 0;
                }
            }
        }
        return Math.exp(information);
    }

    /** Within four standard errors, which a right score misses once in 16,000 times. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theScoreOfExactSamplesIsTheInformationThatPointsHoldOfTheirComponent(long seed) {
        double expected = byQuadrature(OVERLAPPING);
        var found = new InceptionScore().of(Sample.drawn(OVERLAPPING, 20_000, seed), at(OVERLAPPING, 0));
        assertEquals(expected, found.value(), 2 * found.error(), "seed " + seed);
        assertTrue(found.error() < 0.03, "error " + found.error());
    }

    @Test
    void farModesCountAndOneModeIsOne() {
        var eight = DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "density");
        var exact = at(eight, 0);
        var modes = ModeShares.modes(eight, 1);
        assertEquals(8, new InceptionScore().of(modes, exact).value(), 1e-9);
        var one =
                new Sample(new double[] {modes.x()[0], modes.x()[0] + 0.1}, new double[] {modes.y()[0], modes.y()[0]});
        assertEquals(1, new InceptionScore().of(one, exact).value(), 1e-9);
        var two = new Sample(
                new double[] {modes.x()[0], modes.x()[0], modes.x()[0], modes.x()[3]},
                new double[] {modes.y()[0], modes.y()[0], modes.y()[0], modes.y()[3]});
        // exp H(¾, ¼).
        assertEquals(4 / Math.pow(3, 0.75), new InceptionScore().of(two, exact).value(), 1e-9);
    }

    /** Of a Gaussian's own points e^−8 lie beyond 4 standard deviations; points between modes all do. */
    @Test
    void pointsFarFromEveryModeAreOff() {
        var skewed = new GaussianMixture(List.of(new Component(1, 1, 2, 4, 1.5, 1)));
        double off = new OffModes()
                .of(Sample.drawn(skewed, 200_000, 3), at(skewed, 0.5))
                .value();
        // The density at σ = 0.5 is wider than the points: fewer lie off than of its own.
        assertTrue(off < 2e-4, "share " + off);
        double own = new OffModes()
                .of(Sample.drawn(skewed, 200_000, 3), at(skewed, 0))
                .value();
        assertEquals(Math.exp(-8), own, 4 * Math.sqrt(Math.exp(-8) / 200_000));
        var eight = DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "density");
        var between = new Sample(
                new double[] {0, 5, 5 * Math.cos(Math.PI / 8)}, new double[] {0, 0, 5 * Math.sin(Math.PI / 8)});
        var inside = new OffModes().of(ModeShares.modes(eight, 1), at(eight, 0));
        assertEquals(0, inside.value());
        assertTrue(inside.error() > 0.1, "eight points exclude no share above a tenth: " + inside.error());
        assertEquals(2 / 3.0, new OffModes().of(between, at(eight, 0)).value(), 1e-12);
    }
}
