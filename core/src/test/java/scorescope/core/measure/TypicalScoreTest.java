package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.denoise.MinimumError;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;

class TypicalScoreTest {
    /** E‖s‖² = 2/(v + σ²). */
    @Test
    void ofOneGaussianItIsTheClosedForm() {
        var one = new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 4, -3, 0.6))));
        assertEquals(Math.sqrt(2 / (0.36 + 4)), TypicalScore.of(one, NoiseLevel.plain(2)), 0.01);
    }

    /** Against the denoising error by another formula. */
    @ParameterizedTest
    @CsvSource({"three-gaussians, 0.5", "three-gaussians, 8", "eight-gaussians, 0.05", "two-moons, 0.3", "circle, 0.2"})
    void itAgreesWithTheErrorOfTheDenoiser(String preset, double sigma) {
        var exact = new MixtureScore(DensityCatalog.CATALOG.create(Choice.of(preset), "preset"));
        var level = NoiseLevel.plain(sigma);
        double square = MinimumError.squaredScore(level, MinimumError.of(exact, level, 8192))
                .value();
        double typical = TypicalScore.of(exact, level);
        assertEquals(Math.sqrt(square), typical, 0.04 * typical);
    }
}
