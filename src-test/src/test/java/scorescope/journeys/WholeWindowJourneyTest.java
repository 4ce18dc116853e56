package scorescope.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import scorescope.session.Shown;
import scorescope.ui.model.Message;
import scorescope.ui.stage.StageView;

/** Uses of the window that concern more than one part. */
final class WholeWindowJourneyTest extends WindowJourney {
    private final Set<Thread> before = new HashSet<>();

    @Override
    public void start(Stage shown) {
        before.addAll(Thread.getAllStackTraces().keySet());
        super.start(shown);
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
    void theExportedSvgIsXmlThatDrawsSomething() throws Exception {
        var svg = folder.resolve("figure.svg");
        dialogs.answer(svg);
        clickOn("#export").clickOn("#composer-save");
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
        push(KeyCode.CONTROL, KeyCode.O);
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
        assertFalse(context.player().playingProperty().get());
        assertTrue(model.session().view().layers().contains("particles"));
        assertEquals(2000, model.analyticParticlesProperty().get().count());
    }

    @Test
    void closingTheWindowEndsItsThreadsAndKeepsUnsavedWork() {
        push(KeyCode.ALT, KeyCode.DIGIT4);
        clickOn("#train-play");
        clickOn("#play");
        until(() -> model.training().running());
        until(() -> model.analyticParticlesProperty().get().step() > 0);
        assertTrue(ours().stream().anyMatch(thread -> thread.getName().equals("training")), () -> "threads " + ours());
        interact(stage::hide);
        until(() -> ours().isEmpty());
        assertTrue(Files.exists(recovery()));
    }

    @Test
    void keysDoWhatTheyShow() {
        type(KeyCode.RIGHT);
        assertTrue(model.level().sigma() > 0.5);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(0.5, model.level().sigma());
        type(KeyCode.L);
        assertEquals(Shown.LEARNED, model.shown());
    }

    @Test
    void spacePlaysWhateverWasClickedLastAndPressesWhatTabHasReached() {
        var theme = model.preferences().theme();
        clickOn("#rail-sample");
        clickOn("#rail-look");
        type(KeyCode.SPACE);
        assertTrue(context.player().playingProperty().get(), "a click on the rail leaves Space to the particles");
        assertTrue(lookup("#rail-look").queryAs(ToggleButton.class).isSelected());
        type(KeyCode.SPACE);
        assertFalse(context.player().playingProperty().get());
        push(KeyCode.SHIFT, KeyCode.TAB);
        var reached = (ToggleButton) stage.getScene().getFocusOwner();
        boolean down = reached.isSelected();
        type(KeyCode.SPACE);
        assertFalse(context.player().playingProperty().get(), "by Tab one means the button");
        assertTrue(reached.isSelected() != down || reached.isFocused());
        assertEquals(theme, model.preferences().theme());
    }

    /** Live threads of this window, without those of the toolkit and the matrix library. */
    private List<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive())
                .filter(thread -> List.of("training", "scorescope-", "stage", "study", "film").stream()
                        .anyMatch(thread.getName()::startsWith))
                .toList();
    }

    /** Pixels of the stage. */
    private int[] stagePicture() {
        interact(() -> lookup(".stage").queryAs(StageView.class).drawNow());
        return currentStagePicture();
    }

    private int[] currentStagePicture() {
        return picture("#plane-analytic");
    }
}
