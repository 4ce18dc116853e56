package scorescope.ui.noise;

import javafx.scene.Node;
import scorescope.plot.paint.Painter.Align;
import scorescope.ui.draw.CanvasPainter;
import scorescope.ui.draw.SharpCanvas;
import scorescope.ui.model.WindowModel;

/** The numbers under the noise bar, and the steps of the session's sampler along it. */
final class NoiseTicks {
    private static final double SIZE = 12;
    private static final double ROOM = 44;

    /** Least distance between two numbers; one that would come closer to its neighbour is left out. */
    private static final double GAP = 4;

    private final WindowModel model;
    private final double size;
    private final SamplerSteps steps;
    private final SharpCanvas canvas = new SharpCanvas();
    private final CanvasPainter painter = new CanvasPainter(canvas.context(), "Inter");

    NoiseTicks(WindowModel model, double size) {
        this.size = size;
        this.model = model;
        steps = new SamplerSteps(model);
    }

    Node picture() {
        return canvas;
    }

    /** Whether the sampler's run has come to another step. */
    boolean moved() {
        return steps.moved();
    }

    /** Computes the sampler's steps again; whether they have changed. */
    boolean changed() {
        return steps.changed();
    }

    void place(double top, double width, double height) {
        canvas.fit(width, height);
        canvas.relocate(0, top);
    }

    void draw(NoiseScale scale) {
        double width = canvas.getWidth();
        canvas.clear();
        var color = model.preferences().theme().palette().mute();
        steps.draw(painter, scale, width, model.preferences().theme().palette());
        double free = 0;
        for (double tick : scale.ticks((int) (width / (size * ROOM)))) {
            String label = NoiseScale.tick(tick);
            double half = painter.textWidth(label, size * SIZE, false) / 2;
            double x = Math.clamp(scale.position(tick) * width, half, Math.max(half, width - half));
            if (x - half >= free) {
                painter.text(label, x, size * SIZE + 3, size * SIZE, false, Align.CENTER, color);
                free = x + half + size * GAP;
            }
        }
    }
}
