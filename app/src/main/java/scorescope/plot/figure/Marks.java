package scorescope.plot.figure;

import java.util.Arrays;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.Ellipse;
import scorescope.core.density.GaussianMixture;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.ArrowHead;
import scorescope.plot.paint.Arrows;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.StyledLayer;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.paint.Viewport;

/**
 * Marks of a study in the plane, each kind with its legend. Coordinates are in data units; arrays are not copied and
 * must not be modified while the marks are in use.
 */
public sealed interface Marks extends StyledLayer {
    /** Their meaning in the legend; no entry if empty. */
    String name();

    /** Draws a miniature sample of the mark, centred at a point of the legend. */
    void sample(Painter painter, double x, double y, Palette palette, Style style);

    default List<Legend.Entry> legend() {
        return name().isEmpty()
                ? List.of()
                : List.of(new Legend.Entry(
                        (painter, x, y, palette, style) ->
                                sample(painter, x + 0.7 * style.ticks(), y, palette, style.on(palette)),
                        name()));
    }

    /** The shape of a point. */
    enum Shape {
        DISC,
        RING,
        CROSS,
        DIAMOND
    }

    /**
     * Points.
     *
     * @param size as a multiple of a particle's size
     */
    record Points(String name, double[] x, double[] y, ThemeColor color, Shape shape, double size) implements Marks {
        public static Points one(String name, double x, double y, ThemeColor color, Shape shape, double size) {
            return new Points(name, new double[] {x}, new double[] {y}, color, shape, size);
        }

        @Override
        public void draw(Painter painter, Viewport viewport, Palette palette, Style style) {
            double[] px = Arrays.stream(x).map(viewport::toX).toArray();
            double[] py = Arrays.stream(y).map(viewport::toY).toArray();
            paint(painter, px, py, size * style.particle(), palette, style);
        }

        @Override
        public void sample(Painter painter, double atX, double atY, Palette palette, Style style) {
            double radius = Math.min(size * style.particle(), 0.42 * style.ticks());
            paint(painter, new double[] {atX}, new double[] {atY}, radius, palette, style);
        }

        private void paint(Painter painter, double[] px, double[] py, double r, Palette palette, Style style) {
            Color paint = color.on(palette);
            // Large marks have a rim, so that they are visible on any background.
            boolean rim = size >= 2.5;
            switch (shape) {
                case DISC -> {
                    if (rim) {
                        painter.discs(px, py, px.length, r + style.outline(), palette.panel());
                    }
                    painter.discs(px, py, px.length, r, paint);
                }
                case RING -> {
                    for (int i = 0; i < px.length; i++) {
                        painter.ellipse(px[i], py[i], r, r, 0, palette.panel(), 3.4 * style.outline(), Dash.SOLID);
                        painter.ellipse(px[i], py[i], r, r, 0, paint, 1.6 * style.outline(), Dash.SOLID);
                    }
                }
                case CROSS -> {
                    var sx = new double[4 * px.length];
                    var sy = new double[4 * px.length];
                    for (int i = 0; i < px.length; i++) {
                        for (int end = 0; end < 4; end++) {
                            sx[4 * i + end] = px[i] + (end % 2 == 0 ? -r : r);
                            sy[4 * i + end] = py[i] + (end == 0 || end == 3 ? -r : r);
                        }
                    }
                    painter.segments(sx, sy, sx.length, paint, 1.2 * style.outline());
                }
                case DIAMOND -> {
                    for (int i = 0; i < px.length; i++) {
                        painter.diamond(px[i], py[i], 1.3 * r + 1.5 * style.outline(), palette.panel());
                        painter.diamond(px[i], py[i], 1.3 * r, paint);
                    }
                }
            }
        }
    }

    /**
     * A text beside a point.
     *
     * @param right whether the text is right of the point, else left
     */
    record Word(String text, double x, double y, boolean right, ThemeColor color) implements Marks {
        @Override
        public String name() {
            return "";
        }

