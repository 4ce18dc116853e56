package scorescope.plot.layer;

import java.util.List;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;

/** The mark of a class of components: a distinct colour and shape, repeated from the fifth class on. */
public enum ClassMark {
    SQUARE(0xff0b6e75, 0xff4dd0d8) {
        @Override
        void shape(Painter painter, double x, double y, double radius, Color color) {
            painter.rectangle(x - 0.85 * radius, y - 0.85 * radius, 1.7 * radius, 1.7 * radius, color);
        }
    },
    TRIANGLE(0xff6a3fc0, 0xffb9a2ff) {
        @Override
        void shape(Painter painter, double x, double y, double radius, Color color) {
            double side = 1.1 * radius;
            painter.triangles(
                    new double[] {x - side, x + side, x},
                    new double[] {y + 0.8 * side, y + 0.8 * side, y - side},
                    3,
                    color);
        }
    },
    DISC(0xff1c1d1f, 0xffeceded) {
        @Override
        void shape(Painter painter, double x, double y, double radius, Color color) {
            painter.discs(new double[] {x}, new double[] {y}, 1, radius, color);
        }
    },
    DIAMOND(0xff7a5a00, 0xffe0c050) {
        @Override
        void shape(Painter painter, double x, double y, double radius, Color color) {
            painter.diamond(x, y, 1.2 * radius, color);
        }
    };

    private final int light;
    private final int dark;

    /** @param light 0xAARRGGBB on a light background, {@code dark} on a dark one */
    ClassMark(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The mark of one of the labels of a mixture. */
    public static ClassMark of(String label, List<String> labels) {
        return values()[Math.floorMod(labels.indexOf(label), values().length)];
    }

    abstract void shape(Painter painter, double x, double y, double radius, Color color);

    /** Draws the shape in its colour, with a rim that separates it from what lies below. */
    public void draw(Painter painter, double x, double y, double radius, double rim, Palette palette) {
        shape(painter, x, y, radius + rim, palette.panel());
        shape(painter, x, y, radius, new Color(palette.dark() ? dark : light));
    }
}
