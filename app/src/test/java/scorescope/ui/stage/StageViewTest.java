package scorescope.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.ScoreField;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.Source;
import scorescope.session.Shown;
import scorescope.ui.Pointer;
import scorescope.ui.background.Background;
import scorescope.ui.model.WindowModel;

@OnToolkit
class StageViewTest {
    /** A field that points to the right everywhere. */
    private static final ScoreField WIND = (x, y, from, to, level, outX, outY) -> {
        java.util.Arrays.fill(outX, from, to, 1);
        java.util.Arrays.fill(outY, from, to, 0);
    };

    private WindowModel model;
    private StageView view;
    private Stage window;

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> JavaFx.call(condition));
    }

    @BeforeEach
    void open() throws Exception {
        JavaFx.call(() -> {
            model = Bench.model();
            view = new StageView(model, new Background(), Style.SCREEN);
            window = new Stage();
            var root = new StackPane(view);
            root.setStyle("-sc-background: white; -sc-panel: white; -sc-line: gray; -sc-text: black; -sc-mute: gray;");
            window.setScene(new Scene(root, 640, 480));
            window.show();
            return null;
        });
        until(() -> picture(Source.ANALYTIC) != 0);
    }

    @AfterEach
    void close() throws Exception {
        JavaFx.call(() -> {
            view.close();
            window.close();
            return null;
        });
    }

    /** Checksum of the pixels of a plot; 0 while there is no picture. */
    private long picture(Source source) {
        var image = view.plot(source)
                .map(plot -> ((ImageView) plot.plane().getChildren().getFirst()).getImage());
        if (image.isEmpty()) {
            return 0;
        }
        var pixels = image.get().getPixelReader();
        long sum = 17;
        for (int y = 0; y < image.get().getHeight(); y += 2) {
            for (int x = 0; x < image.get().getWidth(); x += 2) {
                sum = 31 * sum + pixels.getArgb(x, y);
            }
        }
        return sum;
    }

    @Test
    void newNoiseLevelIsANewPicture() throws Exception {
        long before = JavaFx.call(() -> picture(Source.ANALYTIC));
        JavaFx.call(() -> {
            model.setSigma(2);
            return null;
        });
        until(() -> picture(Source.ANALYTIC) != before);
    }

    @Test
    void pictureComesToRestAndReturns() throws Exception {
        long before = JavaFx.call(() -> picture(Source.ANALYTIC));
        JavaFx.call(() -> {
            model.setSigma(2);
            return null;
        });
        until(() -> picture(Source.ANALYTIC) != before);
        JavaFx.call(() -> {
            model.undo();
            return null;
        });
        until(() -> picture(Source.ANALYTIC) == before);
    }

    @Test
    void bothPanelsOfOnePictureAreOfOneMoment() throws Exception {
        JavaFx.call(() -> {
            model.learnedScoreProperty()
                    .set(Optional.of((x, y, from, to, level, outX, outY) -> new scorescope.core.score.MixtureScore(
                                    model.mixture())
                            .score(x, y, from, to, level, outX, outY)));
            model.showScore(Shown.SIDE_BY_SIDE);
            return null;
        });
        until(() -> picture(Source.LEARNED) != 0);
        assertTrue(JavaFx.call(() -> view.plot(Source.ANALYTIC).isPresent()));
    }

    @Test
    void learnedPlotSaysWhatToDoUntilThereIsALearnedScore() throws Exception {
        JavaFx.call(() -> {
            model.showScore(Shown.LEARNED);
            return null;
        });
        until(() -> emptyStateVisible());
        JavaFx.call(() -> {
            model.learnedScoreProperty().set(Optional.of(WIND));
            return null;
        });
        until(() -> !emptyStateVisible());
    }

    private boolean emptyStateVisible() {
        return view.lookupAll(".plot-empty").stream()
                .anyMatch(node -> node.isVisible() && node.getParent().isVisible());
    }

    @Test
    void mouseDragsAComponent() throws Exception {
        var plane = JavaFx.call(() -> view.plot(Source.ANALYTIC).orElseThrow().plane());
        JavaFx.call(() -> {
            double scale = Math.min(plane.getWidth(), plane.getHeight()) / 10;
            double x = Math.floor(plane.getWidth()) / 2 + 2 * scale;
            double y = Math.floor(plane.getHeight()) / 2 - scale;
            var pointer = new Pointer(plane);
            pointer.fire(MouseEvent.MOUSE_MOVED, x, y);
            pointer.fire(MouseEvent.MOUSE_PRESSED, x, y);
            pointer.fire(MouseEvent.MOUSE_DRAGGED, x + scale, y);
            pointer.fire(MouseEvent.MOUSE_RELEASED, x + scale, y);
            return null;
        });
        assertEquals(3, JavaFx.call(() -> model.mixture().components().get(1).meanX()), 0.02);
        assertTrue(JavaFx.call(() -> model.undoableProperty().get()));
    }

    @Test
    void meterCountsThePicturesOfAMovement() throws Exception {
        JavaFx.call(() -> {
            view.showMeter(true);
            return null;
        });
        for (int i = 0; i < 5; i++) {
            int target = i + 1;
            double sigma = 0.1 * target;
            JavaFx.call(() -> {
                model.setSigma(sigma);
                return null;
            });
            until(() -> view.meter().figures().latencies().count() >= target);
        }
        var figures = JavaFx.call(() -> view.meter().figures());
        assertTrue(figures.latencies().p95() > 0);
        assertNotEquals(0, figures.latencies().max());
    }

    @Test
    void plainLevelIsDescribedForScreenReaders() throws Exception {
        JavaFx.call(() -> {
            model.setSigma(NoiseLevel.plain(0.25).sigma());
            return null;
        });
        until(() -> view.plot(Source.ANALYTIC)
                .orElseThrow()
                .plane()
                .getAccessibleText()
                .contains("0.25"));
    }
}
