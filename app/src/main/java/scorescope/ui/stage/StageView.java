package scorescope.ui.stage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import scorescope.plot.layer.CriticalLayer;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Source;
import scorescope.ui.background.Background;
import scorescope.ui.background.Backlog;
import scorescope.ui.background.ConflatingWorker;
import scorescope.ui.background.Cores;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.Pulses;
import scorescope.ui.control.BusyStrip;
import scorescope.ui.draw.Magnification;
import scorescope.ui.model.Cause;
import scorescope.ui.model.Message;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * The stage: one or two linked plots of the session. A change only sets a flag; once a pulse the flag leads to one
 * request to the render thread, and a finished picture is swapped in. The clock runs only while there is something to
 * show.
 */
public final class StageView extends Region implements AutoCloseable {
    private static final double GAP = 12;

    /** Cells of the density per point during a drag, as a share of those at rest. */
    private static final double DRAG_DETAIL = 0.5;

    /** How long the stage waits for particles of a new problem, in ns. */
    private static final long LONGEST_WAIT = 60_000_000L;

    private static final int MOST_FRAMES = 4096;

    private final WindowModel model;
    private final FrameMeter meter = new FrameMeter(MOST_FRAMES);
    private final FrameMeterLabel meterLabel = new FrameMeterLabel(meter);
    private final Map<Source, PlotView> plots = new EnumMap<>(Source.class);
    private final StageInteraction interaction;
    private final StageScenes scenes;
    private final ConflatingWorker<StageRequest, StagePicture> renderer;
    private final StagePointer pointer;
    private final PlotWords words;
    private final Pulses.Listener pulses;
    private final Cores cores;
    private final BusyStrip busy = new BusyStrip("stage-busy", this::giveUp);
    private List<PlotView> shown = List.of();
    private boolean dirty = true;
    private boolean captionsDirty = true;
    private final Backlog backlog = new Backlog();
    private long inputNanos = System.nanoTime();

    public StageView(WindowModel model, Background background, Style style) {
        this.model = model;
        pulses = background.pulses().listen(this::pulse);
        cores = background.cores();
        scenes = new StageScenes(model);
        interaction = new StageInteraction(model, this::changed);
        pointer = new StagePointer(model, background, scenes, () -> shown, pulses::wake);
        words = new PlotWords(model, scenes);
        getStyleClass().add("stage");
        getStylesheets()
                .add(StageView.class.getResource("/scorescope/styles/stage.css").toExternalForm());
        for (var source : Source.values()) {
            var plot = new PlotView(source, style);
            plots.put(source, plot);
            getChildren().add(plot);
            new PlaneInput(plot, interaction, new ParticlePick(model), () -> viewport(plot), pointer).listen();
        }
        getChildren().addAll(meterLabel, busy);
        var drawing = new StageRenderer(style);
        renderer = background.worker(
                Work.STAGE,
                StagePicture::new,
                drawing::render,
                problem ->
                        model.show(Message.problem(Words.text("ui.stage-view.stage-cannot-drawn", problem.getMessage()))
                                .because(Cause.Work.DRAWING)));
        listen();
        showPlots();
    }

    private void listen() {
        for (ObservableValue<?> of : List.of(
                model.sessionProperty(),
                model.learnedScoreProperty(),
                model.analyticParticlesProperty(),
                model.learnedParticlesProperty(),
                model.preferences().themeProperty(),
                model.interactingProperty())) {
            // Not an InvalidationListener: those fire once and then wait until the value is read.
            of.addListener((_, _, _) -> changed());
        }
        // Fires many times a second while a network trains; only captions show it.
        model.trainingProperty().addListener((_, _, _) -> {
            captionsDirty = true;
            pulses.wake();
        });
        model.shownProperty().addListener((_, _, _) -> showPlots());
        visibleProperty().addListener((_, _, _) -> changed());
    }

    /** Measures frames and latency; started and stopped from the View menu or by a benchmark. */
    public FrameMeter meter() {
        return meter;
    }

    /** Whether drawing falls behind the pulses of the screen, so that nothing new should be computed for it. */
    public boolean behind() {
        return backlog.behind();
    }

    /** Shows or hides the figures of the frame meter, and starts or stops it. */
    public void showMeter(boolean visible) {
        if (visible) {
            meter.start();
        } else {
            meter.stop();
        }
        meterLabel.setVisible(visible);
        changed();
    }

    /** Requests a new picture at the next pulse. */
    private void changed() {
        if (!dirty) {
            dirty = true;
            inputNanos = System.nanoTime();
        }
        pulses.wake();
    }

    /** Handles a pulse; returns whether anything moves. */
    private boolean pulse() {
        long now = System.nanoTime();
        backlog.pulse(renderer.waiting());
        boolean swapped = renderer.take(this::show);
        boolean waits = dirty && waitsForParticles(now);
        if (dirty && laidOut() && !waits) {
            dirty = false;
            captionsDirty = true;
            renderer.request(request());
            pointer.readAgain();
        }
        // Texts change together with the picture: until then the old texts belong to the old picture.
        boolean current = swapped || !renderer.pending() || shown.stream().anyMatch(PlotView::isBlank);
        if (captionsDirty && current && laidOut()) {
            captionsDirty = false;
            shown.forEach(plot -> words.writeOn(plot, viewport(plot)));
        }
        boolean read = pointer.take();
        busy.show(renderer.progress());
        boolean moving = swapped || waits || read || renderer.pending() || pointer.pending();
        meter.pulsed(now, moving);
        meterLabel.refresh(now);
        return moving;
    }

