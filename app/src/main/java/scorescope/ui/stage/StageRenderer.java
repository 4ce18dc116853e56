package scorescope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.plot.ColorMap;
import scorescope.plot.KeptContents;
import scorescope.plot.LayerCatalog;
import scorescope.plot.Palette;
import scorescope.plot.PanelContent;
import scorescope.plot.Raster;
import scorescope.plot.RasterPainter;
import scorescope.plot.ShownLayers;
import scorescope.plot.Style;
import scorescope.plot.Viewport;

/**
 * Computes and draws the panels of a request; on the render thread.
 *
 * <p>Everything over the plane is drawn here, into pixels, and not on a JavaFX canvas. The ground (density and
 * contours) is the same in two linked panels, and stays what it is while particles move over it, so it is computed and
 * drawn once and copied.
 *
 * <p>CPU time measured (on a machine busy with other work) for panels of 420×550 points, three components, 24 arrows
 * along the longer side: density 0.4 ms and 1.4 to draw, contours 1.7 and 1.0, arrows 0.1 and 0.9, copying the ground
 * 0.1. Two panels together 8 ms; 13 before the ground was shared. Contours and arrows of one panel on JavaFX's
 * software canvas took 8 ms a frame of the toolkit's threads, where they take 3 here.
 */
final class StageRenderer {
    private final Style style;
    private final Raster ground = new Raster();
    private final KeptContents grounds = new KeptContents();
    private final KeptContents overs = new KeptContents();
    private final List<PanelContent> contents = new ArrayList<>();
    private PanelContent below;
    private Optional<GroundKey> grounded = Optional.empty();

    StageRenderer(Style style) {
        this.style = style;
        below = grounds.next(ShownLayers.of(), 0, style);
    }

    void render(StageRequest request, StagePicture picture) {
        picture.answers(request.asked());
        var panels = request.panels();
        overs.begin();
        contents.clear();
        for (var panel : panels) {
            // What lies over the ground.
            var content = overs.next(panel.layers(), grounds(panel.layers()), style);
            content.compute(panel.scene(), panel.viewport(), request.detail());
            contents.add(content);
        }
        PanelContent.shareScales(contents);
        for (int i = 0; i < panels.size(); i++) {
            var panel = panels.get(i);
            var content = contents.get(i);
            var plot = picture.plot(i);
            var wanted = GroundKey.of(request, panel);
            if (!grounded.equals(Optional.of(wanted))) {
                drawGround(request, panel);
                grounded = Optional.of(wanted);
            }
            plot.raster().copy(ground);
            draw(request, panel, content, plot.raster());
            plot.says(PanelContent.words(List.of(below, content)));
        }
    }

    /** How many of the lowest layers show the density alone, whatever score the panel is about. */
    private static int grounds(ShownLayers layers) {
        int count = 0;
        while (count < layers.ids().size()
                && !LayerCatalog.kind(layers.ids().get(count), "view.layers[" + count + "]")
                        .ofScore()) {
            count++;
        }
        return count;
    }

    /** All that a ground depends on. */
    private record GroundKey(
            ShownLayers layers,
            Viewport viewport,
            MixtureScore exact,
            NoiseLevel level,
            ColorMap colorMap,
            double detail,
            double pixelsPerPoint,
            Palette palette) {
        static GroundKey of(StageRequest request, StageRequest.Panel panel) {
            return new GroundKey(
                    groundLayers(panel.layers()),
                    panel.viewport(),
                    panel.scene().exact(),
                    panel.scene().level(),
                    panel.scene().colorMap(),
                    request.detail(),
                    request.pixelsPerPoint(),
                    request.palette());
        }
    }

    private static ShownLayers groundLayers(ShownLayers layers) {
        return layers.with(layers.ids().subList(0, grounds(layers)));
    }

    private void drawGround(StageRequest request, StageRequest.Panel panel) {
        var viewport = panel.viewport();
        grounds.begin();
        below = grounds.next(groundLayers(panel.layers()), 0, style);
        int width = Math.max(1, (int) Math.round(viewport.width() * request.pixelsPerPoint()));
        int height = Math.max(1, (int) Math.round(viewport.height() * request.pixelsPerPoint()));
        ground.reset(width, height, request.palette().panel().argb());
        var painter = painter(ground);
        painter.begin(request.pixelsPerPoint());
        below.compute(panel.scene(), viewport, request.detail());
        below.draw(painter, viewport, request.palette());
    }

    private void draw(StageRequest request, StageRequest.Panel panel, PanelContent content, Raster raster) {
        var painter = painter(raster);
        painter.begin(request.pixelsPerPoint());
        content.draw(painter, panel.viewport(), request.palette());
        panel.marks().draw(painter, panel.viewport(), request.palette());
    }

    /** Nothing on the plane is text; a width is never asked for. */
    private static RasterPainter painter(Raster raster) {
        return new RasterPainter(raster, (text, size, bold) -> 0);
    }
}
