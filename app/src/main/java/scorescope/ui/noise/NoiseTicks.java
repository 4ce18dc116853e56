package scorescope.ui.noise;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import scorescope.plot.paint.Painter.Align;
import scorescope.ui.draw.CanvasPainter;
import scorescope.ui.model.WindowModel;

/** The numbers under the noise bar, and the steps of the session's sampler along it. */
final class NoiseTicks {
    private static final double SIZE = 12;
    private static final double ROOM = 44;

    private final WindowModel model;
    private final double size;
    private final SamplerSteps steps;
    private final Canvas canvas = new Canvas();
    private final CanvasPainter painter = new CanvasPainter(canvas.getGraphicsContext2D(), "Inter");

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
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.relocate(0, top);
    }

    void draw(NoiseScale scale) {
        double width = canvas.getWidth();
        canvas.getGraphicsContext2D().clearRect(0, 0, width, canvas.getHeight());
        var color = model.preferences().theme().palette().mute();
        steps.draw(painter, scale, width, model.preferences().theme().palette());
        for (double tick : scale.ticks((int) (width / (size * ROOM)))) {
            String label = NoiseScale.tick(tick);
            double half = painter.textWidth(label, size * SIZE, false) / 2;
            double x = Math.clamp(scale.position(tick) * width, half, Math.max(half, width - half));
            painter.text(label, x, size * SIZE + 3, size * SIZE, false, Align.CENTER, color);
        }
    }
}
