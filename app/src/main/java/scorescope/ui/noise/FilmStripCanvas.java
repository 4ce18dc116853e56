package scorescope.ui.noise;

import javafx.scene.Node;
import javafx.scene.image.ImageView;
import scorescope.ui.background.Background;
import scorescope.ui.background.ConflatingWorker;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.Pulses;
import scorescope.ui.draw.Magnification;
import scorescope.ui.model.Message;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Shows the {@link FilmStrip} of the session, drawn in the background when it has changed: at most five times a second in a drag. */
final class FilmStripCanvas implements AutoCloseable {
    private static final long PAUSE_NANOS = 200_000_000L;

    private final WindowModel model;
    private final double height;
    private final ImageView picture = new ImageView();
    private final ConflatingWorker<FilmStrip.Request, FilmStrip> drawing;
    private final Pulses.Listener pulses;
    private FilmStrip.Request pendingRequest;
    private long requestNanos;

    FilmStripCanvas(WindowModel model, Background background, double height) {
        this.model = model;
        this.height = height;
        drawing = background.worker(
                Work.FILM_STRIP,
                FilmStrip::new,
                (request, target) -> target.draw(request),
                problem -> model.show(
                        Message.problem(Words.text("ui.film-strip-canvas.no-film-strip", problem.getMessage()))));
        pulses = background.pulses().listen(() -> show() || drawing.pending());
    }

    Node picture() {
        return picture;
    }

    void place(double left, double top, double width) {
        picture.relocate(left, top);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
    }

    /**
     * Requests a strip of {@code width} points over {@code scale}, unless it would be equal to the last one requested,
     * or would not be visible.
     */
    void ask(NoiseScale scale, double width) {
        if (width < 1 || picture.getScene() == null) {
            return;
        }
        var request = request(scale, width);
        boolean late = System.nanoTime() - requestNanos > PAUSE_NANOS;
        if (!request.equals(pendingRequest) && (late || !model.interacting())) {
            pendingRequest = request;
            requestNanos = System.nanoTime();
            drawing.request(request);
            pulses.wake();
        }
    }

    private FilmStrip.Request request(NoiseScale scale, double width) {
        return new FilmStrip.Request(
                model.exact(),
                scale,
                model.session().view(),
                model.preferences().theme().palette(),
                width,
                height,
                Magnification.onScreen(picture));
    }

    private boolean show() {
        return drawing.take(done -> picture.setImage(done.image()));
    }

    /** Waits for the requested strip. */
    void awaitPicture() {
        if (drawing.awaitResult(10_000)) {
            show();
        }
    }

    @Override
    public void close() {
        pulses.close();
        drawing.close();
    }
}
