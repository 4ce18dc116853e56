package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.core.score.UnnormalisedDensity;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.figure.PanelContent;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;

class LearnedEnergyLayerTest {
    private static final Viewport SQUARE = Viewport.fit(0, 0, 200, 200, -6, 6, -6, 6);
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.5);
    private static final MixtureScore EXACT =
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1))));

    /** The exact score whose energy is shifted by −log 7: Z = 7. */
    private record Shifted(MixtureScore exact) implements ScoreField {
        @Override
        public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] u, double[] v) {
            exact.score(x, y, from, to, level, u, v);
        }

        @Override
        public Optional<UnnormalisedDensity> unnormalised() {
            return Optional.of((x, y, from, to, level, out) -> {
                exact.logDensity(x, y, from, to, level, out);
                for (int i = from; i < to; i++) {
                    out[i] += Math.log(7);
                }
            });
        }

        @Override
        public scorescope.core.score.EvaluationCost cost() {
            return exact.cost();
        }
    }

    private static LearnedEnergyLayer computed(String show) {
        var layers = ShownLayers.of("learned-energy");
        var set = new ShownLayers(layers.ids(), Map.of("learned-energy", new Parameters(Map.of("show", show))));
        var content = new PanelContent(set, Style.SCREEN);
        content.compute(
                Scene.analytic(EXACT, LEVEL, ColorMapCatalog.named("quiet", false, ""))
                        .learned(new Shifted(EXACT)),
                SQUARE);
        return (LearnedEnergyLayer) content.layers().getFirst();
    }

    /** A constant added to the energy is a factor of Z and does not change the difference of energies. */
    @Test
    void aConstantInTheEnergyIsAFactorInZ() {
        assertEquals(7, Math.exp(computed("energy").logPartition()), 0.02);
        var difference = computed("difference");
        assertTrue(difference.extent().high() < 1e-4, "difference " + difference.extent());
    }

    /** ∫ p (tr J + ½‖s‖²) = −½E‖s‖² = −1/(1 + σ²) of N(0, I) with noise σ. */
    @Test
    void theWeightedIntegrandOfHyvarinenSumsToTheLoss() {
        var set = new ShownLayers(
                List.of("hyvarinen"), Map.of("hyvarinen", new Parameters(Map.of("weighted", "density"))));
        var content = new PanelContent(set, Style.SCREEN);
        content.compute(Scene.analytic(EXACT, LEVEL, ColorMapCatalog.named("quiet", false, "")), SQUARE);
        var layer = (HyvarinenLayer) content.layers().getFirst();
        assertEquals(-1 / 1.25, layer.integral().value(), 2e-3);
    }
}
