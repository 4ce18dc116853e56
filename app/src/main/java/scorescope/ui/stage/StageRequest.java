package scorescope.ui.stage;

import java.util.List;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.words.Notation;

/**
 * A request for one picture of the stage. All panels show the same moment and the same noise level.
 *
 * @param pixelsPerPoint the screen's scale
 * @param detail cells of the density per point; fewer during a drag, so that pictures are ready in time
 * @param notation how formulas are written
 * @param inputNanos time of the input that this picture shows, as of {@link System#nanoTime}
 */
record StageRequest(
        List<Panel> panels, double pixelsPerPoint, Palette palette, double detail, long inputNanos, Notation notation) {
    /**
     * One plot.
     *
     * @param viewport the plotting area, its upper left corner at 0
     * @param layers the lowest first
     * @param marks what can be dragged
     */
    record Panel(Scene scene, Viewport viewport, ShownLayers layers, HandleMarks marks) {}

    StageRequest {
        panels = List.copyOf(panels);
    }
}
