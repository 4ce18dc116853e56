package scorescope.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.plot.Viewport;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.ui.MainWindow;
import scorescope.ui.Workbench;
import scorescope.ui.model.Message;
import scorescope.ui.model.TrainingStatus.Phase;
import scorescope.ui.model.ViewMode;
import scorescope.ui.model.WorkbenchModel;
import scorescope.ui.stage.StageView;

/** What a person does in the window, done by a robot on the headless platform (a screen of 1000 × 1000). */
final class WorkbenchJourneyTest extends ApplicationTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 760;

    @TempDir
    private Path folder;

    private final AnsweredDialogs dialogs = new AnsweredDialogs();
    private final Set<Thread> before = new HashSet<>();
    private Stage stage;
    private Workbench workbench;
    private WorkbenchModel model;

    @Override
    public void start(Stage shown) {
        before.addAll(Thread.getAllStackTraces().keySet());
        stage = shown;
        workbench = Workbench.on(smallTraining(SessionDefaults.opening()));
        model = workbench.model();
        var window = new MainWindow(workbench, dialogs, folder.resolve("recovery.scorescope.json"));
        shown.setScene(window.scene(WIDTH, HEIGHT));
        shown.setOnHidden(event -> window.close());
        shown.show();
    }

    @Override
    public void stop() {
        stage.hide();
    }

    @Test
    void draggingTheNoiseBarChangesTheFieldOnTheStage() {
        int[] pictureBefore = stagePicture();
        double sigma = model.level().sigma();
        drag(lookup(".noise-thumb").<Node>query()).moveBy(80, 0).drop();
        assertTrue(
                model.level().sigma() > 1.5 * sigma,
                () -> "σ is " + model.level().sigma());
        until(() -> !Arrays.equals(pictureBefore, currentStagePicture()));
        assertFalse(model.interacting());
    }

    @Test
    void draggingAComponentChangesTheSessionAndUndoRestoresIt() {
        var opened = model.session();
        var component = model.mixture().components().get(1);
        drag(onScreen(component.meanX(), component.meanY())).moveBy(-60, 40).drop();
        var moved = model.mixture().components().get(1);
        assertTrue(moved.meanX() < component.meanX() - 0.3, () -> "mean is " + moved);
        assertTrue(moved.meanY() < component.meanY() - 0.2, () -> "mean is " + moved);
        clickOn("#undo");
        assertEquals(opened, model.session());
    }

    @Test
    void trainingHalvesTheLossAndPauses() {
        clickOn("#train-play");
        until(() -> model.training().running());
        until(() -> {
            var losses = workbench.desk().lossesProperty().get();
            return losses.size() > 0 && model.training().loss() < losses.get(0) / 2;
        });
        assertTrue(model.learnedScore().isPresent());
        clickOn("#train-play");
        until(() -> model.training().phase() == Phase.PAUSED || model.training().phase() == Phase.FINISHED);
        assertEquals(Phase.PAUSED, model.training().phase());
    }

    @Test
    void aTrainingIsSavedForgottenOpenedAndGoneOnWith() throws Exception {
        clickOn("#train-step");
        clickOn("#train-step");
        until(() -> model.training().step() == 2);
        dialogs.answer(folder.resolve("net"));
        clickOn("#train-save");
        var file = folder.resolve("net.npz");
        until(() -> Files.exists(file));
        clickOn("#train-reset");
        assertTrue(model.learnedScore().isEmpty());
        dialogs.answer(file);
        clickOn("#train-open");
        until(() -> model.training().step() == 2);
        assertTrue(model.learnedScore().isPresent());
        clickOn("#train-step");
        until(() -> workbench.desk().lossesProperty().get().size() == 3);

        var before = model.session();
        Files.writeString(file, "not weights");
        clickOn("#train-open");
        until(() -> model.messageProperty().get().stream().anyMatch(m -> m.tone() == Message.Tone.PROBLEM));
        assertTrue(model.messageProperty().get().orElseThrow().text().contains("choose a file"));
        assertSame(before, model.session());
        assertEquals(3, model.training().step());
    }

    @Test
    void whatWasLearnedIsNotShownForAnotherDistribution() {
        clickOn("#train-step");
        until(() -> model.learnedScore().isPresent());
        interact(() -> model.edit(s -> s.withDensity(new Session.DensitySpec.Preset("two-moons"))));
        assertTrue(model.learnedScore().isEmpty());
        assertEquals(Phase.STALE, model.training().phase());
    }

    @Test
    void theExportedSvgIsXmlThatDrawsSomething() throws Exception {
        var svg = folder.resolve("figure.svg");
        dialogs.answer(svg);
        clickOn("#export");
        until(() -> Files.exists(svg));
        var parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var document = parsers.newDocumentBuilder().parse(svg.toFile());
        assertEquals(
                "svg",
                document.getDocumentElement().getLocalName() == null
                        ? document.getDocumentElement().getTagName()
                        : document.getDocumentElement().getLocalName());
        assertTrue(document.getElementsByTagName("path").getLength() > 3);
    }

    @Test
    void aBadSessionIsAnInlineMessageAndLeavesTheSessionAlone() throws Exception {
        var bad = folder.resolve("bad.scorescope.json");
        Files.writeString(bad, "{ \"scorescope\": 1, \"densty\": {} }");
        var opened = model.session();
        dialogs.answer(bad);
        clickOn("#open");
        var message = model.messageProperty().get().orElseThrow();
        assertEquals(Message.Tone.PROBLEM, message.tone());
        assertTrue(message.text().contains("densty") && message.text().contains("density"), message::text);
        assertTrue(lookup("#message-text").query().isVisible());
        assertSame(opened, model.session());
    }

    @Test
    void particlesMoveWhilePlayedAndStandWhenPaused() {
        clickOn("#play");
        until(() -> model.analyticParticlesProperty().get().step() > 3);
        clickOn("#play");
        assertFalse(workbench.player().playingProperty().get());
        assertTrue(model.session().view().layers().contains("particles"));
        assertEquals(2000, model.analyticParticlesProperty().get().count());
    }

    @Test
    void closingTheWindowEndsItsThreadsAndKeepsUnsavedWork() {
        clickOn("#train-play");
        clickOn("#play");
        until(() -> model.training().running());
        until(() -> model.analyticParticlesProperty().get().step() > 0);
        assertTrue(ours().stream().anyMatch(thread -> thread.getName().equals("training")), () -> "threads " + ours());
        interact(stage::hide);
        until(() -> ours().isEmpty());
        assertTrue(Files.exists(folder.resolve("recovery.scorescope.json")));
    }

    @Test
    void keysDoWhatTheyShow() {
        type(KeyCode.RIGHT);
        assertTrue(model.level().sigma() > 0.5);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(0.5, model.level().sigma());
        type(KeyCode.L);
        assertEquals(ViewMode.LEARNED, model.viewMode());
    }

    /** Threads of this window that still live: not the toolkit's, nor those of the matrix library. */
    private List<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive())
                .filter(thread -> List.of("training", "scorescope-", "stage", "study", "film").stream()
                        .anyMatch(thread.getName()::startsWith))
                .toList();
    }

    private static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("waited in vain", late);
        }
    }

    /** A point of the plane on the screen. */
    private Point2D onScreen(double x, double y) {
        Node plane = lookup("#plane-analytic").query();
        var bounds = plane.getLayoutBounds();
        var view = model.session().view();
        var viewport =
                Viewport.fit(0, 0, bounds.getWidth(), bounds.getHeight(), view.x0(), view.x1(), view.y0(), view.y1());
        return plane.localToScreen(viewport.toX(x), viewport.toY(y));
    }

    /** The stage's picture of the session as it stands. */
    private int[] stagePicture() {
        interact(() -> lookup(".stage").queryAs(StageView.class).drawNow());
        return currentStagePicture();
    }

    private int[] currentStagePicture() {
        var pixels = new int[1][];
        interact(() -> {
            Node plane = lookup("#plane-analytic").query();
            var image = plane.snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            pixels[0] = new int[width * height];
            image.getPixelReader()
                    .getPixels(
                            0,
                            0,
                            width,
                            height,
                            javafx.scene.image.PixelFormat.getIntArgbInstance(),
                            pixels[0],
                            0,
                            width);
        });
        return pixels[0];
    }

    /** A network that learns in a second or two. */
    private static Session smallTraining(Session session) {
        var training = session.training();
        var scalars = training.scalars()
                .with(TrainingParameters.BATCH, 128L)
                .with(TrainingParameters.SAMPLES, 4000L)
                .with(TrainingParameters.STEPS, 1_000_000L)
                .with(TrainingParameters.SCHEDULE, "constant");
        return session.withTraining(
                new TrainingSettings(scalars, List.of(32, 32), new TrainingSettings.Levels(4, 4, 0.5)));
    }
}
