package scorescope.ui.chart;

import javafx.scene.layout.Region;
import scorescope.plot.paint.Palette;
import scorescope.ui.draw.SharpCanvas;

/** A chart on a canvas that fills its region; drawn again when its data, its colours or its size change. */
abstract class DrawnChart extends Region {
    private final SharpCanvas canvas = new SharpCanvas();
    private Palette palette = Palette.LIGHT;

    /** @param name text for screen readers */
    DrawnChart(String id, String name, double height) {
        setId(id);
        setAccessibleText(name);
        setMinHeight(height);
        setPrefHeight(height);
        getChildren().add(canvas);
    }

    /** Draws the chart over the whole canvas. */
    abstract void draw();

    final SharpCanvas canvas() {
        return canvas;
    }

    final Palette palette() {
        return palette;
    }

    /** Sets the colours and draws again. */
    public final void use(Palette colours) {
        palette = colours;
        draw();
    }

    @Override
    protected final void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        draw();
    }
}
