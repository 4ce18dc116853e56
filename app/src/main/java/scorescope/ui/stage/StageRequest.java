package scorescope.ui.stage;

import java.util.List;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.words.Notation;

/**
 * One picture of the stage, asked for. All panels are of one moment: they always show the same noise level.
 *
 * @param pixelsPerPoint the screen's scale
 * @param detail cells of the density along a point: fewer in a drag, so that pictures come in time
 * @param notation how formulas are written
 * @param inputNanos time of the input that this picture shows, as of {@link System#nanoTime}
 */
record StageRequest(
        List<Panel> panels, double pixelsPerPoint, Palette palette, double detail, long inputNanos, Notation notation) {
    /**
     * One plot.
     *
     * @param viewport the plotting area, its left and top at 0
     * @param layers the lowest first
     * @param marks what can be taken hold of
     */
    record Panel(Scene scene, Viewport viewport, ShownLayers layers, HandleMarks marks) {}

    StageRequest {
        panels = List.copyOf(panels);
    }
}
