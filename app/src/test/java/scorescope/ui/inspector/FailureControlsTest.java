package scorescope.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import scorescope.session.FailureCatalog;
import scorescope.session.NoiseSpec;
import scorescope.session.SessionDefaults;
import scorescope.ui.LaidOutWindow;
import scorescope.ui.model.Message;
import scorescope.ui.stage.OnToolkit;

/** The message of a failure scenario stays while its settings do. */
@OnToolkit
class FailureControlsTest {
    @Test
    void theSentenceStaysAtAnyStepAndGoesWithItsCause() throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), 1280, 800, opened -> {
            var model = opened.context().model();
            var player = opened.context().player();
            opened.window().commands().named("page-sample").run();
            opened.lay();
            for (var scenario : FailureCatalog.ALL) {
                model.edit(_ -> SessionDefaults.opening());
                ((Button) opened.scene().lookup("#failure-" + scenario.id())).fire();
                var said = model.messageProperty().get();
                assertEquals(Optional.of(scenario.watch()), said.map(Message::text), scenario.id());
                assertTrue(player.playingProperty().get(), scenario.id() + " plays at once");
                player.pause();
                model.edit(session -> session.withSampler(session.sampler().at(OptionalInt.of(3))));
                assertEquals(said, model.messageProperty().get(), "a step later it is the same failure");
                model.edit(_ -> SessionDefaults.opening().withNoise(new NoiseSpec.Sigma(2)));
                assertEquals(Optional.empty(), model.messageProperty().get(), scenario.id() + " is over");
            }
        });
    }
}
