package scorescope.plot.paint;

/** Something drawn with the style's sizes, such as axes, captions, legends and colour bars. */
public interface StyledLayer {
    void draw(Painter painter, Viewport viewport, Palette palette, Style style);
}
