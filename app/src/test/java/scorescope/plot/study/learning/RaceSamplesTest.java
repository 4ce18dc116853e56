package scorescope.plot.study.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;

class RaceSamplesTest {
    private static final GaussianMixture EIGHT = DensityCatalog.CATALOG.create(Choice.of("eight-gaussians"), "density");

    /** The exact score in a network's place comes as near as exact samples; a score of four modes is told by its score. */
    @Test
    void theExactScoreIsAsGoodAsExactSamplesAndLostModesShow() {
        var chain = ProcessCatalog.CATALOG.create(Choice.of("ddpm"), "process");
        var four = new GaussianMixture(EIGHT.components().subList(0, 4));
        var found = new RaceSamples()
                .of(new RaceSamples.Request(
                        EIGHT,
                        List.of(
                                new RaceSamples.Lane(new MixtureScore(EIGHT), chain),
                                new RaceSamples.Lane(new MixtureScore(four), chain))));
        var exact = found.getLast();
        var whole = found.getFirst();
        var half = found.get(1);
        assertEquals(
                exact.inception().value(),
                whole.inception().value(),
                2 * (exact.inception().error() + whole.inception().error()));
        assertTrue(whole.frechet().value() < 0.5, "Fréchet " + whole.frechet());
        assertTrue(whole.off().value() < 3, "off " + whole.off());
        assertTrue(exact.off().value() < 0.3, "off " + exact.off());
        assertEquals(4, half.inception().value(), 0.1);
        assertTrue(half.frechet().value() > 5, "Fréchet " + half.frechet());
    }
}
