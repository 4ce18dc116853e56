package scorescope.ui.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Painter.Dash;
import scorescope.ui.stage.OnToolkit;

@OnToolkit
class CanvasPainterTest {
    private static final Color RED = new Color(0xffff0000);

    private static WritableImage painted(Consumer<Painter> drawing) throws Exception {
        var done = new CompletableFuture<WritableImage>();
        Platform.runLater(() -> {
            try {
                var canvas = new Canvas(40, 30);
                drawing.accept(new CanvasPainter(canvas.getGraphicsContext2D(), "Inter"));
                done.complete(canvas.snapshot(new SnapshotParameters(), null));
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(20, TimeUnit.SECONDS);
    }

    private static javafx.scene.paint.Color at(WritableImage image, int x, int y) {
        return image.getPixelReader().getColor(x, y);
    }

    @Test
    void shapesLandWhereTheyAreAskedFor() throws Exception {
        var image = painted(painter -> {
            painter.discs(new double[] {8}, new double[] {8}, 1, 4, RED);
            painter.segments(new double[] {20, 38}, new double[] {4.5, 4.5}, 2, RED, 3);
            painter.triangles(new double[] {20, 36, 28}, new double[] {28, 28, 12}, 3, RED);
            painter.rectangle(2, 20, 6, 6, RED);
        });
        for (int[] point : new int[][] {{8, 8}, {30, 4}, {28, 24}, {4, 22}}) {
            assertEquals(javafx.scene.paint.Color.RED, at(image, point[0], point[1]), point[0] + ", " + point[1]);
        }
        assertEquals(javafx.scene.paint.Color.WHITE, at(image, 14, 14));
    }

    @Test
    void ellipseTurnsCounterClockwiseAsSeen() throws Exception {
        var image = painted(painter -> painter.ellipse(20, 15, 12, 3, Math.PI / 4, RED, 3, Dash.SOLID));
        assertTrue(at(image, 28, 7).getGreen() < 0.3);
        assertEquals(javafx.scene.paint.Color.WHITE, at(image, 12, 7));
    }

    @Test
    void clipHoldsUntilItIsLifted() throws Exception {
        var image = painted(painter -> {
            painter.clip(0, 0, 10, 30);
            painter.rectangle(0, 0, 40, 10, RED);
            painter.unclip();
            painter.rectangle(20, 20, 5, 5, RED);
        });
        assertEquals(javafx.scene.paint.Color.RED, at(image, 5, 5));
        assertEquals(javafx.scene.paint.Color.WHITE, at(image, 15, 5));
        assertEquals(javafx.scene.paint.Color.RED, at(image, 22, 22));
    }

    @Test
    void imageAndTextAreDrawn() throws Exception {
        var image = painted(painter -> {
            painter.image(new int[] {0xff0000ff}, 1, 1, 0, 0, 10, 10);
            painter.text("M", 25, 25, 18, true, Align.CENTER, RED);
            assertTrue(painter.textWidth("MM", 18, true) > painter.textWidth("M", 18, true));
        });
        assertEquals(javafx.scene.paint.Color.BLUE, at(image, 5, 5));
        boolean inked = false;
        for (int x = 15; x < 35; x++) {
            inked |= at(image, x, 20).getGreen() < 0.5;
        }
        assertTrue(inked);
    }
}
