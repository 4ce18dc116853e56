package scorescope.ui.inspector;

import java.util.OptionalInt;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import scorescope.session.FailureCatalog;
import scorescope.session.Scenario;
import scorescope.session.Session;
import scorescope.session.codec.Patches;
import scorescope.ui.control.Buttons;
import scorescope.ui.model.Cause;
import scorescope.ui.model.Message;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Words;

/** Failures to choose from, each a session made for it and one sentence on what to watch. */
final class FailureControls extends VBox {
    private final WorkbenchModel model;

    FailureControls(WorkbenchModel model) {
        this.model = model;
        var menu = Buttons.explain(
                new MenuButton(Words.text("ui.failure.choose-failure")),
                Words.text("ui.failure.failures-worth-showing"),
                Words.text("ui.failure.sets-up-session-which-sampling"));
        menu.setId("sample-failures");
        menu.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(menu, Priority.ALWAYS);
        for (var scenario : FailureCatalog.ALL) {
            var item = new MenuItem(scenario.title());
            item.setId("failure-" + scenario.id());
            item.setOnAction(_ -> show(scenario));
            menu.getItems().add(item);
        }
        getChildren().setAll(ParameterControls.line(Words.text("ui.failure.failures"), menu));
    }

    /** Whether a session is still as the scenario sets it up, whatever step its run has come to. */
    private static boolean setUp(Scenario scenario, Session session) {
        var atStart = session.withSampler(session.sampler().at(OptionalInt.empty()));
        return Patches.apply(atStart, scenario.patch()).equals(atStart);
    }

    private void show(Scenario scenario) {
        if (model.edit(session -> Patches.apply(session, scenario.patch()))) {
            model.show(Message.note(scenario.watch()).because(new Cause.Scene(now -> setUp(scenario, now))));
        }
    }
}
