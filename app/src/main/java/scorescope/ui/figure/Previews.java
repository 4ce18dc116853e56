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
 * Draws each change of the figure coarsely at once, then at the resolution of the screen with a description. It uses two
 * threads, so that a coarse picture does not wait for the fine one of the change before.
 */
final class Previews implements AutoCloseable {
    /** Cells of raster fields per point in the coarse picture. */
    private static final double COARSE = 0.5;

    private final ConflatingWorker<PreviewRequest, AtomicReference<Drawn>> coarse;
    private final ConflatingWorker<PreviewRequest, AtomicReference<Drawn>> fine;
    private final Consumer<Drawn> shown;
    private Optional<PreviewRequest> latest = Optional.empty();
    private long number;

    /**
     * @param shown receives pictures and problems on the JavaFX thread
     * @param failed receives unexpected exceptions on the JavaFX thread
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
     * Requests a picture of the figure.
     *
     * @param scale pixels per point
     */
    void request(Session session, Optional<ScoreField> network, double scale, Vision vision) {
        number++;
        var request = new PreviewRequest(number, session, network, scale, COARSE, vision, false);
        latest = Optional.of(request);
        coarse.request(request);
    }

    /** Delivers finished pictures; returns whether there was one. To be called once per pulse. */
    boolean pulse() {
        boolean coarseShown = coarse.take(this::showCoarse);
        return fine.take(this::showFine) || coarseShown;
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

    /** Progress of a picture that takes longer than half a second. */
    Optional<Progress> progress() {
        return coarse.progress().or(fine::progress);
    }

    /** Cancels the pictures being drawn. */
    void cancel() {
        coarse.cancel();
        fine.cancel();
    }

    /** Waits for the fine picture of the last request: for snapshots, which have no pulses. */
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
