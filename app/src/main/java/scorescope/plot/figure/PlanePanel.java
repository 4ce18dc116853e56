package scorescope.plot.figure;

import scorescope.plot.guide.Axes;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;

/** A part of the plane: what is seen through the viewport, with its caption above and its axes around. */
public record PlanePanel(Caption caption, Viewport viewport, Axes axes, Layer content) implements Panel {
    @Override
    public Place place() {
        return new Place(viewport.left(), viewport.top(), viewport.width(), viewport.height());
    }

    @Override
    public void draw(Painter painter, Palette palette, Style style) {
        content.draw(painter, viewport, palette);
        axes.draw(painter, viewport, palette, style);
        caption.drawOver(painter, place(), palette, style);
    }
}
