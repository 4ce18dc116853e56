package scorescope.ui.inspector;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Parameter;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.session.Session;
import scorescope.session.SessionParameters;
import scorescope.ui.chart.LevelLossChart;
import scorescope.ui.chart.LossChart;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.control.SpeedMenu;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.TrainingController;
import scorescope.ui.model.TrainingStatus;
import scorescope.ui.model.TrainingStatus.Phase;
import scorescope.ui.model.WorkbenchModel;

/** The network and how it learns, the loss while it does. */
final class TrainSection {
    private static final List<Parameter<?>> FIRST = List.of(
            TrainingParameters.OBJECTIVE,
            TrainingParameters.PREDICTION,
            TrainingParameters.ACTIVATION,
            TrainingParameters.STEPS,
            TrainingParameters.LEARNING_RATE);
    private static final List<Parameter<?>> LEVELS =
            List.of(SessionParameters.LEVEL_COUNT, SessionParameters.LEVEL_MAX, SessionParameters.LEVEL_MIN);

    /** Steps a second: slow enough to follow each, and so on to all there can be. */
    private static final List<Double> SPEEDS = List.of(1.0, 5.0, 30.0, 200.0, Double.POSITIVE_INFINITY);

    private final WorkbenchModel model;
    private final Section section;
    private final Label progress = new Label();
    private final Label figures = new Label();

