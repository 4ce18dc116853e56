package scorescope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import scorescope.plot.PanelContent;
import scorescope.plot.RasterPainter;
import scorescope.plot.Style;

/**
 * Computes and draws the panels of a request; on the render thread.
 *
 * <p>Everything over the plane is drawn here, into pixels, and not on a JavaFX canvas: see the figures at
 * {@link scorescope.plot.RasterPainter}.
 */
final class StageRenderer {
    private final Style style;
    private final List<Kept> kept = new ArrayList<>();

    /** The layers of a panel with their buffers, for as long as the panel has these layers. */
    private record Kept(List<String> layers, PanelContent content) {}

    StageRenderer(Style style) {
        this.style = style;
    }

    void render(StageRequest request, StagePicture picture) {
        picture.answers(request.asked());
        for (int i = 0; i < request.panels().size(); i++) {
            render(
                    request,
                    request.panels().get(i),
                    content(i, request.panels().get(i).layers()),
                    picture.plot(i));
        }
    }

    private void render(StageRequest request, StageRequest.Panel panel, PanelContent content, StagePicture.Plot plot) {
        var viewport = panel.viewport();
        var palette = request.palette();
        content.compute(panel.scene(), viewport);
        var raster = plot.raster();
        int width = Math.max(1, (int) Math.round(viewport.width() * request.pixelsPerPoint()));
        int height = Math.max(1, (int) Math.round(viewport.height() * request.pixelsPerPoint()));
        raster.reset(width, height, palette.panel().argb());
        // Nothing on the plane is text; a width is never asked for.
        var painter = new RasterPainter(raster, (text, size, bold) -> 0);
        painter.begin(request.pixelsPerPoint());
        content.draw(painter, viewport, palette);
        panel.marks().draw(painter, viewport, palette);
    }

    private PanelContent content(int index, List<String> layers) {
        if (index == kept.size()) {
            kept.add(new Kept(layers, new PanelContent(layers, style)));
        } else if (!kept.get(index).layers().equals(layers)) {
            kept.set(index, new Kept(layers, new PanelContent(layers, style)));
        }
        return kept.get(index).content();
    }
}
