package scorescope.ui.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scorescope.ui.Pointer;
import scorescope.ui.background.Background;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.WindowModel;
import scorescope.ui.stage.Bench;
import scorescope.ui.stage.JavaFx;
import scorescope.ui.stage.OnToolkit;

@OnToolkit
class NoiseBarTest {
    private WindowModel model;
    private NoiseBar bar;

    @BeforeEach
    void open() throws Exception {
        JavaFx.call(() -> {
            model = Bench.model();
            var background = new Background();
            bar = new NoiseBar(model, background, new SamplingPlayer(model, background), 1);
            var root = new StackPane(bar);
            root.setStyle("-sc-accent: blue; -sc-panel: white; -sc-line: gray; -sc-text: black; -sc-mute: gray;");
            new Scene(root, 800, 80);
            root.applyCss();
            root.layout();
            return null;
        });
    }

    @AfterEach
    void close() {
        bar.close();
    }

    private void mouse(EventType<MouseEvent> type, double share) {
        Node track = bar.lookup("#noise-track");
        new Pointer(track).fire(type, share * track.getLayoutBounds().getWidth(), 20);
    }

    private void key(KeyCode code, boolean shift) {
        bar.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    @Test
    void dragReachesBothEndsAndIsOneStepOfUndo() throws Exception {
        JavaFx.call(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, 0.2);
            assertTrue(model.interacting());
            mouse(MouseEvent.MOUSE_DRAGGED, 1.3);
            return null;
        });
        // Positions of a drag are combined, after pending events.
        JavaFx.call(() -> {
            assertEquals(10, model.level().sigma());
            mouse(MouseEvent.MOUSE_DRAGGED, -0.3);
            return null;
        });
        JavaFx.call(() -> {
            assertEquals(0.01, model.level().sigma());
            mouse(MouseEvent.MOUSE_RELEASED, -0.3);
            assertFalse(model.interacting());
            model.undo();
            assertEquals(0.5, model.level().sigma());
            return null;
        });
    }

    @Test
    void thumbTakenBesideItsMiddleDoesNotJump() throws Exception {
        JavaFx.call(() -> {
            double at = new NoiseScale.Sigma(0.01, 10).position(0.5);
            mouse(MouseEvent.MOUSE_PRESSED, at + 0.005);
            assertEquals(0.5, model.level().sigma(), 1e-9);
            mouse(MouseEvent.MOUSE_RELEASED, at + 0.005);
            return null;
        });
    }

    @Test
    void draggedAwayAndBackTheLevelIsExactlyTheOneOfBefore() throws Exception {
        double at = new NoiseScale.Sigma(0.01, 10).position(0.5);
        JavaFx.call(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, at);
            mouse(MouseEvent.MOUSE_DRAGGED, at + 0.2);
            return null;
        });
        JavaFx.call(() -> {
            double there = model.level().sigma();
            assertEquals(there, new BigDecimal(there).round(new MathContext(3)).doubleValue());
            mouse(MouseEvent.MOUSE_DRAGGED, at);
            return null;
        });
        JavaFx.call(() -> {
            assertEquals(0.5, model.level().sigma());
            mouse(MouseEvent.MOUSE_RELEASED, at);
            assertFalse(model.undoableProperty().get());
            key(KeyCode.RIGHT, false);
            key(KeyCode.LEFT, false);
            assertEquals(0.5, model.level().sigma());
            return null;
        });
    }

    @Test
    void arrowsMoveANotchAndWithShiftATenthOfIt() throws Exception {
        JavaFx.call(() -> {
            key(KeyCode.RIGHT, false);
            double notch = Math.log(model.level().sigma() / 0.5);
            key(KeyCode.LEFT, false);
            assertEquals(0.5, model.level().sigma(), 1e-9);
            key(KeyCode.RIGHT, true);
            assertEquals(notch / 10, Math.log(model.level().sigma() / 0.5), 1e-9);
            return null;
        });
    }

    @Test
    void typedNumberIsTakenAndNonsenseIsExplained() throws Exception {
        JavaFx.call(() -> {
            bar.askForNumber();
            var field = (TextField) bar.lookup(".noise-field");
            field.setText("1.25");
            field.fireEvent(new ActionEvent());
            assertEquals(1.25, model.level().sigma());
            field.setText("-3");
            field.fireEvent(new ActionEvent());
            assertEquals(1.25, model.level().sigma());
            assertTrue(model.messageProperty().get().orElseThrow().text().contains("noise level"));
            return null;
        });
    }

    @Test
    void filmShowsTheDensityWidening() throws Exception {
        JavaFx.call(() -> {
            bar.drawNow();
            var image = ((ImageView) bar.lookup("#noise-track").lookup("ImageView")).getImage();
            int width = (int) image.getWidth();
            assertTrue(inked(image, 0, width / 4) * 2 < inked(image, 3 * width / 4, width));
            return null;
        });
    }

    /** Number of pixels other than the white background. */
    private static int inked(javafx.scene.image.Image image, int from, int to) {
        int count = 0;
        for (int x = from; x < to; x++) {
            for (int y = 4; y < image.getHeight() - 4; y++) {
                count += (image.getPixelReader().getArgb(x, y) & 0xff0000) < 0xf00000 ? 1 : 0;
            }
        }
        return count;
    }
}
