package scorescope.ui.stage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import scorescope.core.density.GaussianMixture;
import scorescope.core.score.MixtureScore;
import scorescope.plot.ColorMapCatalog;
import scorescope.plot.LayerCatalog;
import scorescope.plot.Particles;
import scorescope.plot.Scene;
import scorescope.plot.ShownLayers;
import scorescope.plot.Source;
import scorescope.plot.Style;
import scorescope.plot.Viewport;
import scorescope.ui.model.Message;
import scorescope.ui.model.ParticleFrame;
import scorescope.ui.model.WorkbenchModel;

/**
 * The stage: one or two linked plots of the session. What changes only raises a flag; once a pulse the flag
 * becomes one request to the render thread, and a finished picture is swapped in. The clock runs only while there
 * is something to show.
 */
public final class StageView extends Region implements AutoCloseable {
    /** Narrower plots have no room for a whole caption. */
    private static final double NARROW = 370;

    private static final double GAP = 12;

    /** Cells of the density along a point while a person drags, as a share of those at rest. */
    private static final double HASTE = 0.5;

    private static final String PARTICLES = "particles";
    private static final int FRAMES_KEPT = 4096;
    private static final int IDLE_PULSES = 30;
    private static final String STYLES = "/scorescope/styles/stage.css";

    private final WorkbenchModel model;
    private final FrameMeter meter = new FrameMeter(FRAMES_KEPT);
    private final FrameMeterLabel meterLabel = new FrameMeterLabel(meter);
    private final Map<Source, PlotView> plots = new EnumMap<>(Source.class);
    private final StageHands hands;
    private final LatestWins<StageRequest, StagePicture> renderer;
    private final AnimationTimer clock;
    private List<PlotView> shown = List.of();
    private GaussianMixture scoredMixture;
    private MixtureScore exact;
    private boolean dirty = true;
    private boolean captionsDirty = true;
    private long asked = System.nanoTime();
    private boolean ticking;
    private int idlePulses;

