package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import scorescope.ui.background.Background;
import scorescope.ui.background.ConflatingWorker;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.Pulses;
import scorescope.ui.control.BusyStrip;
import scorescope.ui.control.Buttons;
import scorescope.ui.model.Message;
import scorescope.ui.model.WindowModel;
import scorescope.ui.model.reading.MeasureReading;
import scorescope.words.Words;

/**
 * Table of distances between particles and density, each with its definition as tooltip. They are computed in the background,
 * at most twice a second and only while the table is shown.
 */
final class MeasureTable extends VBox implements AutoCloseable {
    private static final long PAUSE_NANOS = 500_000_000L;
    private static final int COLUMNS = 4;

    /** Longest text, in characters, that is never cut; the shares of many modes are longer. */
    private static final int WHOLE = 8;

    private final WindowModel model;
    private final GridPane table = new GridPane();
    private final Label advice = new Label(Words.text("ui.measure.press-play-particles-measured-against"));
    private final Label levels = new Label();
    private final BusyStrip busy = new BusyStrip("measure-busy", this::giveUp);
    private final Background background;
    private final Pulses.Delay pause;
    private final Pulses.Listener pulses;
    private boolean seen;
    private Optional<ConflatingWorker<MeasureReading.Request, Readings>> worker = Optional.empty();

    /** Result of one measurement; reused. */
    private static final class Readings {
        private List<MeasureReading.Row> rows = List.of();
        private String levels = "";
    }

    MeasureTable(WindowModel model, Background background) {
        this.model = model;
        this.background = background;
        pause = background.pulses().delay(PAUSE_NANOS, this::ask);
        pulses = background.pulses().listen(this::show);
        table.setId("measure-table");
        table.setHgap(6);
        // Numbers keep their width; names may be cut, with the whole name in the tooltip.
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(names);
        table.setVgap(4);
        advice.getStyleClass().add("mute");
        advice.setWrapText(true);
        getStyleClass().add("panel-body");
        getChildren().setAll(advice, levels, table, busy);
        levels.getStyleClass().add("mute");
        levels.setWrapText(true);
        levels.managedProperty().bind(levels.visibleProperty());
        model.sessionProperty().subscribe(_ -> changed());
        model.learnedScoreProperty().subscribe(_ -> changed());
        model.analyticParticlesProperty().subscribe(_ -> changed());
        model.learnedParticlesProperty().subscribe(_ -> changed());
    }

    /** Sets whether the table is shown; nothing is measured otherwise. */
    void attend(boolean shown) {
        seen = shown;
        changed();
    }

    private void changed() {
        if (seen) {
            pause.start();
        }
    }

    private void ask() {
        if (worker.isEmpty()) {
            worker = Optional.of(background.worker(
                    Work.MEASURES,
                    Readings::new,
                    (request, readings) -> {
                        readings.rows = MeasureReading.of(request);
                        readings.levels = MeasureReading.levels(request);
                    },
                    problem -> model.show(Message.problem(
                            Words.text("ui.measure.particles-cannot-measured", problem.getMessage())))));
        }
        worker.get()
                .request(new MeasureReading.Request(
                        model.exact(),
                        model.level(),
                        model.analyticParticlesProperty().get(),
                        model.learnedParticlesProperty().get(),
                        model.learnedScore()));
        pulses.wake();
    }

    /** Shows new measurements; returns whether one is pending. */
    private boolean show() {
        worker.ifPresent(measured -> measured.take(this::show));
        busy.show(worker.flatMap(ConflatingWorker::progress));
        return worker.filter(ConflatingWorker::pending).isPresent();
    }

    /** Cancels the present measurement; the next change requests another. */
    private void giveUp() {
        worker.ifPresent(ConflatingWorker::cancel);
        table.getChildren().clear();
        advice.setText(Words.text("ui.measure.given-up"));
        advice.setVisible(true);
        advice.setManaged(true);
    }

    private void show(Readings readings) {
        var cells = new ArrayList<Label>();
        if (!readings.rows.isEmpty()) {
            place(
                    cells,
                    0,
                    List.of(
                            "",
                            Words.text("ui.measure.analytic"),
                            Words.text("ui.measure.learned"),
                            Words.text("ui.measure.chance")),
                    "");
        }
        for (int i = 0; i < readings.rows.size(); i++) {
            var row = readings.rows.get(i);
            place(cells, i + 1, List.of(row.name(), row.analytic(), row.learned(), row.chance()), row.definition());
        }
        table.getChildren().setAll(cells);
        boolean particles = readings.rows.size() > 1;
        levels.setText(readings.levels);
        levels.setVisible(particles && !readings.levels.isEmpty());
        advice.setText(Words.text("ui.measure.press-play-particles-measured-against"));
        advice.setVisible(!particles);
        advice.setManaged(!particles);
    }

    private static void place(List<Label> cells, int row, List<String> values, String definition) {
        for (int column = 0; column < COLUMNS; column++) {
            var cell = new Label(values.get(column));
            if (column > 0 && values.get(column).length() <= WHOLE) {
                cell.setMinWidth(Region.USE_PREF_SIZE);
                GridPane.setHalignment(cell, HPos.RIGHT);
            }
            if (column == 0 || column == COLUMNS - 1 || row == 0) {
                cell.getStyleClass().add("mute");
            }
            if (!definition.isEmpty()) {
                Buttons.explain(cell, values.getFirst(), definition);
            }
            GridPane.setConstraints(cell, column, row);
            cells.add(cell);
        }
    }

    @Override
    public void close() {
        pause.close();
        pulses.close();
        worker.ifPresent(ConflatingWorker::close);
    }
}
