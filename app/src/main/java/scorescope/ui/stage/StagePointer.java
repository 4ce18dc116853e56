package scorescope.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import scorescope.ui.background.Background;
import scorescope.ui.model.Message;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * The pointer's position on the stage and the values there: all shown scores, evaluated in the background and written
 * into all plots at once.
 */
final class StagePointer implements PlaneInput.Pointer, AutoCloseable {
    private final WindowModel model;
    private final StageScenes scenes;
    private final Supplier<List<PlotView>> shown;
    private final Runnable onRequest;
    private final CursorReadings readings;
    private Optional<Place> place = Optional.empty();

    /** A position in data units. */
    private record Place(double x, double y) {}

    /**
     * @param shown the plots whose values are evaluated and shown
     * @param onRequest called when there will be something to take at a later pulse
     */
    StagePointer(
            WindowModel model,
            Background background,
            StageScenes scenes,
            Supplier<List<PlotView>> shown,
            Runnable onRequest) {
        this.model = model;
        this.scenes = scenes;
        this.shown = shown;
        this.onRequest = onRequest;
        readings = new CursorReadings(
                background,
                problem -> model.show(Message.problem(
                        Words.text("ui.stage-pointer.what-under-pointer-cannot-read", problem.getMessage()))));
    }

    @Override
    public void at(double x, double y) {
        place = Optional.of(new Place(x, y));
        readAgain();
    }

    @Override
    public void pointerLeft() {
        place = Optional.empty();
        shown.get().forEach(plot -> plot.read(List.of(), 0, 0));
    }

    /** Evaluates again, since the values under the pointer may have changed. */
    void readAgain() {
        if (place.isPresent() && model.mixture().hasDensity(model.level())) {
            var sources = shown.get().stream().map(PlotView::source).toList();
            readings.request(
                    scenes.reading(sources, place.get().x(), place.get().y()));
            onRequest.run();
        }
    }

    /** Shows a new result; returns whether there was one. */
    boolean take() {
        return readings.take(this::write);
    }

    /** Whether an evaluation is in progress. */
    boolean pending() {
        return readings.pending();
    }

    private void write(CursorReadings.Result result) {
        if (place.isPresent()) {
            var view = model.session().view().box();
            shown.get().forEach(plot -> plot.read(result.lines(plot.source(), view), result.x(), result.y()));
        }
    }

    @Override
    public void close() {
        readings.close();
    }
}
