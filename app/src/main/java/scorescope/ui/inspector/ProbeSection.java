package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import scorescope.plot.layer.ProbePoint;
import scorescope.ui.control.Buttons;
import scorescope.ui.model.ProbeReading;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Words;

/** What is known at the probe: the score, every prediction by the analytic and the learned score, SURE, the posterior. */
final class ProbeSection {
    private final WorkbenchModel model;
    private final GridPane table = new GridPane();
    private final Section section;

    ProbeSection(WorkbenchModel model, boolean open) {
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
        section = new Section("probe", Words.text("ui.probe.probe"), open, shown, table);
        section.openProperty().subscribe(_ -> refresh());
        model.sessionProperty().subscribe(session -> {
            boolean nowShown = ProbePoint.shown(session.view());
            if (nowShown && !shown.isSelected()) {
                section().openProperty().set(true);
            }
            shown.setSelected(nowShown);
            refresh();
        });
        model.learnedScoreProperty().subscribe(_ -> refresh());
    }

    Section section() {
        return section;
    }

    private void refresh() {
        var view = model.session().view();
        var at = ProbePoint.of(view);
        section.summaryProperty().set(at.map(ProbeSection::place).orElse(Words.text("ui.probe.hidden")));
        var rows = at.isPresent() && section.openProperty().get()
                ? ProbeReading.of(model.exact(), model.process(), model.level(), model.learnedScore(), at.get())
                : List.<ProbeReading.Row>of();
        table.setVisible(!rows.isEmpty());
        table.setManaged(!rows.isEmpty());
        var cells = new ArrayList<Label>();
        if (!rows.isEmpty()) {
            place(cells, 0, "", "analytic", Optional.of("learned"), "");
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
