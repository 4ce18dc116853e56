package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import scorescope.plot.layer.ProbePoint;
import scorescope.ui.control.Buttons;
import scorescope.ui.model.WindowModel;
import scorescope.ui.model.reading.ProbeReading;
import scorescope.words.Words;

/** Values at the probe: score, predictions by the analytic and the learned score, SURE, posterior. */
final class ProbeTable extends VBox {
    private final WindowModel model;
    private final GridPane table = new GridPane();
    private final Label place = new Label();
    private boolean seen;

    ProbeTable(WindowModel model) {
        this.model = model;
        var shown = Buttons.explain(
                new CheckBox(Words.text("ui.probe.show-probe-p")),
                Words.text("ui.probe.probe"),
                Words.text("ui.probe.noisy-point-x-tilde-stage-to"));
        shown.setId("probe-shown");
        shown.setOnAction(_ -> model.edit(s -> s.withView(ProbePoint.shown(s.view(), shown.isSelected()))));
        table.setId("probe-table");
        table.setHgap(10);
        table.setVgap(4);
        getStyleClass().add("panel-body");
        getChildren().setAll(Panel.heading(Words.text("ui.probe.probe"), place), shown, table);
        place.getStyleClass().add("mute");
        model.sessionProperty().subscribe(session -> {
            shown.setSelected(ProbePoint.shown(session.view()));
            refresh();
        });
        model.learnedScoreProperty().subscribe(_ -> refresh());
    }

    /** Sets whether the table is shown; nothing is computed otherwise. */
    void attend(boolean now) {
        seen = now;
        refresh();
    }

    private void refresh() {
        var view = model.session().view();
        var at = ProbePoint.of(view);
        place.setText(at.map(ProbeTable::place).orElse(Words.text("ui.probe.hidden")));
        var rows = at.isPresent() && seen
                ? ProbeReading.of(model.exact(), model.process(), model.level(), model.learnedScore(), at.get())
                : List.<ProbeReading.Row>of();
        table.setVisible(!rows.isEmpty());
        table.setManaged(!rows.isEmpty());
        var cells = new ArrayList<Label>();
        if (!rows.isEmpty()) {
            place(cells, 0, "", Words.text("ui.measure.analytic"), Optional.of(Words.text("ui.measure.learned")), "");
        }
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            place(cells, i + 1, row.name(), row.analytic(), row.learned(), row.definition());
        }
        table.getChildren().setAll(cells);
    }

    private static void place(
            List<Label> cells, int row, String name, String analytic, Optional<String> learned, String definition) {
        var values = List.of(name, analytic, learned.orElse("–"));
        for (int column = 0; column < values.size(); column++) {
            var cell = new Label(values.get(column));
            if (column == 0 || row == 0) {
                cell.getStyleClass().add("mute");
            }
            if (!definition.isEmpty()) {
                Buttons.explain(cell, name, definition);
            }
            GridPane.setConstraints(cell, column, row);
            cells.add(cell);
        }
    }

    private static String place(ProbePoint at) {
        return ProbeReading.pair(at.x(), at.y());
    }
}