    TrainSection(WorkbenchModel model, TrainingController training, Dialogs dialogs, boolean open) {
        this.model = model;
        var first = new ParameterControls("train-", edits());
        var more = new ParameterControls("train-", edits());
        var levels = new ParameterControls("train-levels-", levelEdits());
        var hidden = hidden();
        var rest = new VBox(more, levels);
        rest.setVisible(false);
        rest.managedProperty().bind(rest.visibleProperty());
        var moreButton = new Button("More settings");
        moreButton.setId("train-more");
        moreButton.getStyleClass().add("pill");
        moreButton.setOnAction(event -> {
            rest.setVisible(!rest.isVisible());
            moreButton.setText(rest.isVisible() ? "Fewer settings" : "More settings");
        });
        var chart = new LossChart();
        training.lossesProperty()
                .subscribe(losses -> chart.show(losses, model.training().steps()));
        var levelChart = new LevelLossChart();
        training.levelLossesProperty().subscribe(levelChart::show);
        model.themeProperty().subscribe(theme -> {
            chart.use(theme.palette());
            levelChart.use(theme.palette());
        });
        var average = new CheckBox("Show the averaged weights");
        average.setId("train-average");
        average.setTooltip(new Tooltip("The score of the moving average w̄ of the weights, or of the newest weights"));
        average.setSelected(true);
        average.managedProperty().bind(average.visibleProperty());
        average.selectedProperty().subscribe(training::showAverage);
        progress.setId("train-progress");
        progress.setWrapText(true);
        figures.setId("train-figures");
        figures.getStyleClass().add("mute");
        figures.setWrapText(true);
        figures.managedProperty().bind(figures.textProperty().isNotEmpty());
        section = new Section(
                "train",
                "Train",
                open,
                // Above the charts, which come and grow while it trains: a button must not move away under the hand.
                buttons(training),
                progress,
                files(training, dialogs),
                figures,
                chart,
                levelChart,
                average,
                first,
                ParameterControls.line("Hidden layers", hidden),
                moreButton,
                rest);
        model.sessionProperty().map(Session::training).subscribe(settings -> {
            first.show(FIRST, settings.scalars());
            more.show(
                    TrainingParameters.relevant(settings.scalars()).stream()
                            .filter(parameter -> !FIRST.contains(parameter))
                            .toList(),
                    settings.scalars());
            average.setVisible(settings.ema() > 0);
            levels.show(LEVELS, levelValues(settings.levels()));
            hidden.setText(
                    settings.hidden().stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(", ")));
        });
        model.trainingProperty().subscribe(this::say);
    }

    Section section() {
        return section;
    }

    private HBox buttons(TrainingController training) {
        var play = Buttons.icon("train-play", Icon.PLAY, "Train or pause (T)", training::startOrPause);
        var running = new boolean[] {true};
        model.trainingProperty().subscribe(status -> {
            if (status.running() != running[0]) {
                running[0] = status.running();
                play.setGraphic((running[0] ? Icon.PAUSE : Icon.PLAY).picture());
                play.getStyleClass().remove("on");
                if (running[0]) {
                    play.getStyleClass().add("on");
                }
            }
        });
        var line = new HBox(
                play,
                Buttons.icon("train-step", Icon.STEP, "One training step", training::step),
                Buttons.icon("train-reset", Icon.RESET, "Forget what was learned, begin anew", training::reset),
                SpeedMenu.perSecond(
                        "train-speed",
                        training.paceProperty(),
                        SPEEDS,
                        "How many training steps a second at most: slow ones can be followed one by one"));
        line.getStyleClass().add("buttons");
        return line;
    }

    private HBox files(TrainingController training, Dialogs dialogs) {
        var save = Buttons.pill(
                "train-save",
                "Save weights…",
                "Keeps the training as it stands in an NPZ file: weights, optimizer, losses and the session",
                () -> dialogs.saveWeights("weights" + TrainingController.ENDING).ifPresent(training::save));
        model.trainingProperty().subscribe(status -> save.setDisable(status.step() == 0));
        var line = new HBox(
                save,
                Buttons.pill(
                        "train-open",
                        "Open weights…",
                        "Goes on with a saved training, to the same result as if it had never stopped",
                        () -> dialogs.openWeights().ifPresent(training::open)));
        line.getStyleClass().add("buttons");
        return line;
    }

    private void say(TrainingStatus status) {
        progress.getStyleClass().remove("problem-text");
        if (status.phase() == Phase.STALE || status.phase() == Phase.FAILED) {
            progress.getStyleClass().add("problem-text");
        }
        progress.setText(
                status.advice().isEmpty()
                        ? String.format(Locale.ROOT, "step %,d of %,d", status.step(), status.steps())
                        : status.advice());
        figures.setText(figures(status));
        section.summaryProperty()
                .set(
                        switch (status.phase()) {
                            case IDLE -> "not started";
                            case RUNNING ->
                                String.format(Locale.ROOT, "running · %.0f steps/s", status.stepsPerSecond());
                            case PAUSED -> "paused";
                            case FINISHED -> "finished";
                            case STALE -> "needs a reset";
                            case FAILED -> "stopped";
                        });
    }

    private static String figures(TrainingStatus status) {
        var text = new StringBuilder();
        if (!Double.isNaN(status.loss())) {
            text.append(String.format(Locale.ROOT, "loss %.3g", status.loss()));
        }
        if (!Double.isNaN(status.error())) {
            text.append(String.format(Locale.ROOT, " · error %.1f %% at this σ", 100 * status.error()));
        }
        return text.toString().replace('-', '−');
    }

    private TextField hidden() {
        var field = Buttons.explain(
                new TextField(), "Hidden layers", "Widths of the hidden layers, first to last, such as 256, 256, 256.");
        field.setId("train-hidden");
        HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
        Runnable take = () -> model.edit(session -> session.withTraining(new TrainingSettings(
                session.training().scalars(),
                widths(field.getText()),
                session.training().levels())));
        field.setOnAction(event -> take.run());
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                take.run();
            }
        });
        return field;
    }

    private static List<Integer> widths(String text) {
        var widths = java.util.Arrays.stream(text.split("[,;\\s]+", -1))
                .filter(word -> !word.isBlank())
                .map(word -> Math.toIntExact(SessionParameters.HIDDEN.parse(word, "training.hidden")))
                .toList();
        if (widths.isEmpty()) {
            throw new BadInputException("training.hidden", "no widths", "give at least one, such as 256, 256, 256");
        }
        return widths;
    }

    private static scorescope.core.parameter.Parameters levelValues(TrainingSettings.Levels levels) {
        return scorescope.core.parameter.Parameters.NONE
                .with(SessionParameters.LEVEL_COUNT, (long) levels.count())
                .with(SessionParameters.LEVEL_MAX, levels.max())
                .with(SessionParameters.LEVEL_MIN, levels.min());
    }

    private ParameterEdits edits() {
        return new DragEdits(
                model,
                (session, parameter, raw) -> session.withTraining(new TrainingSettings(
                        session.training().scalars().with(parameter, raw),
                        session.training().hidden(),
                        session.training().levels())));
    }

    private ParameterEdits levelEdits() {
        return new DragEdits(model, (session, parameter, raw) -> {
            var values = levelValues(session.training().levels()).with(parameter, raw);
            var levels = new TrainingSettings.Levels(
                    Math.toIntExact(values.get(SessionParameters.LEVEL_COUNT)),
                    values.get(SessionParameters.LEVEL_MAX),
                    values.get(SessionParameters.LEVEL_MIN));
            if (levels.min() > levels.max()) {
                throw new BadInputException("training.levels", "min is above max", "use a smaller min");
            }
            return session.withTraining(new TrainingSettings(
                    session.training().scalars(), session.training().hidden(), levels));
        });
    }
}
