package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.objective.ContrastiveDivergence;

class DrawnBatchTest {
    /** A batch drawn for display is that of the trainer, and chains of negatives are the same. */
    @Test
    void theBatchLookedAtIsTheOneTrainedOnWithItsNegatives() {
        var small = TrainerTest.small(3, 20);
        var settings = new TrainingSettings(
                small.scalars()
                        .with(TrainingParameters.OBJECTIVE, "contrastive-divergence")
                        .with(ContrastiveDivergence.STEPS, 6L),
                small.hidden(),
                small.levels());
        var task = new TrainingTask(settings);
        var data = TrainingData.of(new GaussianMixture(List.of(Component.isotropic(1, 1, -2, 0.4))), settings);
        var objective = assertInstanceOf(ContrastiveDivergence.class, task.objective(data));
        try (var trainer = new Trainer(task, data)) {
            trainer.step(1);
            trainer.step(1);
            var score = trainer.state().newestScore();
            trainer.step(1);
            for (int half = 0; half < 2; half++) {
                var trained = trainer.batch(half);
                var drawn = DrawnBatch.of(task, data, 3)[half];
                assertArrayEquals(trained.noisy(), drawn.noisy());
                for (int j = 0; j < drawn.size(); j++) {
                    double[][] path = objective.path(drawn, j, score);
                    assertEquals(7, path[0].length);
                    assertEquals(drawn.noisy()[2 * j], path[0][0]);
                    double size = 1 + Math.abs(trained.negatives()[2 * j]);
                    assertEquals(trained.negatives()[2 * j], path[0][6], 1e-5 * size);
                    assertEquals(trained.negatives()[2 * j + 1], path[1][6], 1e-5 * size * 3);
                    assertTrue(Math.hypot(path[0][6] - path[0][0], path[1][6] - path[1][0]) > 1e-4 * drawn.sigma()[j]);
                }
            }
        }
    }
}
