package scorescope.plot;

/** One plot of a figure: what is seen through the viewport, with its caption above and its axes around. */
public record Panel(Caption caption, Viewport viewport, Axes axes, Layer content) {
    void draw(Painter painter, Palette palette, Style style) {
        content.draw(painter, viewport, palette);
        axes.draw(painter, viewport, palette, style);
        caption.draw(
                painter,
                viewport.left(),
                viewport.left() + viewport.width(),
                viewport.top() - 0.75 * style.text(),
                palette,
                style);
    }
}
