package scorescope.ui.inspector;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Parameter;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.plot.guide.Numbers;
import scorescope.session.Session;
import scorescope.session.SessionParameters;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Explanations;
import scorescope.ui.control.Icon;
import scorescope.ui.control.SpeedMenu;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.TrainingController;
import scorescope.ui.model.TrainingStatus;
import scorescope.ui.model.TrainingStatus.Phase;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Page of the training: controls, state, and settings of network and optimisation. */
final class TrainPanel {
    static final List<Parameter<?>> FIRST = List.of(
            TrainingParameters.OBJECTIVE,
            TrainingParameters.PREDICTION,
            TrainingParameters.NOISE,
            TrainingParameters.ACTIVATION,
            TrainingParameters.STEPS,
            TrainingParameters.BATCH,
            TrainingParameters.LEARNING_RATE);
    /** Owner's name of the parameters of training levels. */
    private static final String LEVELS_ID = "training.levels";

    private static final List<Parameter<?>> LEVELS =
            List.of(SessionParameters.LEVEL_COUNT, SessionParameters.LEVEL_MAX, SessionParameters.LEVEL_MIN);

    /** Training steps per second, up to unlimited. */
    private static final List<Double> SPEEDS = List.of(1.0, 5.0, 30.0, 200.0, Double.POSITIVE_INFINITY);

    private final WindowModel model;
    private final Panel panel;
    private final Label progress = new Label();
    private final Label figures = new Label();

    TrainPanel(WindowModel model, TrainingController training, Dialogs dialogs) {
        this.model = model;
        var first = new ParameterControls("train-", edits());
        var more = new ParameterControls("train-", edits());
        var levels = new ParameterControls("train-levels-", levelEdits());
        var hidden = hidden();
        var average = new CheckBox(Words.text("ui.train.show-averaged-weights"));
        average.setId("train-average");
        Explanations.offer(average, Words.text("ui.train.score-moving-average-w-bar-weights"));
        average.setSelected(true);
        average.managedProperty().bind(average.visibleProperty());
        average.selectedProperty().subscribe(training::showAverage);
        progress.setId("train-progress");
        progress.setWrapText(true);
        figures.setId("train-figures");
        figures.getStyleClass().add("mute");
        figures.setWrapText(true);
        figures.managedProperty().bind(figures.textProperty().isNotEmpty());
        panel = new Panel(
                        "train",
                        Words.text("ui.rail.train"),
                        buttons(training),
                        progress,
                        files(training, dialogs),
                        figures,
                        average,
                        first,
                        ParameterControls.comparable(
                                ParameterControls.line(Words.text("ui.train.hidden-layers"), hidden),
                                "train-",
                                SessionParameters.HIDDEN,
                                this::compareWidths))
                .more(Words.text("ui.train.more-settings"), more, levels);
        model.sessionProperty().map(Session::training).subscribe(settings -> {
            var acting = TrainingParameters.relevant(settings.scalars()).stream()
                    .collect(Collectors.partitioningBy(FIRST::contains));
            first.show(acting.get(true), settings.scalars());
            more.show(acting.get(false), settings.scalars());
            average.setVisible(settings.ema() > 0);
            levels.show(LEVELS_ID, LEVELS, levelValues(settings.levels()));
            hidden.setText(settings.hidden().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        });
        model.onNotation(() -> levels.show(
                LEVELS_ID, LEVELS, levelValues(model.session().training().levels())));
        model.trainingProperty().subscribe(this::say);
    }

    Panel panel() {
        return panel;
    }

    private HBox buttons(TrainingController training) {
        var play = Buttons.icon("train-play", Icon.PLAY, Words.text("ui.train.train-pause-t"), training::startOrPause);
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
                Buttons.icon("train-step", Icon.STEP, Words.text("ui.train.training-step"), training::step),
                Buttons.icon(
                        "train-reset",
                        Icon.RESET,
                        Words.text("ui.train.forget-what-was-learned-begin"),
                        training::reset),
                SpeedMenu.perSecond(
                        "train-speed",
                        training.paceProperty(),
                        SPEEDS,
                        Words.text("ui.train.how-many-training-steps-second")));
        line.getStyleClass().add("buttons");
        return line;
    }

    private HBox files(TrainingController training, Dialogs dialogs) {
        var save = Buttons.pill(
                "train-save",
                Words.text("ui.train.save-weights"),
                Words.text("ui.train.keeps-training-stands-npz-file"),
                () -> dialogs.saveWeights("weights" + TrainingController.ENDING).ifPresent(training::save));
        model.trainingProperty().subscribe(status -> save.setDisable(status.step() == 0));
        var line = new HBox(
                save,
                Buttons.pill(
                        "train-open",
                        Words.text("ui.train.open-weights"),
                        Words.text("ui.train.goes-saved-training-to-same"),
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
                        ? Words.text("ui.train.step", status.step(), status.steps())
                        : status.advice());
        figures.setText(figures(status));
        panel.stateProperty()
                .set(
                        switch (status.phase()) {
                            case IDLE -> Words.text("ui.train.not-started");
                            case RUNNING -> Words.text("ui.train.running-dot-steps-over-s", status.stepsPerSecond());
                            case PAUSED -> Words.text("ui.train.paused");
                            case FINISHED -> Words.text("ui.train.finished");
                            case ELSEWHERE -> Words.text("ui.train.elsewhere");
                            case STALE -> Words.text("ui.train.needs-reset");
                            case FAILED -> Words.text("ui.train.stopped");
                        });
    }

    private static String figures(TrainingStatus status) {
        var text = new StringBuilder();
        if (!Double.isNaN(status.loss())) {
            text.append(Words.text("ui.train.loss", status.loss()));
        }
        if (!Double.isNaN(status.error().value())) {
            text.append(Words.text(
                    "ui.train.dot-error-percent-this-sigma",
                    Numbers.holding(status.error().times(100), 3)));
        }
        return text.toString().replace('-', '−');
    }

    private TextField hidden() {
        var field = Buttons.explain(
                new TextField(),
                Words.text("ui.train.hidden-layers"),
                Words.text("ui.train.widths-hidden-layers-first-to"));
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

    /** Begins a comparison of widths of hidden layers; all layers of a network are equally wide. */
    private void compareWidths() {
        var present = model.session().training().hidden();
        var edits = new DragEdits(model, (session, _, raw) -> {
            var training = session.training();
            int width = Math.toIntExact(SessionParameters.HIDDEN.parse(raw, "training.hidden"));
            return session.withTraining(new TrainingSettings(
                    training.scalars(), Collections.nCopies(present.size(), width), training.levels()));
        });
        edits.compare(SessionParameters.HIDDEN, (long) present.getFirst());
    }

    private static List<Integer> widths(String text) {
        var widths = java.util.Arrays.stream(text.split("[,;\\s]+", -1))
                .filter(word -> !word.isBlank())
                .map(word -> Math.toIntExact(SessionParameters.HIDDEN.parse(word, "training.hidden")))
                .toList();
        if (widths.isEmpty()) {
            throw new BadInputException(
                    "training.hidden",
                    Words.text("ui.train.no-widths"),
                    Words.text("ui.train.give-least-such-256-256"));
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
                throw new BadInputException(
                        "training.levels",
                        Words.text("ui.train.min-above-max"),
                        Words.text("ui.train.use-smaller-min"));
            }
            return session.withTraining(new TrainingSettings(
                    session.training().scalars(), session.training().hidden(), levels));
        });
    }
}
