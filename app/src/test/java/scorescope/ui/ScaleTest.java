package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.session.SessionDefaults;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.preference.Scale;
import scorescope.ui.stage.OnToolkit;

/** The scale of the window enlarges type, controls, marks and pictures alike, and with as many pixels as they then have. */
@OnToolkit
class ScaleTest {
    @ParameterizedTest
    @ValueSource(ints = {75, 125, 200})
    void allIsDrawnAtTheChosenScale(int percent) throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), 1280, 800, opened -> {
            double factor = percent / 100.0;
            scale(opened, percent);
            var content = (Region) opened.window().root();
            assertEquals(1280, factor * content.getWidth(), 1e-9);
            assertEquals(800, factor * content.getHeight(), 1e-9);
            var tab = (Region) opened.scene().lookup("#rail-look");
            assertEquals(
                    factor * tab.getWidth(),
                    tab.localToScene(tab.getLayoutBounds()).getWidth(),
                    1e-9);
            opened.window().drawNow();
            var plane = opened.scene().lookup("#plane-analytic");
            var picture = (ImageView) ((Region) plane).getChildrenUnmodifiable().getFirst();
            assertEquals(factor * picture.getFitWidth(), picture.getImage().getWidth(), 1);
            int canvases = 0;
            for (var node : content.lookupAll("*")) {
                if (node instanceof Canvas canvas && canvas.getWidth() > 0 && isOnPlot(canvas)) {
                    canvases++;
                    assertEquals(1, canvas.getLocalToSceneTransform().getMxx(), 1e-9);
                    var logical = (Region) canvas.getParent();
                    assertEquals(factor * logical.getWidth(), canvas.getWidth(), 1e-9);
                }
            }
            assertTrue(canvases >= 4, canvases + " canvases");
        });
    }

    private static boolean isOnPlot(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("plot")) {
                return at.isVisible();
            }
        }
        return false;
    }

    private static void scale(LaidOutWindow opened, int percent) {
        opened.context().model().preferences().scaleProperty().set(new Scale(percent));
        opened.lay();
    }

    /** A menu, a menu in it and a list of choices are windows of their own. */
    @Test
    void menusAndListsAreScaledToo() throws Exception {
        LaidOutWindow.onScreen(SessionDefaults.opening(), 960, 640, opened -> {
            opened.window().inspector().show(Inspector.Page.SAMPLE);
            var menu = (MenuButton) opened.scene().lookup("#menu");
            var list = (ComboBox<?>) opened.scene().getRoot().lookupAll(".combo-box").stream()
                    .filter(box -> box.localToScene(box.getLayoutBounds()).getWidth() > 0)
                    .findFirst()
                    .orElseThrow();
            double[] usual = widths(menu, list);
            scale(opened, 150);
            double[] scaled = widths(menu, list);
            for (int i = 0; i < usual.length; i++) {
                assertEquals(1.5 * usual[i], scaled[i], 3, "popup " + i);
            }
        });
    }

    private static double[] widths(MenuButton menu, ComboBox<?> list) {
        menu.show();
        double first = width();
        menu.hide();
        list.show();
        double second = width();
        list.hide();
        return new double[] {first, second};
    }

    private static double width() {
        var popup = Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .findFirst()
                .orElseThrow();
        var content = popup.getScene().getRoot().getChildrenUnmodifiable().getFirst();
        return content.localToScene(content.getLayoutBounds()).getWidth();
    }

    @Test
    void plusAndMinusGoThroughTheSteps() throws Exception {
        LaidOutWindow.onScreen(SessionDefaults.opening(), 960, 640, opened -> {
            var scale = opened.context().model().preferences().scaleProperty();
            type(opened, "+", KeyCode.PLUS);
            assertEquals(110, scale.get().percent());
            type(opened, "-", KeyCode.MINUS);
            type(opened, "-", KeyCode.MINUS);
            assertEquals(90, scale.get().percent());
            for (int i = 0; i < 9; i++) {
                type(opened, "+", KeyCode.PLUS);
            }
            assertEquals(Scale.STEPS.getLast(), scale.get());
            assertTrue(opened.window().commands().named("usual-size").run());
            assertEquals(Scale.NORMAL, scale.get());
        });
    }

    private static void type(LaidOutWindow opened, String text, KeyCode code) {
        Event.fireEvent(
                opened.scene().lookup("#plane-analytic"),
                new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, false, false, false));
    }
}
