package scorescope.plot;

import scorescope.plot.ColorMap.Scaling;

/** The noised density as an image; the map's end is the largest density seen. */
public final class DensityLayer implements SceneLayer {
    private int[] colors = new int[0];
    private int columns;
    private int rows;

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        columns = density.columns();
        rows = density.rows();
        int count = columns * rows;
        if (colors.length < count) {
            colors = new int[count];
        }
        scene.colorMap().map(density.values(), count, Scaling.LINEAR, 0, density.largest(), colors);
    }

    @Override
    public boolean readsDensity() {
        return true;
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        painter.image(colors, columns, rows, viewport.left(), viewport.top(), viewport.width(), viewport.height());
    }
}
