package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;

class HighestDensityTest {
    private static final double[] SHARES = {0.5, 0.9, 0.99};

    private final HighestDensity regions = new HighestDensity();

    @Test
    void oneGaussianHasThemInClosedForm() {
        var one = new GaussianMixture(List.of(new Component(1, 3, -1, 2, 0.7, 0.5)));
        var noised = new NoisedMixture(one, NoiseLevel.plain(0.2));
        double peak = noised.logFactor(0);
        double[] levels = regions.logLevels(noised, SHARES);
        for (int i = 0; i < SHARES.length; i++) {
            assertEquals(peak + Math.log(1 - SHARES[i]), levels[i], 0.01, "share " + SHARES[i]);
        }
    }

    @Test
    void ofAMixtureTheyHoldTheirMassOnAFineGrid() {
        var mixture = new GaussianMixture(List.of(
                Component.isotropic(.7, -2, 0, .5),
                new Component(.2, 1, 1, .8, .3, .4),
                Component.isotropic(.1, 2, -3, .2)));
        var noised = new NoisedMixture(mixture, new NoiseLevel(0.5, 0.8, 0.1));
        var density = new DensityRaster(1).density(noised, new Grid(900, 900, -8, 8, -8, 8));
        double[] levels = regions.logLevels(noised, SHARES);
        for (int i = 0; i < SHARES.length; i++) {
            double within = 0;
            for (float p : density.values()) {
                within += p >= Math.exp(levels[i]) ? p : 0;
            }
            assertEquals(SHARES[i], within * density.grid().cellArea(), 0.003, "share " + SHARES[i]);
        }
    }

    /** Equal components far apart: the log level of a share of mass is that of one component minus log K. */
    @ParameterizedTest
    @ValueSource(ints = {1, 50, 128, 129, 5000})
    void thatTheyAreRoughIsSaidOfManyComponents(int count) {
        var far = new NoisedMixture(
                new GaussianMixture(IntStream.range(0, count)
                        .mapToObj(k -> Component.isotropic(1, 100 * k, 0, 1))
                        .toList()),
                NoiseLevel.plain(0));
        double level = regions.logLevels(far, 0.5)[0];
        double covered = 1 - Math.exp(level + Math.log(2 * Math.PI) + Math.log(count));
        assertEquals(count > 128, regions.rough());
        assertEquals(0.5, covered, regions.rough() ? 0.05 : 0.004);
    }

    @Test
    void theyDoNotDependOnHowNarrowItIs() {
        var far = new GaussianMixture(List.of(Component.isotropic(.5, -4, 0, 0), Component.isotropic(.5, 4, 0, 0)));
        double wide = regions.logLevels(new NoisedMixture(far, NoiseLevel.plain(0.1)), 0.9)[0];
        double narrow = regions.logLevels(new NoisedMixture(far, NoiseLevel.plain(0.001)), 0.9)[0];
        assertEquals(wide + 2 * Math.log(100), narrow, 1e-6);
    }
}
