package scorescope.ui.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.score.MixtureScore;
import scorescope.plot.layer.ProbePoint;

class ProbeReadingTest {
    private static final GaussianMixture POINT = new GaussianMixture(List.of(Component.isotropic(1, 2, -1, 0)));
    private static final DiscreteDdpm CHAIN = new DiscreteDdpm(10, 0.05, 0.5, DiscreteDdpm.Variance.BETA);

    private static Optional<String> row(String name, NoiseProcess process, NoiseLevel level) {
        return ProbeReading.of(new MixtureScore(POINT), process, level, Optional.empty(), new ProbePoint(1, 0.5))
                .stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .map(ProbeReading.Row::analytic);
    }

    /** With a single clean point x₀ known, μ̃ is the mean of x_{i−1} given x_i and x₀, in its other form. */
    @Test
    void theMeanOfTheStepBackIsThatOfThePosteriorGivenTheCleanPoint() {
        int i = 7;
        var level = CHAIN.at(i / 10.0);
        double beta = CHAIN.beta(i);
        double lost = 1 - CHAIN.alphaBar(i);
        double ofClean = Math.sqrt(CHAIN.alphaBar(i - 1)) * beta / lost;
        double ofNoisy = Math.sqrt(1 - beta) * (1 - CHAIN.alphaBar(i - 1)) / lost;
        var expected = ProbeReading.pair(2 * ofClean + ofNoisy, -ofClean + 0.5 * ofNoisy);
        assertEquals(Optional.of(expected), row("μ̃", CHAIN, level));
        assertEquals(Optional.of("(2.00, −1.00)"), row("E[x₀|x̃]", CHAIN, level));
    }

    @Test
    void onlyTheChainHasAStepBack() {
        assertTrue(row("μ̃", new VariancePreserving(0.1, 20), new VariancePreserving(0.1, 20).at(0.5))
                .isEmpty());
        assertTrue(row("μ̃", CHAIN, NoiseLevel.plain(0.5)).isEmpty());
        assertTrue(row("ε", CHAIN, NoiseLevel.plain(0)).isEmpty());
    }

    @Test
    void farAndSmallNumbersAreNotRoundedAway() {
        assertEquals("(448250.50, 5411200.25)", ProbeReading.pair(448_250.5, 5_411_200.25));
        assertEquals("(1.2×10⁻⁹, −0.0034)", ProbeReading.pair(1.23e-9, -0.0034));
        assertEquals("(0.00, −1.25)", ProbeReading.pair(1e-17, -1.25));
        assertEquals("(−1.23456789×10¹¹, NaN)", ProbeReading.pair(-123_456_789_012.0, Double.NaN));
    }

    @Test
    void aResponsibilityThatWouldBeWrittenAsZeroIsLeftOut() {
        var two = new MixtureScore(
                new GaussianMixture(List.of(Component.isotropic(0.5, 0, 0, 1), Component.isotropic(0.5, 8, 0, 1))));
        var rows = ProbeReading.of(two, CHAIN, NoiseLevel.plain(0.5), Optional.empty(), new ProbePoint(0, 0));
        assertEquals("100%", rows.getLast().analytic());
    }
}