    /**
     * Whether to retain the last picture for a moment until the present session's particles are computed: a picture
     * without them in between would be visible as a flicker. During a drag no picture waits.
     */
    private boolean waitsForParticles(long now) {
        return model.particlesDueProperty().get() && !model.interacting() && now - inputNanos < LONGEST_WAIT;
    }

    /**
     * Abandons the picture in progress: without the slow layer the next one comes at once. This is an undo step, like
     * any other choice of layers.
     */
    private void giveUp() {
        renderer.cancel();
        var layers = new ArrayList<>(model.session().view().layers());
        if (layers.remove(CriticalLayer.ID)) {
            model.edit(s -> s.withView(s.view().withLayers(layers)));
            model.show(Message.note(Words.text("ui.stage-view.critical-points-given-up")));
        } else {
            model.show(Message.problem(Words.text("ui.stage-view.picture-given-up")));
        }
    }

    private void show(StagePicture picture) {
        if (picture.drawn() != shown.size()) {
            // Requested before plots were added or removed.
            return;
        }
        model.resolve(Cause.Work.DRAWING);
        // While particles are awaited, the space for their legend is retained, so that planes keep their size.
        double legends = model.particlesDueProperty().get() ? shown.getFirst().legendRoom() : 0;
        for (int i = 0; i < shown.size(); i++) {
            legends =
                    Math.max(legends, shown.get(i).legendHeight(picture.plot(i).legend()));
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(picture.plot(i).image(), picture.plot(i).viewport());
            shown.get(i)
                    .explain(
                            picture.plot(i).legend(),
                            legends,
                            model.preferences().theme().palette());
        }
        long gap = meter.shown(System.nanoTime(), picture.inputNanos());
        if (gap > 0) {
            cores.frameTook(gap);
        }
    }

    /**
     * Draws the present session and waits for the picture: for a picture of the window taken without a running clock.
     */
    public void drawNow() {
        if (!isVisible()) {
            return;
        }
        drawOnce();
        if (isNeedsLayout() || shown.stream().anyMatch(PlotView::isNeedsLayout)) {
            drawOnce();
        }
    }

    private void drawOnce() {
        applyCss();
        layout();
        renderer.take(this::show);
        dirty = false;
        renderer.request(request());
        shown.forEach(plot -> words.writeOn(plot, viewport(plot)));
        if (renderer.awaitResult(10_000)) {
            renderer.take(this::show);
        }
    }

    /** Whether the stage is visible and has a size; it is not while a study covers it. */
    private boolean laidOut() {
        return isVisible()
                && getWidth() > 0
                && !shown.isEmpty()
                && shown.getFirst().getWidth() > 0;
    }

    private StageRequest request() {
        var palette = model.preferences().theme().palette();
        scenes.refresh(shown.stream().map(PlotView::source).toList(), palette.dark());
        var panels = shown.stream()
                .map(plot -> scenes.panel(plot.source(), viewport(plot), interaction.marks()))
                .toList();
        double detail = model.interacting() ? DRAG_DETAIL * Style.SCREEN.detail() : Style.SCREEN.detail();
        return new StageRequest(panels, Magnification.onScreen(this), palette, detail, inputNanos, Words.notation());
    }

    private Viewport viewport(PlotView plot) {
        return plot.viewport(model.session().view());
    }

    private void showPlots() {
        // A picture in progress shows the earlier plots.
        renderer.take(_ -> {});
        shown = Source.of(model.shown()).stream().map(plots::get).toList();
        plots.values().forEach(plot -> plot.setVisible(shown.contains(plot)));
        requestLayout();
        changed();
    }

    @Override
    protected void layoutChildren() {
        double width = (getWidth() - GAP * (shown.size() + 1)) / shown.size();
        for (int i = 0; i < shown.size(); i++) {
            double left = Math.round(GAP + i * (width + GAP));
            double right = Math.round(GAP + i * (width + GAP) + width);
            shown.get(i).resizeRelocate(left, GAP, right - left, Math.max(0, getHeight() - 2 * GAP));
            shown.get(i).layout();
        }
        busy.autosize();
        busy.relocate(Math.rint((getWidth() - busy.getWidth()) / 2), GAP + PlotMargins.CAPTION + 8);
        meterLabel.autosize();
        meterLabel.relocate(getWidth() - meterLabel.getWidth() - GAP - 8, GAP + PlotMargins.CAPTION + 8);
        changed();
    }

    /** The plot that shows {@code source}, as a target for tests and lessons. */
    Optional<PlotView> plot(Source source) {
        return Optional.ofNullable(plots.get(source)).filter(shown::contains);
    }

    @Override
    public void close() {
        pulses.close();
        renderer.close();
        pointer.close();
    }
}
