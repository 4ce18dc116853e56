package scorescope.ui.study;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import scorescope.core.parameter.Choice;
import scorescope.plot.paint.Style;
import scorescope.plot.study.Course;
import scorescope.ui.background.Background;
import scorescope.ui.background.ConflatingWorker;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.Pulses;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.WindowModel;

/**
 * Small pictures of all studies with the present session, drawn one by one in the background while their page is shown. A
 * study that takes longer than {@link #LONGEST} has no picture.
 */
final class StudyThumbnails implements AutoCloseable {
    /** Size of the drawn picture in points; it is shown at about a quarter, without its words. */
    private static final double WIDTH = 720;

    private static final double HEIGHT = 470;

    /** Top of the first row of a study's parts, and height of what is shown, without the legend; in points. */
    private static final double ROW = 22;

    private static final double SEEN = 371;
    private static final double PIXELS_PER_POINT = 0.55;
    private static final double MOMENT = 0.6;

    /** Time limit for one picture, in nanoseconds. */
    private static final long LONGEST = 5_000_000_000L;

    private final WindowModel model;
    private final StudyPlayer player;
    private final ConflatingWorker<StudyRequest, StudyImage> renderer;
    private final Pulses.Listener pulses;
    private final Map<String, ImageView> views = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private Optional<String> drawing = Optional.empty();
    private Optional<Object> drawnFor = Optional.empty();
    private long startNanos;
    private boolean wanted;

    StudyThumbnails(WindowModel model, Background background, StudyPlayer player) {
        this.model = model;
        this.player = player;
        renderer = background.worker(Work.THUMBNAILS, StudyImage::new, new StudyRenderer()::render, _ -> {});
        pulses = background.pulses().listen(this::pulse);
    }

    /** The view in which the picture of a study appears. */
    ImageView view(String study) {
        return views.computeIfAbsent(study, _ -> new ImageView());
    }

    /** Starts to draw pictures of the present session that are missing, or stops. */
    void want(boolean now) {
        wanted = now;
        if (!now) {
            giveUp();
        }
        Object key = List.of(
                model.mixture(),
                model.session().process(),
                model.session().noise(),
                model.preferences().theme());
        if (now && !drawnFor.equals(Optional.of(key))) {
            drawnFor = Optional.of(key);
            giveUp();
            waiting.clear();
            Course.studies().forEach(kind -> waiting.add(kind.id()));
        }
        pulses.wake();
    }

    /** Cancels the picture being drawn and queues it again. */
    private void giveUp() {
        renderer.cancel();
        drawing.ifPresent(waiting::addFirst);
        drawing = Optional.empty();
    }

    /** Shows a finished picture and requests the next; returns whether one is pending. */
    private boolean pulse() {
        if (!wanted) {
            return false;
        }
        renderer.take(this::show);
        boolean late = drawing.isPresent() && System.nanoTime() - startNanos > LONGEST;
        if (late) {
            renderer.cancel();
        }
        if (late || !renderer.pending()) {
            drawing = Optional.ofNullable(waiting.poll());
            drawing.ifPresent(this::ask);
        }
        return drawing.isPresent();
    }

    private void ask(String study) {
        startNanos = System.nanoTime();
        var palette = model.preferences().theme().palette();
        renderer.request(new StudyRequest(
                Choice.of(study),
                player.inputs(model.session(), palette.dark()),
                MOMENT,
                WIDTH,
                HEIGHT,
                PIXELS_PER_POINT,
                palette,
                Style.SCREEN,
                false));
    }

    private void show(StudyImage done) {
        drawing.filter(_ -> done.problem().isEmpty()).ifPresent(study -> {
            var seen = view(study);
            seen.setImage(copy(done.pixels().image()));
            seen.setViewport(
                    new Rectangle2D(0, PIXELS_PER_POINT * ROW, PIXELS_PER_POINT * WIDTH, PIXELS_PER_POINT * SEEN));
        });
    }

    /** A copy, since the renderer draws into its buffers again. */
    private static Image copy(Image drawn) {
        int width = (int) drawn.getWidth();
        int height = (int) drawn.getHeight();
        int[] pixels = new int[width * height];
        drawn.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    @Override
    public void close() {
        pulses.close();
        renderer.close();
    }
}
