package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.FailureCatalog;
import scorescope.session.SessionDefaults;
import scorescope.ui.control.KeyboardFocus;
import scorescope.ui.stage.OnToolkit;

/** Tab reaches all controls in few stops, and frequent actions take one or two clicks. */
@OnToolkit
class KeyboardReachTest {
    private static void press(LaidOutWindow opened, KeyCode code, boolean shift, boolean control) {
        Node target = Optional.ofNullable(opened.scene().getFocusOwner())
                .orElse(opened.scene().getRoot());
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    private static String focused(LaidOutWindow opened) {
        return opened.scene().getFocusOwner().getId();
    }

    private static Stream<Node> stops(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        return Stream.concat(
                node.isFocusTraversable() ? Stream.of(node) : Stream.empty(),
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(KeyboardReachTest::stops)
                        : Stream.empty());
    }

    @Test
    void oneKeyGoesThroughThePartsOfTheWindowAndBack() throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), 1280, 800, opened -> {
            opened.scene().lookup("#preset").requestFocus();
            var visited = new ArrayList<String>();
            for (int part = 0; part < 6; part++) {
                press(opened, KeyCode.F6, false, false);
                visited.add(focused(opened));
            }
            assertEquals(
                    List.of("plane-analytic", "noise-bar", "play", "gallery-three-gaussians", "rail-scene", "preset"),
                    visited);
            press(opened, KeyCode.F6, true, false);
            assertEquals("rail-scene", focused(opened));
        });
    }

    @Test
    void theGalleryIsOneStopAndArrowsGoFromPictureToPicture() throws Exception {
        LaidOutWindow.onScreen(SessionDefaults.opening(), 1000, 760, opened -> {
            var gallery = opened.scene().lookup("#presets");
            assertEquals(1, stops(gallery).count());
            var sigma = opened.context().model().level();
            KeyboardFocus.give(stops(gallery).findFirst().orElseThrow());
            String first = focused(opened);
            press(opened, KeyCode.RIGHT, false, false);
            assertNotEquals(first, focused(opened));
            press(opened, KeyCode.LEFT, false, false);
            assertEquals(first, focused(opened));
            press(opened, KeyCode.DOWN, false, false);
            press(opened, KeyCode.END, false, false);
            assertSame(
                    ((Parent) gallery).getChildrenUnmodifiable().getLast(),
                    opened.scene().getFocusOwner());
            assertEquals(sigma, opened.context().model().level(), "the noise stays");
            assertEquals(1, stops(gallery).count());
        });
    }

    @Test
    void theTableOfComponentsIsOneStopHoweverManyThereAre() throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), 1280, 800, opened -> {
            ((ButtonBase) opened.scene().lookup("#scene-more")).fire();
            opened.lay();
            var table = opened.scene().lookup(".component-table");
            assertEquals(1, stops(table).count());
            stops(table).findFirst().orElseThrow().requestFocus();
            press(opened, KeyCode.RIGHT, false, true);
            assertEquals("component-0-x", focused(opened));
            press(opened, KeyCode.DOWN, false, true);
            press(opened, KeyCode.DOWN, false, true);
            assertEquals("component-1-x", focused(opened), "the table has two lines for each component here");
            assertEquals(1, stops(table).count());
        });
    }

    @Test
    void theWholeOpeningWindowTakesFewStops() throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), 1280, 800, opened -> {
            long all = stops(opened.scene().getRoot()).count();
            assertTrue(all <= 46, all + " stops");
        });
    }

    /** A study: page and card; a failure: rail and button; the stage alone: one key. */
    @Test
    void aStudyAndAFailureTakeTwoClicksAndTheStageAloneOneKey() throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), 1280, 800, opened -> {
            for (var study : StudyCatalog.CATALOG.ids()) {
                click(opened, "#studies");
                click(opened, "#study-card-" + study);
                assertEquals(
                        Optional.of(study),
                        opened.context().model().session().view().study().name());
            }
            opened.window().leave();
            for (var failure : FailureCatalog.ALL) {
                opened.window().commands().named("page-scene").run();
                opened.lay();
                click(opened, "#rail-sample");
                click(opened, "#failure-" + failure.id());
                assertTrue(opened.context().model().messageProperty().get().isPresent(), failure.id());
            }
            press(opened, KeyCode.F5, false, false);
            assertTrue(opened.window().presenting());
            press(opened, KeyCode.F5, false, false);
        });
    }

    /** Fires a visible button. */
    private static void click(LaidOutWindow opened, String selector) {
        opened.lay();
        var control = (ButtonBase) opened.scene().lookup(selector);
        for (Node at = control; at != null; at = at.getParent()) {
            assertTrue(at.isVisible() && !at.isDisabled(), selector + " can be clicked");
        }
        control.fire();
    }
}