    public StageView(WorkbenchModel model) {
        this.model = model;
        scoredMixture = model.mixture();
        exact = new MixtureScore(scoredMixture);
        hands = new StageHands(model, this::changed);
        getStyleClass().add("stage");
        getStylesheets().add(StageView.class.getResource(STYLES).toExternalForm());
        for (var source : Source.values()) {
            var plot = new PlotView(source, Style.SCREEN);
            plots.put(source, plot);
            getChildren().add(plot);
            new PlaneInput(plot, hands, () -> viewport(plot), model).listen();
        }
        getChildren().add(meterLabel);
        var drawing = new StageRenderer(Style.SCREEN);
        renderer = new LatestWins<>(
                "stage",
                StagePicture::new,
                drawing::render,
                () -> {},
                problem -> Platform.runLater(() -> model.show(
                        new Message(Message.Tone.PROBLEM, "The stage cannot be drawn: " + problem.getMessage()))));
        clock = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse();
            }
        };
        listen();
        showPlots();
    }

    private void listen() {
        for (ObservableValue<?> of : List.of(
                model.sessionProperty(),
                model.learnedScoreProperty(),
                model.analyticParticlesProperty(),
                model.learnedParticlesProperty(),
                model.themeProperty(),
                model.interactingProperty())) {
            // Not an InvalidationListener: those fire once and then wait for somebody to read the value.
            of.addListener((_, _, _) -> changed());
        }
        // Told many times a second while a network trains; only captions show it.
        model.trainingProperty().addListener((_, _, _) -> {
            captionsDirty = true;
            wake();
        });
        model.viewModeProperty().addListener((_, _, _) -> showPlots());
    }

    /** Measures frames and latency; started and stopped from the View menu or by a benchmark. */
    public FrameMeter meter() {
        return meter;
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

    /** Something to be seen has changed: a new picture at the next pulse. */
    private void changed() {
        if (!dirty) {
            dirty = true;
            asked = System.nanoTime();
        }
        wake();
    }

    private void wake() {
        idlePulses = 0;
        if (!ticking) {
            ticking = true;
            clock.start();
        }
    }

    private void pulse() {
        long now = System.nanoTime();
        boolean swapped = renderer.take(this::show);
        if (dirty && laidOut()) {
            dirty = false;
            captionsDirty = true;
            renderer.request(request());
        }
        if (captionsDirty && laidOut()) {
            captionsDirty = false;
            dressPlots();
        }
        boolean moving = swapped || renderer.pending();
        meter.pulsed(now, moving);
        meterLabel.refresh(now);
        idlePulses = moving ? 0 : idlePulses + 1;
        if (idlePulses > IDLE_PULSES) {
            ticking = false;
            clock.stop();
        }
    }

    private void show(StagePicture picture) {
        double legends = 0;
        for (int i = 0; i < shown.size(); i++) {
            legends =
                    Math.max(legends, shown.get(i).legendHeight(picture.plot(i).legend()));
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(picture.plot(i).image());
            shown.get(i)
                    .explain(picture.plot(i).legend(), legends, model.theme().palette());
        }
        meter.shown(System.nanoTime(), picture.asked());
    }

    /**
     * Draws the session as it stands now, waiting for it: for a picture of the window taken without a running
     * clock.
     */
    public void drawNow() {
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
        dressPlots();
        if (renderer.awaitResult(10_000)) {
            renderer.take(this::show);
        }
    }

    private boolean laidOut() {
        return getWidth() > 0 && !shown.isEmpty() && shown.getFirst().getWidth() > 0;
    }

    private StageRequest request() {
        var palette = model.theme().palette();
        var view = model.session().view();
        if (!model.mixture().equals(scoredMixture)) {
            scoredMixture = model.mixture();
            exact = new MixtureScore(scoredMixture);
        }
        var colors = ColorMapCatalog.named(view.colorMap(), palette.dark(), "view.colorMap");
        var analytic = Scene.analytic(exact, model.level(), colors)
                .with(particles(model.analyticParticlesProperty().get()));
        var panels = new ArrayList<StageRequest.Panel>(shown.size());
        var layers = ShownLayers.of(view).with(layers(view.layers()));
        for (var plot : shown) {
            panels.add(panel(plot, analytic, layers));
        }
        var window = getScene() == null ? null : getScene().getWindow();
        double detail = model.interacting() ? HASTE * Style.SCREEN.detail() : Style.SCREEN.detail();
        return new StageRequest(panels, window == null ? 1 : window.getRenderScaleX(), palette, detail, asked);
    }

    /** Particles are seen whenever there are some: whoever presses play means to see them. */
    private List<String> layers(List<String> chosen) {
        boolean some = model.analyticParticlesProperty().get().count() > 0
                || model.learnedParticlesProperty().get().count() > 0;
        if (!some || chosen.contains(PARTICLES)) {
            return chosen;
        }
        var more = new ArrayList<>(chosen);
        more.add(PARTICLES);
        return more;
    }

    private StageRequest.Panel panel(PlotView plot, Scene analytic, ShownLayers layers) {
        var learned = model.learnedScore();
        var source = plot.source();
        if (!model.mixture().hasDensity(model.level())) {
            var shown = layers.with(
                    layers.ids().stream().filter(PARTICLES::equals).toList());
            return new StageRequest.Panel(analytic, viewport(plot), shown, hands.marks());
        }
        if (source == Source.ANALYTIC) {
            return new StageRequest.Panel(analytic, viewport(plot), layers, hands.marks());
        }
        if (learned.isEmpty()) {
            var bare = layers.with(layers.ids().stream()
                    .filter(id -> !LayerCatalog.kind(id, "view.layers").ofScore())
                    .toList());
            return new StageRequest.Panel(analytic.with(Particles.NONE), viewport(plot), bare, hands.marks());
        }
        var scene = source == Source.LEARNED ? analytic.learned(learned.get()) : analytic.difference(learned.get());
        var own = particles(model.learnedParticlesProperty().get());
        return new StageRequest.Panel(
                scene.with(source == Source.LEARNED ? own : Particles.NONE), viewport(plot), layers, hands.marks());
    }

    private static Particles particles(ParticleFrame frame) {
        return new Particles(
                frame.x(),
                frame.y(),
                frame.tails().stream()
                        .map(tail -> new Particles.Positions(tail.x(), tail.y()))
                        .toList());
    }

    private Viewport viewport(PlotView plot) {
        var view = model.session().view();
        return Viewport.fit(0, 0, plot.planeWidth(), plot.planeHeight(), view.x0(), view.x1(), view.y0(), view.y1());
    }

    private void dressPlots() {
        var palette = model.theme().palette();
        boolean learned = model.learnedScore().isPresent();
        for (var plot : shown) {
            var caption = StageCaptions.of(plot.source(), model.training(), model.learnedScore(), model.level());
            boolean narrow = plot.getWidth() < NARROW;
            plot.dress(narrow ? StageCaptions.narrow(caption) : caption, viewport(plot), palette);
            plot.plane().setAccessibleText(described(plot.source()));
            if (!model.mixture().hasDensity(model.level())) {
                plot.showEmpty(
                        "No density at σ = 0",
                        "Points without width have a density and a score only under noise. Raise σ below.");
            } else if (learned || plot.source() == Source.ANALYTIC) {
                plot.hideEmpty();
            } else {
                String[] advice = StageCaptions.emptyState(model.training());
                plot.showEmpty(advice[0], advice[1]);
            }
        }
    }

    private String described(Source source) {
        return StageCaptions.of(source, model.training(), model.learnedScore(), model.level())
                        .title()
                + ", " + model.mixture().components().size() + " components, noise level "
                + String.format("%.2f", model.level().sigma());
    }

    private void showPlots() {
        var wanted = new ArrayList<PlotView>();
        switch (model.viewMode()) {
            case ANALYTIC -> wanted.add(plots.get(Source.ANALYTIC));
            case LEARNED -> wanted.add(plots.get(Source.LEARNED));
            case DIFFERENCE -> wanted.add(plots.get(Source.DIFFERENCE));
            case SIDE_BY_SIDE -> {
                wanted.add(plots.get(Source.ANALYTIC));
                wanted.add(plots.get(Source.LEARNED));
            }
        }
        // A picture on its way shows the plots of before.
        renderer.take(_ -> {});
        shown = List.copyOf(wanted);
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
        meterLabel.autosize();
        meterLabel.relocate(getWidth() - meterLabel.getWidth() - GAP - 8, GAP + PlotView.CAPTION + 8);
        changed();
    }

    /** The plot that shows {@code source}, for tests and lessons to point at. */
    Optional<PlotView> plot(Source source) {
        return Optional.ofNullable(plots.get(source)).filter(shown::contains);
    }

    @Override
    public void close() {
        clock.stop();
        renderer.close();
    }
}
