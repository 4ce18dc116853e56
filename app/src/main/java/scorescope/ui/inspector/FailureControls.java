package scorescope.ui.inspector;

import java.util.OptionalInt;
import javafx.scene.layout.VBox;
import scorescope.session.FailureCatalog;
import scorescope.session.Scenario;
import scorescope.session.Session;
import scorescope.session.codec.Patches;
import scorescope.ui.control.Buttons;
import scorescope.ui.model.Cause;
import scorescope.ui.model.Message;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.WindowModel;

/** Buttons of the failure scenarios: each applies its patch, plays the run, and shows what to watch. */
final class FailureControls extends VBox {
    private final WindowModel model;
    private final SamplingPlayer player;

    FailureControls(WindowModel model, SamplingPlayer player) {
        this.model = model;
        this.player = player;
        for (var scenario : FailureCatalog.ALL) {
            var button =
                    Buttons.pill("failure-" + scenario.id(), scenario.title(), scenario.watch(), () -> show(scenario));
            button.getStyleClass().setAll("button", "failure");
            button.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(button);
        }
    }

    /** Whether a session still has the values of the scenario; the sampler's step is ignored. */
    private static boolean setUp(Scenario scenario, Session session) {
        var atStart = session.withSampler(session.sampler().at(OptionalInt.empty()));
        return Patches.apply(atStart, scenario.patch()).equals(atStart);
    }

    private void show(Scenario scenario) {
        if (model.edit(session -> Patches.apply(session, scenario.patch()))) {
            player.speedProperty().set(1);
            player.reset();
            player.play();
            model.show(Message.note(scenario.watch()).because(new Cause.Watched(now -> setUp(scenario, now))));
        }
    }
}
