package scorescope.ui.stage;

import scorescope.plot.layer.ChosenParticle;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Source;
import scorescope.ui.model.PointerState;
import scorescope.ui.model.WindowModel;

/**
 * A click on or near a particle chooses it, while the layer that tracks one is shown. Positions are points of the
 * viewport.
 */
final class ParticlePick {
    /** Largest distance from a particle that counts as a hit, in points. */
    private static final double REACH = 12;

    private final WindowModel model;

    ParticlePick(WindowModel model) {
        this.model = model;
    }

    /** Chooses among the particles of the plot that shows {@code source}. */
    void clicked(Source source, Viewport viewport, double px, double py) {
        if (ChosenParticle.of(model.session().view()).isEmpty()) {
            return;
        }
        var frames = source == Source.ANALYTIC ? model.analyticParticlesProperty() : model.learnedParticlesProperty();
        var particles = frames.get().particles();
        ChosenParticle.near(particles, viewport, px, py, REACH).ifPresent(index -> {
            model.edit(session -> session.withView(ChosenParticle.in(session.view(), index)));
            model.pointerState().lastTargetProperty().set(PointerState.DragTarget.PARTICLE);
        });
    }
}
