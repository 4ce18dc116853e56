package scorescope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import scorescope.ui.background.Pulses;
import scorescope.ui.chart.TrainingCharts;
import scorescope.ui.command.CommandKeys;
import scorescope.ui.command.CommandRegistry;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.model.WorkbenchModel;
import scorescope.ui.noise.NoiseBar;
import scorescope.ui.noise.NoiseReadouts;
import scorescope.ui.palette.PaletteEntries;
import scorescope.ui.palette.PaletteView;
import scorescope.ui.stage.StageView;
import scorescope.ui.study.StudyView;
import scorescope.ui.transport.StudyRow;
import scorescope.ui.transport.TransportRow;

/** Everything inside the window's frame. Made without a stage, so that tests and snapshots can have it too. */
public final class MainWindow implements AutoCloseable {
    /** The least size of the window in logical pixels: controls fold down to it, none is cut off. */
    public static final double MIN_WIDTH = 800;

    public static final double MIN_HEIGHT = 480;

    /** Lower windows leave the height to the stage. */
    private static final double ROOM_FOR_CHARTS = 520;

    private final AppContext context;
    private final WorkbenchModel model;
    private final SessionFiles files;
    private final FileOpening opening;
    private final SessionCopies copies;
    private final CommandRegistry commands;
    private final PaletteView palette;
    private final Inspector inspector;
    private final StageView stage;
    private final NoiseBar noiseBar;
    private final TransportRow transport;
    private final StudyView study;
    private final StudyRow studyRow;
    private final StudiesPlace studies;
    private final BorderPane root = new BorderPane();
    private final StackPane window;
    private final Pulses.Listener pulses;
    private final ComposerPlace composer;
    private final AnimationExport animation;
    private boolean meterShown;

    /** @param recovery where unsaved work is kept when the window closes; other files of the program stand beside it */
    public MainWindow(AppContext context, Dialogs dialogs, Path recovery) {
        this.context = context;
        model = context.model();
        files = new SessionFiles(model, dialogs, recovery, UnsavedTraining.of(context.training()));
        opening = new FileOpening(
                model, files, context.training(), dialogs, new RecentFiles(recovery.resolveSibling("recent.txt")));
        var background = context.background();
        pulses = background.pulses().listen(this::pulse);
        inspector =
                new Inspector(model, background, context.training(), context.player(), dialogs, files::importPoints);
        stage = new StageView(model, background);
        noiseBar = new NoiseBar(model, background, context.player());
        transport = new TransportRow(model, background, context.player());
        study = new StudyView(model, background, context.studies());
        studyRow = new StudyRow(context.studies());
        context.studies().chosenProperty().subscribe(chosen -> showStudy(chosen.isPresent()));
        copies = new SessionCopies(context, this::picture);
        animation = new AnimationExport(context, dialogs);
        var framed = new StackPane(stage, study, animation.strip());
        framed.getStyleClass().add("framed");
        VBox.setVgrow(framed, Priority.ALWAYS);
        new NoiseReadouts(model).addTo(transport);
        transport.foldReadout();
        new NoiseReadouts(model).addTo(studyRow);
        studyRow.foldReadout();
        var controls = new VBox(noiseBar, transport, studyRow);
        controls.getStyleClass().add("controls");
        var charts = new TrainingCharts(model, context.training());
        var bench = new VBox(framed, charts, controls);
        charts.visibleProperty()
                .bind(inspector
                        .shownProperty()
                        .isEqualTo(Optional.of(Inspector.Page.TRAIN))
                        .and(bench.heightProperty().greaterThan(ROOM_FOR_CHARTS)));
        // What does not fit is folded by the rows themselves.
        bench.setMinWidth(0);
        bench.getStyleClass().add("bench");
        composer = new ComposerPlace(context, dialogs, root, files::current);
        var content = new BorderPane(bench);
        content.setRight(inspector);
        studies = new StudiesPlace(context, content);
        commands = WindowCommands.of(this, context);
        root.setTop(new Header(commands, context, opening));
        root.setCenter(studies.node());
        palette =
                new PaletteView(new PaletteEntries(
                        commands,
                        model,
                        new PaletteEntries.Choices(
                                studies::open, inspector::showFailure, files::openNamed, opening::recent))::now);
        window = new StackPane(root, new MessageStrip(model), palette);
        pulses.wake();
    }

