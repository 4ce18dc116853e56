package scorescope.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import scorescope.ui.stage.JavaFx;
import scorescope.ui.stage.OnToolkit;

@OnToolkit
class PaletteViewTest {
    /** Querying the clipboard (for paste) processes pending key events on Linux. */
    @Test
    void entriesAreMadeWhenItOpensAndNotAmidALetter() throws Exception {
        JavaFx.start();
        var made = new ArrayList<String>();
        var typed = new ArrayList<String>();
        var test = new FutureTask<>(() -> {
            Function<String, List<Entry>> entries = text -> {
                typed.add(text);
                return List.of();
            };
            var palette = new PaletteView(() -> {
                made.add("made");
                return entries;
            });
            var scene = new Scene(palette);
            palette.open();
            var field = (TextField) scene.lookup("#palette-field");
            field.appendText("s");
            field.appendText("i");
            return field.getText();
        });
        Platform.runLater(test);
        assertEquals("si", test.get(20, TimeUnit.SECONDS));
        assertEquals(List.of("made"), made);
        assertEquals(List.of("", "s", "si"), typed);
    }
}