        @Override
        public void draw(Painter painter, Viewport viewport, Palette palette, Style style) {
            double px = viewport.toX(x) + (right ? 1 : -1) * style.ticks();
            double py = viewport.toY(y) - 0.5 * style.ticks();
            var align = right ? Painter.Align.LEFT : Painter.Align.RIGHT;
            painter.text(text, px, py, style.ticks(), true, align, color.on(palette));
        }

        @Override
        public void sample(Painter painter, double atX, double atY, Palette palette, Style style) {}
    }

    /** Arrows, each from (x0, y0) to (x1, y1). */
    record Displacements(String name, double[] x0, double[] y0, double[] x1, double[] y1, ThemeColor color)
            implements Marks {
        @Override
        public void draw(Painter painter, Viewport viewport, Palette palette, Style style) {
            var arrows = new Arrows();
            for (int i = 0; i < x0.length; i++) {
                arrows.add(
                        viewport.toX(x0[i]),
                        viewport.toY(y0[i]),
                        viewport.toX(x1[i]),
                        viewport.toY(y1[i]),
                        style,
                        ArrowHead.SOLID);
            }
            arrows.draw(painter, color.on(palette), style.arrow());
        }

        @Override
        public void sample(Painter painter, double atX, double atY, Palette palette, Style style) {
            // Vertical arrows are vertical in the legend too, since their direction has a meaning.
            boolean upright = x0.length > 0 && Arrays.equals(x0, x1);
            double dx = upright ? 0 : 0.7 * style.ticks();
            double dy = upright ? 0.6 * Math.signum(y0[0] - y1[0]) * style.ticks() : 0;
            var arrow = new Arrows();
            arrow.add(atX - dx, atY - dy, atX + dx, atY + dy, style, ArrowHead.SOLID);
            arrow.draw(painter, color.on(palette), style.arrow());
        }
    }

    /** A line through points. */
    record Path(String name, double[] x, double[] y, ThemeColor color, Dash dash, double weight) implements Marks {
        @Override
        public void draw(Painter painter, Viewport viewport, Palette palette, Style style) {
            if (x.length < 2) {
                return;
            }
            double[] px = Arrays.stream(x).map(viewport::toX).toArray();
            double[] py = Arrays.stream(y).map(viewport::toY).toArray();
            painter.polyline(px, py, px.length, false, color.on(palette), weight * style.outline(), dash);
        }

        @Override
        public void sample(Painter painter, double atX, double atY, Palette palette, Style style) {
            line(painter, atX, atY, color.on(palette), weight * style.outline(), dash, style);
        }
    }

    /** Ellipses of Gaussians at a number of standard deviations, each with a cross at its mean. */
    record Ellipses(String name, GaussianMixture gaussians, double[] deviations, ThemeColor color, Dash dash)
            implements Marks {
        @Override
        public void draw(Painter painter, Viewport viewport, Palette palette, Style style) {
            var paint = color.on(palette);
            for (var c : gaussians.components()) {
                for (double deviation : deviations) {
                    ring(painter, viewport, c, deviation, palette.panel().fade(0.7), 3.5 * style.outline(), Dash.SOLID);
                    ring(painter, viewport, c, deviation, paint, 1.7 * style.outline(), dash);
                }
                Points.one("", c.meanX(), c.meanY(), color, Shape.CROSS, 2.4).draw(painter, viewport, palette, style);
            }
        }

        private static void ring(
                Painter painter,
                Viewport viewport,
                Component c,
                double deviation,
                Color color,
                double width,
                Dash dash) {
            var shape = Ellipse.of(c);
            double scale = deviation * viewport.scale();
            painter.ellipse(
                    viewport.toX(c.meanX()),
                    viewport.toY(c.meanY()),
                    scale * shape.a(),
                    scale * shape.b(),
                    shape.angle(),
                    color,
                    width,
                    dash);
        }

        @Override
        public void sample(Painter painter, double atX, double atY, Palette palette, Style style) {
            line(painter, atX, atY, color.on(palette), 1.7 * style.outline(), dash, style);
        }
    }

    private static void line(Painter painter, double x, double y, Color color, double width, Dash dash, Style style) {
        double half = 0.7 * style.ticks();
        painter.polyline(new double[] {x - half, x + half}, new double[] {y, y}, 2, false, color, width, dash);
    }
}
