package scorescope.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import scorescope.plot.paint.Viewport;

class PlanePictureTest {
    private static final int PIXELS_PER_POINT = 2;

    /** A pixel of the picture stays at its data point of the axes after any zoom, move and resize. */
    @Test
    void everyPointOfThePictureLiesUnderItsNumbers() {
        var random = new Random(3);
        var parts = List.of(
                new Viewport(0, 0, 400, 300, 0, 0, 30),
                new Viewport(0, 0, 400, 300, 0, 0, 10),
                new Viewport(0, 0, 250, 370, 1, -2, 45));
        for (var part : parts) {
            var picture = new PlanePicture();
            picture.show(
                    new WritableImage(
                            (int) (part.width() * PIXELS_PER_POINT), (int) (part.height() * PIXELS_PER_POINT)),
                    part);
            for (var axes : parts) {
                picture.place(axes, axes.width(), axes.height());
                var node = picture.node();
                assertTrue(node.getLayoutX() >= 0 && node.getLayoutX() + node.getFitWidth() <= axes.width() + 1e-9);
                assertTrue(node.getLayoutY() >= 0 && node.getLayoutY() + node.getFitHeight() <= axes.height() + 1e-9);
                for (int i = 0; i < 20; i++) {
                    double x = node.getLayoutX() + random.nextDouble() * node.getFitWidth();
                    double y = node.getLayoutY() + random.nextDouble() * node.getFitHeight();
                    assertEquals(axes.dataX(x), part.dataX(pixelX(picture, x) / PIXELS_PER_POINT), 1e-9);
                    assertEquals(axes.dataY(y), part.dataY(pixelY(picture, y) / PIXELS_PER_POINT), 1e-9);
                }
            }
        }
    }

    @Test
    void aPictureBesideThePlaneIsNotSeen() {
        var picture = new PlanePicture();
        picture.show(new WritableImage(40, 30), new Viewport(0, 0, 40, 30, 0, 0, 10));
        picture.place(new Viewport(0, 0, 40, 30, 100, 0, 10), 40, 30);
        assertFalse(picture.node().isVisible());
        picture.place(new Viewport(0, 0, 40, 30, 0, 0, 10), 40, 30);
        assertTrue(picture.node().isVisible());
    }

    private static double pixelX(PlanePicture picture, double x) {
        var node = picture.node();
        var seen = node.getViewport();
        double share = (x - node.getLayoutX()) / node.getFitWidth();
        return seen == null ? share * node.getImage().getWidth() : seen.getMinX() + share * seen.getWidth();
    }

    private static double pixelY(PlanePicture picture, double y) {
        var node = picture.node();
        var seen = node.getViewport();
        double share = (y - node.getLayoutY()) / node.getFitHeight();
        return seen == null ? share * node.getImage().getHeight() : seen.getMinY() + share * seen.getHeight();
    }
}
