package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scorescope.core.score.MixtureScore;
import scorescope.core.training.LossFloor;
import scorescope.core.training.TrainingTask;
import scorescope.session.DensitySpec;

/** The window shows the least loss of the task that its network is trained on. */
@Timeout(120)
final class TrainingFloorTest {
    @Test
    void theFloorIsThatOfTheTrainedTaskAndGoesWithIt() {
        var session = TrainingFixture.small(0);
        try (var fixture = new TrainingFixture(session)) {
            var floor = fixture.training.published().floorProperty();
            assertEquals(Optional.empty(), floor.get());
            fixture.training.step();
            fixture.until(() -> floor.get().isPresent() && fixture.losses().length > 0);
            var expected = LossFloor.of(
                    new TrainingTask(session.training(), session.process()), new MixtureScore(fixture.model.mixture()));
            assertEquals(expected, floor.get());
            double mean = floor.get().orElseThrow().mean().value();
            assertTrue(mean > 0 && mean < fixture.losses()[0], mean + " of " + fixture.losses()[0]);
            fixture.training.reset();
            assertEquals(Optional.empty(), floor.get());
            fixture.model.undo();
            fixture.until(() -> floor.get().equals(expected));
            fixture.training.reset();
            fixture.model.edit(s -> s.withDensity(new DensitySpec.Preset("single-gaussian")));
            fixture.training.step();
            fixture.training.pulse();
            assertNotEquals(expected, floor.get(), "the floor of another distribution");
            fixture.until(() -> floor.get().isPresent());
            assertNotEquals(expected, floor.get());
        }
    }
}