    /** The first listener of pulses, so that results of engines are drawn in the same pulse. Always awake, since results may come at any time. */
    private boolean pulse() {
        context.pulse(System.nanoTime(), stage.behind());
        return true;
    }

    /** A study has the stage's place and the transport's. */
    private void showStudy(boolean shown) {
        stage.setVisible(!shown);
        study.setVisible(shown);
        for (var row : List.of(transport, studyRow)) {
            row.setVisible(shown == (row == studyRow));
            row.setManaged(row.isVisible());
        }
    }

    private Node picture() {
        return context.studies().shown() ? study : stage;
    }

    public Parent root() {
        return window;
    }

    /** A scene of it, in the model's theme, with its keys. */
    public Scene scene(double width, double height) {
        var scene = new Scene(window, width, height);
        model.themeProperty().subscribe(theme -> ThemeStyles.apply(scene, theme));
        new CommandKeys(
                        commands,
                        command -> !composing()
                                && !palette.isVisible()
                                && (!covered() || command.id().equals("leave-study")),
                        this::covered)
                .listenIn(scene);
        FileDrops.take(window, opening);
        return scene;
    }

    public SessionFiles files() {
        return files;
    }

    /** All that the window can do. */
    public CommandRegistry commands() {
        return commands;
    }

    FileOpening opening() {
        return opening;
    }

    SessionCopies copies() {
        return copies;
    }

    Inspector inspector() {
        return inspector;
    }

    /** Opens the figure composer. */
    void compose() {
        composer.take();
    }

    /** Whether the figure composer has the stage's place: plain keys are its own then. */
    private boolean composing() {
        return composer.taken();
    }

    /** Saves what the stage shows as an animation. */
    void animate() {
        animation.ask();
    }

    void switchTheme() {
        model.themeProperty().set(model.theme().other());
    }

    void playOrPause() {
        if (context.studies().shown()) {
            context.studies().playOrPause();
        } else {
            transport.playOrPause();
        }
    }

    void singleStep() {
        if (context.studies().shown()) {
            context.studies().step();
        } else {
            transport.singleStep();
        }
    }

    void restart() {
        if (context.studies().shown()) {
            context.studies().restart();
        } else {
            context.player().reset();
        }
    }

    void notch(int notches, boolean fine) {
        noiseBar.notch(notches, fine);
    }

    /** Shows the page of all studies. */
    void showStudies() {
        studies.show(true);
    }

    /** Whether the page of studies covers the stage: plain keys are its own then. */
    private boolean covered() {
        return studies.shown();
    }

    /** From a study to the one so many places later in the course. */
    void turnStudy(int by) {
        studies.turn(by);
    }

    boolean canLeave() {
        return studies.shown() || context.studies().shown();
    }

    /** Back to the stage, from a study or the page of studies. */
    void leave() {
        if (studies.shown()) {
            studies.show(false);
        } else {
            context.studies().show(Optional.empty());
        }
    }

    void toggleFrameMeter() {
        meterShown = !meterShown;
        stage.showMeter(meterShown);
    }

    boolean frameMeterShown() {
        return meterShown;
    }

    void showKeys() {
        KeysCard.showOver(root, commands);
    }

    void showPalette() {
        if (palette.isVisible()) {
            palette.close();
        } else {
            palette.open();
        }
    }

    /** Keeps what is not saved. Whether the window may close: the work is kept, or a person was told that it could not be. */
    public boolean mayClose() {
        return files.keepUnsaved();
    }

    @Override
    public void close() {
        pulses.close();
        stage.close();
        study.close();
        studies.close();
        noiseBar.close();
        inspector.close();
        composer.close();
        context.close();
    }

    /** Draws the stage and the noise bar as the session stands now: for a picture taken without a running clock. */
    void drawNow() {
        context.player().awaitRest();
        context.pulse(System.nanoTime(), false);
        window.applyCss();
        window.layout();
        stage.drawNow();
        study.drawNow();
        noiseBar.drawNow();
        inspector.drawNow();
        composer.drawNow();
    }
}
