package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.study.Comparison;
import scorescope.session.Session;
import scorescope.session.SessionParameters;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** The values of the parameter that the session's lanes compare: they can be changed, added and removed. */
final class LaneControls extends VBox {
    private final WindowModel model;
    private final Label title = new Label();
    private final VBox rows = new VBox();
    private final HBox heading;
    private final Label about = Panel.note();
    private final List<ParameterControls> controls = new ArrayList<>();
    private Optional<Parameter<?>> compared = Optional.empty();

    LaneControls(WindowModel model) {
        this.model = model;
        setId("lanes");
        getStyleClass().add("panel-body");
        heading = Panel.heading("", add(), end());
        heading.getChildren().set(0, title);
        title.getStyleClass().add("strong");
        title.setId("lanes-title");
        rows.getStyleClass().add("panel-body");
        getChildren().setAll(heading, about, rows);
        managedProperty().bind(visibleProperty());
        model.sessionProperty().subscribe(this::show);
        model.onNotation(() -> {
            compared = Optional.empty();
            show(model.session());
        });
    }

    private Button add() {
        return Buttons.flat(
                "lanes-add",
                Icon.ADD,
                Words.text("ui.compare.add"),
                () -> model.edit(session ->
                        Comparison.in(session).map(now -> now.longer(session)).orElse(session)));
    }

    private Button end() {
        return Buttons.flat("lanes-end", Icon.CLOSE, Words.text("ui.compare.end"), () -> model.edit(Comparison::end));
    }

    private void show(Session session) {
        setVisible(!session.lanes().isEmpty());
        var now = Comparison.in(session);
        var parameter = now.<Parameter<?>>map(Comparison::parameter);
        if (!parameter.equals(compared)
                || controls.size() != now.map(one -> one.values().size()).orElse(0)) {
            compared = parameter;
            controls.clear();
            rows.getChildren().clear();
            now.ifPresent(one -> {
                for (int lane = 0; lane < one.values().size(); lane++) {
                    rows.getChildren().add(row(lane));
                }
            });
        }
        title.setText(now.map(one -> Words.text("ui.compare.lanes", ParameterWords.spoken(one.parameter())))
                .orElse(Words.text("ui.compare.other-lanes")));
        heading.lookup("#lanes-add")
                .setDisable(now.isEmpty() || session.lanes().size() >= SessionParameters.MOST_LANES);
        about.setText(
                now.isPresent()
                        ? Words.text("ui.compare.same-start")
                        : session.lanes().stream()
                                .map(lane -> Words.text("ui.compare.item", lane.named()))
                                .reduce((a, b) -> a + "\n" + b)
                                .orElse(""));
        now.ifPresent(one -> {
            for (int lane = 0; lane < controls.size(); lane++) {
                controls.get(lane)
                        .show(
                                one.path(),
                                List.of(one.parameter()),
                                Parameters.NONE.with(one.parameter(), one.value(lane)));
            }
        });
    }

    private HBox row(int lane) {
        var edits = new DragEdits(
                model,
                (session, _, raw) -> Comparison.in(session)
                        .map(now -> now.with(session, lane, raw))
                        .orElse(session),
                false);
        var value = new ParameterControls("lane-" + (lane + 1) + "-", edits);
        HBox.setHgrow(value, Priority.ALWAYS);
        controls.add(value);
        var remove = Buttons.flat(
                "lane-" + (lane + 1) + "-remove",
                Icon.CLOSE,
                Words.text("ui.compare.remove"),
                () -> model.edit(session -> Comparison.in(session)
                        .map(now -> now.without(session, lane))
                        .orElse(session)));
        var row = new HBox(value, remove);
        row.getStyleClass().add("lane");
        return row;
    }
}
