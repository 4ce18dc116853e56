package scorescope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import scorescope.ui.background.Pulses;
import scorescope.ui.chart.TrainingCharts;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.model.WorkbenchModel;
import scorescope.ui.noise.NoiseBar;
import scorescope.ui.noise.NoiseReadouts;
import scorescope.ui.stage.StageView;
import scorescope.ui.study.StudyView;
import scorescope.ui.transport.StudyRow;
import scorescope.ui.transport.TransportRow;

/** Everything inside the window's frame. Made without a stage, so that tests and snapshots can have it too. */
public final class MainWindow implements Commands, AutoCloseable {
    /** The least size of the window in logical pixels: controls fold down to it, none is cut off. */
    public static final double MIN_WIDTH = 800;

    public static final double MIN_HEIGHT = 480;

    /** Lower windows leave the height to the stage. */
    private static final double ROOM_FOR_CHARTS = 520;

    private final AppContext context;
    private final WorkbenchModel model;
    private final SessionFiles files;
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

    /** @param recovery where unsaved work is kept when the window closes */
    public MainWindow(AppContext context, Dialogs dialogs, Path recovery) {
        this.context = context;
        model = context.model();
        files = new SessionFiles(model, dialogs, recovery);
        var background = context.background();
        pulses = background.pulses().listen(this::pulse);
        inspector = new Inspector(model, background, context.training(), context.player(), dialogs, files::importPoints);
        stage = new StageView(model, background);
        noiseBar = new NoiseBar(model, background, context.player());
        transport = new TransportRow(model, background, context.player());
        study = new StudyView(model, background, context.studies());
        studyRow = new StudyRow(context.studies());
        context.studies().chosenProperty().subscribe(chosen -> showStudy(chosen.isPresent()));
        VBox.setVgrow(stage, Priority.ALWAYS);
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
        charts.managedProperty().bind(charts.visibleProperty());
        // What does not fit is folded by the rows themselves.
        bench.setMinWidth(0);
        bench.getStyleClass().add("bench");
        var header = new Header(this, model, new TrainingBadge(model, background, context.training()));
        composer = new ComposerPlace(context, dialogs, root, header, files::current);
        root.setTop(header);
        var content = new BorderPane(bench);
        content.setRight(inspector);
        studies = new StudiesPlace(context, content);
        root.setCenter(studies.node());
        window = new StackPane(root, new MessageStrip(model));
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

    /** The window's content. */
    public Parent root() {
        return window;
    }

    /** A scene of it, in the model's theme, with its keys. */
    public Scene scene(double width, double height) {
        var scene = new Scene(window, width, height);
        model.themeProperty().subscribe(theme -> ThemeStyles.apply(scene, theme));
        new Keys(this, model).listenIn(scene);
        return scene;
    }

    public SessionFiles files() {
        return files;
    }

    @Override
    public void open() {
        files.open();
    }

    @Override
    public void openRecipe(String id) {
        files.openNamed(id);
    }

    @Override
    public void save() {
        files.save();
    }

    @Override
    public void saveAs() {
        files.saveAs();
    }

    @Override
    public void importPoints() {
        files.importPoints();
    }

    @Override
    public void restore() {
        files.restoreKept();
    }

    @Override
    public boolean canRestore() {
        return files.hasKept();
    }

    @Override
    public void export() {
        composer.take();
    }

    @Override
    public void animate() {
        animation.ask();
    }

    @Override
    public boolean composing() {
        return composer.taken();
    }

    @Override
    public void switchTheme() {
        model.themeProperty().set(model.theme().other());
    }

    @Override
    public void playOrPause() {
        if (context.studies().shown()) {
            context.studies().playOrPause();
        } else {
            transport.playOrPause();
        }
    }

    @Override
    public void singleStep() {
        if (context.studies().shown()) {
            context.studies().step();
        } else {
            transport.singleStep();
        }
    }

    @Override
    public void train() {
        context.training().startOrPause();
    }

    @Override
    public void showStudies() {
        studies.show(true);
    }

    @Override
    public boolean covered() {
        return studies.shown();
    }

    @Override
    public boolean turnStudy(int by) {
        return studies.turn(by);
    }

    @Override
    public boolean leaveStudy() {
        if (studies.shown()) {
            studies.show(false);
            return true;
        }
        boolean shown = context.studies().shown();
        context.studies().show(Optional.empty());
        return shown;
    }

    @Override
    public void toggleInspector() {
        inspector.fold();
    }

    @Override
    public boolean inspectorShown() {
        return inspector.unfolded();
    }

    @Override
    public void showPage(Inspector.Page page) {
        inspector.show(page);
    }

    @Override
    public void toggleFrameMeter() {
        meterShown = !meterShown;
        stage.showMeter(meterShown);
    }

    @Override
    public boolean frameMeterShown() {
        return meterShown;
    }

    @Override
    public void showKeys() {
        KeysCard.showOver(root);
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

    @Override
    public void notch(int notches, boolean fine) {
        noiseBar.notch(notches, fine);
    }
}
