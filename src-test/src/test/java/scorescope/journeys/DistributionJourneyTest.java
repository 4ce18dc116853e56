package scorescope.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import scorescope.core.io.Npy;
import scorescope.core.io.NpyArray;
import scorescope.session.DensitySpec;
import scorescope.ui.Pointer;
import scorescope.ui.model.Message;

/** Choosing and changing the distribution in the window. */
final class DistributionJourneyTest extends WindowJourney {
    @Test
    void aPictureChoosesItsPreset() {
        var tile = lookup("#gallery-checkerboard").queryAs(ToggleButton.class);
        until(() -> ((ImageView) tile.getGraphic()).getImage() != null);
        clickOn(tile);
        assertEquals(new DensitySpec.Preset("checkerboard"), model.session().density());
        assertEquals(288, model.mixture().components().size());
        assertTrue(tile.isSelected());
        interact(model::undo);
        assertTrue(
                lookup("#gallery-three-gaussians").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void pointsComeFromAFileThatTheSessionNames() throws IOException {
        var file = folder.resolve("points.npy");
        var bytes = new ByteArrayOutputStream();
        Npy.write(bytes, NpyArray.points(new double[] {1, 2, 3}, new double[] {0, 1, 0}));
        Files.write(file, bytes.toByteArray());
        dialogs.answer(file);
        choose("menu-import-points");
        assertEquals(3, model.mixture().components().size());
        assertTrue(model.session().density() instanceof DensitySpec.File named
                && named.sha256().isPresent());
        Files.writeString(file, "neither points nor an array");
        choose("menu-import-points");
        assertEquals(3, model.mixture().components().size(), "what cannot be read changes nothing");
        assertTrue(
                model.messageProperty().getValue().map(Message::tone).stream().anyMatch(Message.Tone.PROBLEM::equals));
    }

    @Test
    void theBrushSpraysPointsAndWithShiftTakesThemAway() {
        var before = model.session();
        clickOn("#spray");
        var radius = lookup("#distribution-brush").queryAs(TextField.class);
        doubleClickOn(radius).write("0.25").type(KeyCode.ENTER);
        assertEquals(0.25, model.session().view().brush());
        var plane = plane();
        drag(plane, MouseButton.PRIMARY).moveBy(60, 0).moveBy(60, 0).drop();
        var sprayed = model.session();
        int points = model.mixture().components().size();
        assertTrue(sprayed.density() instanceof DensitySpec.Points && points >= 12, points + " points");
        assertTrue(lookup("#distribution-bandwidth").tryQuery().isPresent(), "the width of points can be set");
        interact(() -> {
            double x = plane.getLayoutBounds().getCenterX();
            double y = plane.getLayoutBounds().getCenterY();
            var pointer = new Pointer(plane).withShift();
            pointer.fire(MouseEvent.MOUSE_PRESSED, x, y);
            pointer.fire(MouseEvent.MOUSE_RELEASED, x, y);
        });
        assertTrue(model.mixture().components().size() < points, "Shift takes points away");
        interact(model::undo);
        assertEquals(sprayed, model.session(), "a stroke is one step");
        interact(model::undo);
        interact(model::undo);
        assertEquals(before, model.session());
    }

    @Test
    void aPictureIsSeenAsManyPointsAsAPersonWants() throws IOException {
        var file = folder.resolve("half.png");
        var picture = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 200; pixel++) {
            picture.setRGB(pixel % 20, pixel / 20, 0xffffff);
        }
        assertTrue(ImageIO.write(picture, "png", file.toFile()));
        dialogs.answer(file);
        choose("menu-import-points");
        var count = lookup("#distribution-count").queryAs(TextField.class);
        doubleClickOn(count).write("300").type(KeyCode.ENTER);
        assertEquals(300, model.mixture().components().size());
    }
}
