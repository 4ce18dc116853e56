package scorescope.ui.stage;

import java.util.List;
import java.util.Optional;
import scorescope.core.sampling.DrawnStart;
import scorescope.plot.paint.Viewport;
import scorescope.ui.model.SprayBrush;
import scorescope.ui.model.StartBrush;
import scorescope.ui.model.WindowModel;

/**
 * The pointer as a brush, one at a time: it sprays points of the distribution, or draws start positions of particles.
 * Holds no controls; positions are points of the viewport.
 */
final class StageBrushes {
    /** Radius of the pen that draws starts, in points. */
    private static final double PEN = 24;

    private final WindowModel model;

    StageBrushes(WindowModel model) {
        this.model = model;
    }

    /** Whether the pointer is a brush. */
    boolean active() {
        return spraying() || drawing();
    }

    boolean spraying() {
        return model.pointerState().sprayingProperty().get();
    }

    boolean drawing() {
        return model.pointerState().drawingStartsProperty().get();
    }

    /** The drawn start positions, while they are being edited. */
    List<Double> starts() {
        return drawing() && model.session().sampler().start() instanceof DrawnStart drawn ? drawn.xy() : List.of();
    }

    /** The ring of the spray brush about (x, y) in data units of the picture, while it is in use. */
    Optional<HandleMarks.Brush> ring(double x, double y, boolean erasing) {
        return spraying()
                ? Optional.of(new HandleMarks.Brush(
                        x, y, alpha() * model.session().view().brush(), erasing))
                : Optional.empty();
    }

    /** Adds one puff of points, or with {@code erasing} removes points there. */
    void spray(Viewport viewport, double px, double py, boolean erasing) {
        var brush = new SprayBrush(model.session().view().brush());
        double x = viewport.dataX(px) / alpha();
        double y = viewport.dataY(py) / alpha();
        model.edit(s -> s.withDensity(
                erasing
                        ? brush.erased(s.density(), model.mixture(), x, y)
                        : brush.sprayed(s.density(), model.mixture(), x, y)));
    }

    /** Adds one start position, or with {@code erasing} removes those there. */
    void draw(Viewport viewport, double px, double py, boolean erasing) {
        var brush = new StartBrush(PEN / viewport.scale());
        double x = viewport.dataX(px);
        double y = viewport.dataY(py);
        model.edit(s -> {
            var before = s.sampler().start();
            return s.withSampler(
                    s.sampler().withStart(erasing ? brush.erased(before, x, y) : brush.drawn(before, x, y)));
        });
    }

    private double alpha() {
        return model.level().alpha();
    }
}
