package scorescope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.ui.stage.OnToolkit;

/** A field marks a number that it shows rounded. */
@OnToolkit
class NumberFieldTest {
    /** Length of the shortest text of some numbers: a mark, a sign, a digit and a signed exponent of two digits. */
    private static final int SHORTEST = "\u2248\u22121e\u221211".length();

    private static void onFx(Runnable work) throws Exception {
        var task = new FutureTask<>(work, true);
        Platform.runLater(task);
        assertTrue(task.get(20, TimeUnit.SECONDS));
    }

    private static double wide(NumberField field) {
        var text = new Text(field.getText());
        text.setFont(field.getFont());
        return text.getLayoutBounds().getWidth();
    }

    private static void require(double value, double width, boolean aligned) {
        var field = new NumberField("field", _ -> {});
        if (aligned) {
            field.aligned();
        }
        field.setAccessibleHelp("what it is");
        var pane = new Pane(field);
        var scene = new Scene(pane);
        pane.applyCss();
        field.resize(width, 32);
        field.show(value);
        String shown = field.getText();
        double room = width - field.getInsets().getLeft() - field.getInsets().getRight();
        assertTrue(wide(field) <= room || shown.length() <= SHORTEST, () -> shown + " in " + room);
        double read = Double.parseDouble(Digits.plain(shown));
        double rounded = aligned ? 0.005 : 1e-8 * Math.abs(value);
        if (Math.abs(read - value) > rounded && !(aligned && Math.abs(value) < 0.005)) {
            assertTrue(shown.startsWith("\u2248"), () -> shown + " for " + value);
        }
        if (read != value) {
            assertEquals(Digits.exact(value) + "\nwhat it is", field.getAccessibleHelp());
        }
        assertEquals(value + 0.0, Double.parseDouble(Digits.plain(Digits.exact(value))));
        assertTrue(scene.getRoot() == pane);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                448250.5,
                -448250.5,
                541193.2,
                -99999999.125,
                1e-9,
                -1e-12,
                1e6,
                0.1 + 0.2,
                1e300,
                0,
                123456789012.0
            })
    void longNumbersAreWholeOrMarked(double value) throws Exception {
        onFx(() -> {
            for (double width : new double[] {33, 43, 72, 120, 300}) {
                require(value, width, false);
                require(value, width, true);
            }
        });
    }

    @Test
    void anyNumberInAnyWidth() throws Exception {
        var random = new SplittableRandom(5);
        onFx(() -> {
            for (int k = 0; k < 200; k++) {
                double value = (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-12, 12));
                require(k % 2 == 0 ? Math.rint(value) : value, random.nextDouble(40, 200), k % 3 == 0);
            }
        });
    }

    /** window-far-from-the-origin, its table. */
    @Test
    void aCoordinateOfSixDigitsAndAHalfIsWholeWhereItHasRoom() throws Exception {
        onFx(() -> {
            var field = new NumberField("field", _ -> {}).aligned();
            field.resize(200, 32);
            field.show(448250.5);
            assertEquals("448250.5", field.getText());
        });
    }

    /** Focusing and leaving a field does not round its number. */
    @Test
    void theWholeNumberIsThereToEdit() {
        assertEquals("0.48761834129", Digits.exact(0.48761834129));
        assertEquals("\u2212448250.5", Digits.exact(-448250.5));
        assertEquals("1e\u22129", Digits.exact(1e-9));
    }
}
