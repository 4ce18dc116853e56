package scorescope.ui.noise;

import javafx.scene.image.Image;
import scorescope.core.score.MixtureScore;
import scorescope.plot.color.ColorMap;
import scorescope.plot.color.ColorMap.Scaling;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Viewport;
import scorescope.plot.raster.Raster;
import scorescope.session.View;
import scorescope.ui.draw.RasterImage;

/** Small pictures of the density at each noise level, side by side, as the axis of the noise bar. */
final class FilmStrip {
    /** Preferred width of one picture, in points. */
    private static final double FRAME = 55;

    private static final double RADIUS = 8;

    private final RasterImage pixels = new RasterImage();
    private final Raster raster = pixels.raster();
    private final DensityGrid density = new DensityGrid();
    private int[] colors = new int[0];

    /**
     * A request for a strip.
     *
     * @param width in points
     * @param height in points
     */
    record Request(
            MixtureScore exact,
            NoiseScale scale,
            View view,
            Palette palette,
            double width,
            double height,
            double pixelsPerPoint) {}

    /** Computes and draws the strip; on a background thread. */
    void draw(Request request) {
        double pixels = request.pixelsPerPoint();
        int width = Math.max(1, (int) Math.round(request.width() * pixels));
        int height = Math.max(1, (int) Math.round(request.height() * pixels));
        raster.reset(width, height, request.palette().panel().argb());
        int frames = Math.max(1, (int) Math.round(request.width() / FRAME));
        // Always the quiet map, on which the thumb and its line are visible.
        var map = ColorMapCatalog.named(ColorMapCatalog.QUIET, request.palette().dark(), "view.colorMap");
        for (int k = 0; k < frames; k++) {
            int left = k * width / frames;
            int right = (k + 1) * width / frames;
            drawFrame(request, map, (k + 0.5) / frames, left, right - left, height);
        }
        drawEdge(request.palette(), width, height, RADIUS * pixels);
    }

    private void drawFrame(Request request, ColorMap map, double position, int left, int width, int height) {
        var view = request.view();
        var viewport = Viewport.fit(0, 0, width, height, view.x0(), view.x1(), view.y0(), view.y1());
        var scale = request.scale();
        density.compute(request.exact(), scale.level(scale.value(position)), viewport, 1);
        int count = density.columns() * density.rows();
        if (colors.length < count) {
            colors = new int[count];
        }
        map.map(density.values(), count, Scaling.LINEAR, 0, density.largest(), colors);
        raster.image(colors, density.columns(), density.rows(), left, 0, width, height);
    }

    /** Rounds the corners off and draws a hairline round them. In pixels, since a clip would cost at every frame. */
    private void drawEdge(Palette palette, int width, int height, double radius) {
        for (int j = 0; j < height; j++) {
            double dy = beyond(j + 0.5, radius, height - radius);
            for (int i = 0; i < width; i++) {
                double dx = beyond(i + 0.5, radius, width - radius);
                double distance = Math.hypot(dx, dy);
                if (distance > radius - 1.5) {
                    double line = Math.clamp(1 - Math.abs(distance - (radius - 0.5)), 0, 1);
                    double outside = Math.clamp(distance - radius + 0.5, 0, 1);
                    mark(i, j, palette.line(), line);
                    mark(i, j, palette.panel(), outside);
                }
            }
        }
    }

    private static double beyond(double at, double low, double high) {
        return at < low ? low - at : at > high ? at - high : 0;
    }

    private void mark(int i, int j, Color color, double coverage) {
        raster.rectangle(i, j, 1, 1, color.fade(coverage).argb());
    }

    /** The strip drawn last; on the JavaFX thread. */
    Image image() {
        return pixels.image();
    }
}
