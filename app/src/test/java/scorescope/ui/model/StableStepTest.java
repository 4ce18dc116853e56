package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.SessionDefaults;
import scorescope.ui.AppContext;
import scorescope.ui.stage.JavaFx;

class StableStepTest {
    private static void until(StableStep step, OptionalDouble wanted) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            var found = WaitForAsyncUtils.asyncFx(() -> step.longestProperty().get())
                    .get();
            return wanted.isPresent() == found.isPresent()
                    && Math.abs(wanted.orElse(0) - found.orElse(0)) <= 1e-12 * wanted.orElse(1);
        });
    }

    /** One Gaussian of variance v noised to v + σ² has curvature 1/(v + σ²) everywhere: the bound is 2 (v + σ²). */
    @Test
    void theBoundIsTwiceTheNoisedVarianceOfAGaussian() throws Exception {
        JavaFx.start();
        try (var context =
                AppContext.on(SessionDefaults.opening().withDensity(new DensitySpec.Preset("single-gaussian")))) {
            var model = context.model();
            var component = model.mixture().components().getFirst();
            double variance = component.xx();
            assertEquals(variance, component.yy());
            assertTrue(component.xy() == 0);
            var step = WaitForAsyncUtils.asyncFx(() -> new StableStep(model, context.background()))
                    .get();
            until(step, OptionalDouble.of(2 * (variance + 0.25)));
            Platform.runLater(() -> model.edit(s -> s.withNoise(new NoiseSpec.Sigma(2))));
            until(step, OptionalDouble.of(2 * (variance + 4)));
            Platform.runLater(() -> model.edit(s -> s.withSampler(s.sampler().ofKind("reverse-sde"))));
            until(step, OptionalDouble.empty());
        }
    }
}
