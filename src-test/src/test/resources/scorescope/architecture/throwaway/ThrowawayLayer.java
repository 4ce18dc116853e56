package scorescope.plot.layer;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;

final class ThrowawayLayer implements SceneLayer {
    static final Kind<LayerKind> KIND = LayerKind.of(
            "throwaway-layer",
            "Throw-away layer",
            "A throw-away layer",
            LayerKind.Group.POINTS,
            LayerKind.Subject.SCORE,
            List.of(),
            (style, values) -> new ThrowawayLayer());

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {}

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        painter.rectangle(5, 5, 3, 3, new Color(0xFF123456));
    }
}
