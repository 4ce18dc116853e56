package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

class LevelsTest {
    private static final Grid GRID = new Grid(300, 300, -7, 7, -7, 7);

    private static ScalarField density(String preset, double sigma) {
        var mixture = DensityCatalog.CATALOG.create(Choice.of(preset), "density");
        return new DensityRaster(1).density(new NoisedMixture(mixture, NoiseLevel.plain(sigma)), GRID);
    }

    /** Of a Gaussian in the plane, the share of mass where p ≥ c is 1 − c/peak. */
    @Test
    void massLevelsOfAGaussianAreKnown() {
        var field = density("single-gaussian", 0);
        double peak = 1 / (2 * Math.PI);
        double[] levels = new Levels().ofMass(field, 0.5, 0.9, 0.99);
        assertEquals(0.5 * peak, levels[0], 2e-3 * peak);
        assertEquals(0.1 * peak, levels[1], 1e-3 * peak);
        assertEquals(0.01 * peak, levels[2], 1e-4 * peak);
    }

    @Test
    void theRegionAboveAMassLevelHoldsThatMass() {
        for (double sigma : new double[] {0.05, 0.5, 3}) {
            var field = density("three-gaussians", sigma);
            var levels = new Levels();
            for (double share : new double[] {0.25, 0.5, 0.9, 0.99}) {
                double level = levels.ofMass(field, share)[0];
                double above = 0;
                double all = 0;
                for (float value : field.values()) {
                    above += value >= level ? value : 0;
                    all += value;
                }
                assertEquals(share, above / all, 3e-3);
            }
        }
    }

    @Test
    void peakLevelsAreFractionsOfTheLargestValue() {
        var field = new ScalarField(new Grid(2, 1, 0, 1, 0, 1), new float[] {1, 4});
        assertArrayEquals(new double[] {0.4, 2}, Levels.ofPeak(field, 0.1, 0.5), 1e-12);
        assertArrayEquals(new double[] {4, 4 * Math.exp(-2)}, Levels.ofDeviations(field, 0, 2), 1e-12);
    }

    @Test
    void anEmptyFieldHasNoLevels() {
        var field = ScalarField.zero(GRID);
        assertEquals(0, Levels.ofPeak(field, 0.5).length);
        assertEquals(0, new Levels().ofMass(field, 0.5).length);
    }
}
