package scorescope.plot.figure;

import java.util.Optional;
import scorescope.plot.guide.Axes;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;
import scorescope.plot.paint.Viewport;

/**
 * A part of the plane, laid out: the content of the viewport, with the caption above and axes around.
 *
 * @param captionRight right end of the caption, which may be wider than the plane
 */
public record PlanePanel(Caption caption, Viewport viewport, double captionRight, Axes axes, PlaneContent content)
        implements Panel {
    @Override
    public Place place() {
        return new Place(viewport.left(), viewport.top(), viewport.width(), viewport.height());
    }

    /** The note for which its caption has no room; empty outside composed figures. */
    Optional<UnsaidWords> unsaidNote(TextMeasure ruler, Style style) {
        return content instanceof ScenePlane plane
                        && plane.named()
                        && !caption.note().isEmpty()
                        && !caption.hasRoomForNote(ruler, captionRight - viewport.left(), style)
                ? Optional.of(new UnsaidWords(plane.name(), caption.note()))
                : Optional.empty();
    }

    @Override
    public void draw(Painter painter, Palette palette, Style style) {
        content.draw(painter, viewport, palette);
        axes.draw(painter, viewport, palette, style);
        caption.drawOver(painter, place().upTo(captionRight), palette, style);
        content.ownBar()
                .ifPresent(bar -> bar.draw(
                        painter,
                        viewport.left() + viewport.width() + Figure.BAR_GAP * style.text(),
                        viewport.top(),
                        viewport.height(),
                        palette,
                        style));
    }
}
