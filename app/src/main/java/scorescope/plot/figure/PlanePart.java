package scorescope.plot.figure;

import java.util.List;
import scorescope.core.density.Box;
import scorescope.plot.guide.Axes;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;
import scorescope.plot.paint.Viewport;
import scorescope.words.Words;

/**
 * A part of the plane, with equal scales.
 *
 * @param box the part that is visible at least
 * @param numbered whether it has numbers on its left even beside another plot
 * @param exact whether exactly the box is visible, so that a place of another shape is not filled
 */
public record PlanePart(Caption caption, Box box, PlaneContent content, boolean numbered, boolean exact)
        implements Part {
    public PlanePart {
        box = drawable(box);
    }

    public PlanePart(Caption caption, Box box, PlaneContent content) {
        this(caption, box, content, false, false);
    }

    /** Smallest width, as a multiple of the text size. */
    private static final double NARROWEST = 8;

    /** Limits of height over width: a plot of 1 : 1000 would be a line, one of 1000 : 1 a page of 85 metres. */
    private static final double FLATTEST = 0.1;

    private static final double TALLEST = 4;

    /** The same with its own numbers, for use beside a plot of another part of the plane. */
    public PlanePart withNumbers() {
        return new PlanePart(caption, box, content, true, exact);
    }

    private Viewport in(Place given) {
        var place = exact ? shaped(given) : given;
        return Viewport.fit(
                place.left(), place.top(), place.width(), place.height(), box.x0(), box.x1(), box.y0(), box.y1());
    }

    @Override
    public double used(double width, double height) {
        return exact ? Math.min(width, height / shape()) : width;
    }

    /** The largest place with the box's shape in the upper left corner of another place. */
    private Place shaped(Place place) {
        double width = used(place.width(), place.height());
        return new Place(place.left(), place.top(), width, width * shape());
    }

    private Axes axes(Style style, boolean leftmost) {
        boolean first = leftmost || numbered;
        // On paper axes are framed and named; on the screen the plots of a study have the same plain axes as the stage.
        return style.framed()
                ? new Axes(
                        Formula.parse(Words.text("figure.axis.x")),
                        Formula.parse(first ? Words.text("figure.axis.y") : ""),
                        first)
                : new Axes(Formula.parse(""), Formula.parse(""), first);
    }

    @Override
    public double left(TextMeasure ruler, Style style, boolean first, Place plot) {
        return axes(style, first).left(ruler, style, in(plot));
    }

    @Override
    public double right(TextMeasure ruler, Style style) {
        var rough = Viewport.fit(0, 0, 100, 100, box.x0(), box.x1(), box.y0(), box.y1());
        return content.hasOwnBar()
                ? content.glance(rough, style)
                        .map(bar -> Figure.BAR_GAP * style.text() + bar.width(ruler, style))
                        .orElse(0.0)
                : 0;
    }

    @Override
    public double bottom(TextMeasure ruler, Style style, Place plot) {
        return axes(style, true).bottom(ruler, style, in(plot));
    }

    @Override
    public double height(Style style, double width) {
        return width * shape();
    }

    /** Height over width. */
    private double shape() {
        return (box.y1() - box.y0()) / (box.x1() - box.x0());
    }

    /** The box, enlarged about its middle if it is flatter or taller than a plot can be. */
    private static Box drawable(Box box) {
        double width = box.x1() - box.x0();
        double height = box.y1() - box.y0();
        double widen = Math.max(0, height / TALLEST - width) / 2;
        double raise = Math.max(0, FLATTEST * width - height) / 2;
        return new Box(box.x0() - widen, box.x1() + widen, box.y0() - raise, box.y1() + raise);
    }

    @Override
    public double narrowest(TextMeasure ruler, Style style) {
        return NARROWEST * style.text();
    }

    @Override
    public double elasticity() {
        return exact ? 1 : 1.25;
    }

    /** The shorter side, since additional space would only show more of the plane. */
    @Override
    public double size(Style style, double width, double height) {
        return Math.min(width, width * height / height(style, width));
    }

    @Override
    public Panel at(Place place, Style style, boolean first, PanelContentCache cache) {
        var viewport = in(place);
        content.compute(viewport, style, cache);
        double captionRight = viewport.left() + Math.max(viewport.width(), place.width());
        return new PlanePanel(content.background().under(caption), viewport, captionRight, axes(style, first), content);
    }

    @Override
    public List<Legend.Entry> legend() {
        return content.legend();
    }

    @Override
    public Part under(Caption changed) {
        return new PlanePart(changed, box, content, numbered, exact);
    }
}
