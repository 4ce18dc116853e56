package scorescope.plot.paint;

/** What stands around a plot and follows the style's sizes: axes, captions, legends, colour bars. */
public interface StyledLayer {
    void draw(Painter painter, Viewport viewport, Palette palette, Style style);
}
