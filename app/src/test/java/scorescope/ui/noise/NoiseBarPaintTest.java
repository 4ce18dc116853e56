package scorescope.ui.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import scorescope.ui.Pointer;
import scorescope.ui.background.Background;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.stage.Bench;
import scorescope.ui.stage.JavaFx;
import scorescope.ui.stage.OnToolkit;

/** The software pipeline paints changed regions only: no part of the thumb stays at its former position. */
@OnToolkit
class NoiseBarPaintTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 80;

    /** Waits until changes are painted. */
    private static void awaitPaint() throws Exception {
        var pulses = new CountDownLatch(3);
        var timer = JavaFx.call(() -> {
            var counting = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.countDown();
                }
            };
            counting.start();
            return counting;
        });
        assertTrue(pulses.await(60, TimeUnit.SECONDS));
        JavaFx.call(() -> {
            timer.stop();
            return true;
        });
    }

    /** Painted pixels of the window. */
    private static int[] screen() throws Exception {
        awaitPaint();
        return JavaFx.call(() -> {
            var pixels = new int[WIDTH * HEIGHT];
            new Robot()
                    .getScreenCapture(null, 0, 0, WIDTH, HEIGHT, false)
                    .getPixelReader()
                    .getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
            return pixels;
        });
    }

    private static int different(int[] a, int[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += a[i] == b[i] ? 0 : 1;
        }
        return count;
    }

    @Test
    void dragsLeaveNoTraceOfTheThumb() throws Exception {
        var model = JavaFx.call(Bench::model);
        var background = new Background();
        var bar = JavaFx.call(() -> new NoiseBar(model, background, new SamplingPlayer(model, background), 1));
        var stage = JavaFx.call(Stage::new);
        var root = JavaFx.call(() -> {
            var under = new StackPane(bar);
            under.setStyle("-sc-accent: blue; -sc-panel: white; -sc-line: gray; -sc-text: black; -sc-mute: gray;");
            stage.setScene(new Scene(under, WIDTH, HEIGHT));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            bar.drawNow();
            return under;
        });
        try {
            int[] before = screen();
            Node track = JavaFx.call(() -> bar.lookup("#noise-track"));
            double width = JavaFx.call(() -> track.getLayoutBounds().getWidth());
            double at = JavaFx.call(() -> new NoiseScale.Sigma(0.01, 10).position(0.5)) * width;
            JavaFx.call(() -> {
                new Pointer(track).fire(MouseEvent.MOUSE_PRESSED, at, 20);
                return true;
            });
            for (int step = 1; step <= 40; step++) {
                double x = at + 3.3 * step;
                JavaFx.call(() -> {
                    new Pointer(track).fire(MouseEvent.MOUSE_DRAGGED, x, 20);
                    return true;
                });
                awaitPaint();
            }
            JavaFx.call(() -> {
                new Pointer(track).fire(MouseEvent.MOUSE_RELEASED, at + 132, 20);
                return true;
            });
            int[] dragged = screen();
            JavaFx.call(() -> {
                root.setOpacity(0.5);
                return true;
            });
            awaitPaint();
            JavaFx.call(() -> {
                root.setOpacity(1);
                return true;
            });
            int[] whole = screen();
            assertNotEquals(0, different(before, dragged), "the thumb has moved");
            assertEquals(0, different(whole, dragged), "pixels that only a new painting of the whole removes");
        } finally {
            JavaFx.call(() -> {
                stage.hide();
                bar.close();
                background.close();
                return true;
            });
        }
    }
}
