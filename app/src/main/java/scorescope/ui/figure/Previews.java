package scorescope.ui.figure;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import scorescope.core.score.ScoreField;
import scorescope.plot.color.Vision;
import scorescope.plot.paint.Style;
import scorescope.plot.picture.SampledRuns;
import scorescope.session.Session;
import scorescope.ui.background.Background;
import scorescope.ui.background.ConflatingWorker;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.WorkWatch.Progress;
import scorescope.ui.figure.PreviewRenderer.Drawn;

/**
 * Draws every change of the figure coarsely at once, and then as fine as the screen shows it and put in words. Two threads, so
 * that the coarse picture of a change does not wait for the fine one of the change before.
 */
final class Previews implements AutoCloseable {
    /** Cells of raster fields along a point in the coarse picture. */
    private static final double COARSE = 0.5;

    private final ConflatingWorker<PreviewRequest, AtomicReference<Drawn>> coarse;
    private final ConflatingWorker<PreviewRequest, AtomicReference<Drawn>> fine;
    private final Consumer<Drawn> shown;
    private Optional<PreviewRequest> latest = Optional.empty();
    private long number;

    /**
     * @param shown receives pictures and problems on the JavaFX thread
     * @param failed receives faults of the program there
     */
    Previews(Background background, Consumer<Drawn> shown, Consumer<RuntimeException> failed) {
        this.shown = shown;
        var runs = new SampledRuns();
        coarse = background.worker(
                Work.STUDY, () -> new AtomicReference<>(Drawn.NOTHING), new PreviewRenderer(runs)::render, failed);
        fine = background.worker(
                Work.FIGURE, () -> new AtomicReference<>(Drawn.NOTHING), new PreviewRenderer(runs)::render, failed);
    }

    /**
     * Asks for the figure.
     *
     * @param scale pixels along a point
     */
    void request(Session session, Optional<ScoreField> network, double scale, Vision vision) {
        number++;
        var request = new PreviewRequest(number, session, network, scale, COARSE, vision, false);
        latest = Optional.of(request);
        coarse.request(request);
    }

    /** Hands over what has been drawn; whether there was something. Once a pulse. */
    boolean pulse() {
        boolean glanced = coarse.take(this::showCoarse);
        return fine.take(this::showFine) || glanced;
    }

    private void showCoarse(AtomicReference<Drawn> result) {
        shown.accept(result.get());
        latest.filter(request -> result.get().answers(request.number())).ifPresent(this::refine);
    }

    private void refine(PreviewRequest request) {
        fine.request(new PreviewRequest(
                request.number(),
                request.session(),
                request.network(),
                request.scale(),
                Math.min(request.scale(), Style.PAPER.detail()),
                request.vision(),
                true));
    }

    private void showFine(AtomicReference<Drawn> result) {
        if (result.get().answers(number)) {
            shown.accept(result.get());
        }
    }

    boolean pending() {
        return coarse.pending() || fine.pending();
    }

    /** How far the picture is, once it takes longer than half a second. */
    Optional<Progress> progress() {
        return coarse.progress().or(fine::progress);
    }

    /** Gives up what is being drawn. */
    void cancel() {
        coarse.cancel();
        fine.cancel();
    }

    /** Waits for the fine picture of what was asked for last: for pictures taken without a running clock. */
    void await(long millis) {
        latest.ifPresent(this::refine);
        if (fine.awaitResult(millis)) {
            boolean unusedShown = fine.take(this::showFine);
        }
    }

    @Override
    public void close() {
        coarse.close();
        fine.close();
    }
}
