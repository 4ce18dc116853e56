package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.stage.JavaFx;
import scorescope.ui.stage.OnToolkit;

/** Presenter mode: keys of a presenter, and leaving the mode. */
@OnToolkit
class PresenterTest {
    /** Size of the smallest type, as a share of the window's height. */
    private static final double LEAST = 0.022;

    @TempDir
    private Path folder;

    private ShownWindow shown;
    private AppContext context;
    private MainWindow window;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        shown = ShownWindow.open(Dialogs.NOBODY, folder, 1000, 700);
        context = shown.context;
        window = shown.window;
        stage = shown.stage;
    }

    @AfterEach
    void close() throws Exception {
        shown.close();
    }

    private boolean press(KeyCode code) throws Exception {
        return JavaFx.call(() -> {
            var target = stage.getScene().getFocusOwner();
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    private double sigma() throws Exception {
        return JavaFx.call(() -> context.model().level().sigma());
    }

    @Test
    void escapeLeadsBackToExactlyWhereOneWas() throws Exception {
        var before = JavaFx.call(() -> {
            window.inspector().show(Inspector.Page.MEASURE);
            stage.getScene().lookup("#preset").requestFocus();
            return context.model().session();
        });
        var focus = JavaFx.call(() -> stage.getScene().getFocusOwner());
        for (int round = 0; round < 2; round++) {
            press(KeyCode.F5);
            assertTrue(JavaFx.call(stage::isFullScreen));
            assertTrue(JavaFx.call(window::presenting));
            press(KeyCode.N);
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> sigma() != 0.5);
            press(KeyCode.S);
            press(KeyCode.B);
            assertTrue(JavaFx.call(window.presenter()::blanked));
            press(KeyCode.PERIOD);
            assertFalse(JavaFx.call(window.presenter()::blanked), "the dot of a clicker shows it again");
            press(KeyCode.ESCAPE);
            assertFalse(JavaFx.call(window::presenting));
            assertFalse(JavaFx.call(stage::isFullScreen));
            assertEquals(before, JavaFx.call(() -> context.model().session()));
            assertFalse(JavaFx.call(() -> context.model().undoableProperty().get()), "nothing to undo");
            WaitForAsyncUtils.waitFor(
                    5,
                    TimeUnit.SECONDS,
                    () -> JavaFx.call(() -> stage.getScene().getFocusOwner().equals(focus)));
            assertEquals(
                    Inspector.Page.MEASURE,
                    JavaFx.call(() -> window.inspector().shownProperty().get().orElseThrow()));
        }
    }

    /** Views that listen to the session are never released, so that they must be reused. */
    @Test
    void presentingAgainMakesNothingAnew() throws Exception {
        var stages = new HashSet<Node>();
        for (int round = 0; round < 4; round++) {
            stages.add(JavaFx.call(() -> {
                window.present();
                var shownStage = window.presenter().lookup(".stage");
                assertTrue(shownStage.isVisible());
                return shownStage;
            }));
            JavaFx.call(() -> {
                window.present();
                return true;
            });
        }
        assertTrue(stages.size() <= 2, () -> stages.size() + " stages: one for each height of the window");
    }

    @Test
    void aClickerGoesThroughStudiesAndElseThroughNoise() throws Exception {
        press(KeyCode.F5);
        press(KeyCode.PAGE_DOWN);
        assertNotEquals(0.5, sigma());
        press(KeyCode.PAGE_UP);
        assertEquals(0.5, sigma(), 1e-9);
        JavaFx.call(() -> {
            context.studies().show(Optional.of("film-strip"));
            return true;
        });
        press(KeyCode.PAGE_DOWN);
        assertEquals(
                "forward-process",
                JavaFx.call(
                        () -> context.model().session().view().study().name().orElseThrow()));
    }

    @Test
    void whatIsReadIsLargeEnoughForARoomWhenTheWindowGrowsToo() throws Exception {
        press(KeyCode.F5);
        for (var study : List.of(Optional.<String>empty(), Optional.of("forward-process"))) {
            for (double height : List.of(620.0, 980.0)) {
                JavaFx.call(() -> {
                    context.studies().show(study);
                    stage.setFullScreen(false);
                    stage.setHeight(height);
                    window.root().layout();
                    return true;
                });
                WaitForAsyncUtils.waitFor(
                        20,
                        TimeUnit.SECONDS,
                        () -> JavaFx.call(() -> window.presenter().getHeight()) == height);
                assertEquals(
                        List.of(),
                        JavaFx.call(() -> tooSmall(window.presenter(), LEAST * height)),
                        study + " " + height);
            }
        }
    }

    /** Texts below a size, in logical pixels. */
    private static List<String> tooSmall(Node node, double least) {
        if (!node.isVisible()) {
            return List.of();
        }
        node.applyCss();
        return switch (node) {
            case Text text
            when !text.getText().isEmpty() && text.getFont().getSize() < least ->
                List.of(text.getText() + " " + text.getFont().getSize());
            case Parent parent ->
                parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> tooSmall(child, least).stream())
                        .toList();
            default -> List.of();
        };
    }
}
