package scorescope.plot.field;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;

class FieldGridTest {
    private final FieldGrid grid = new FieldGrid();

    private boolean evaluate(ScoreField score) {
        var exact = new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1))));
        var scene = Scene.analytic(exact, NoiseLevel.plain(0.5), ColorMapCatalog.named("quiet", false, "view.colorMap"))
                .learned(score);
        return grid.evaluate(scene, new Viewport(0, 0, 40, 30, 0, 0, 5), 0.5, 1e7, false, true);
    }

    @Test
    void aFieldWhoseComputationWasCancelledIsComputedAgain() {
        var calls = new AtomicInteger();
        ScoreField score = (_, _, from, to, _, outX, outY) -> {
            Arrays.fill(outX, from, (from + to) / 2, 1);
            if (calls.getAndIncrement() == 0) {
                throw new CancellationException();
            }
            Arrays.fill(outX, from, to, 1);
            Arrays.fill(outY, from, to, 1);
        };
        assertThrows(CancellationException.class, () -> evaluate(score));
        assertTrue(evaluate(score));
        assertFalse(evaluate(score));
    }
}
