package scorescope.ui.chart;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import scorescope.plot.paint.Palette;

/** A chart that fills the width it is given; drawn anew when its numbers, its colours or its room change. */
abstract class DrawnChart extends Region {
    private final Canvas canvas = new Canvas();
    private Palette palette = Palette.LIGHT;

    /** @param name what a screen reader says */
    DrawnChart(String id, String name, double height) {
        setId(id);
        setAccessibleText(name);
        setMinHeight(height);
        setPrefHeight(height);
        getChildren().add(canvas);
    }

    /** Draws all of it, as large as the canvas is. */
    abstract void draw();

    final Canvas canvas() {
        return canvas;
    }

    final Palette palette() {
        return palette;
    }

    /** Takes the colours of another theme. */
    public final void use(Palette colours) {
        palette = colours;
        draw();
    }

    @Override
    protected final void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }
}
