package scorescope.plot.layer;

import java.util.List;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.ThemeColor;

/** The mark of a class of components: a distinct colour and shape, repeated from the fifth class on. */
public enum ClassMark {
    SQUARE(0) {
        @Override
        void shape(Painter painter, double x, double y, double radius, Color color) {
            painter.rectangle(x - 0.85 * radius, y - 0.85 * radius, 1.7 * radius, 1.7 * radius, color);
        }
    },
    TRIANGLE(1) {
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
    DISC(2) {
        @Override
        void shape(Painter painter, double x, double y, double radius, Color color) {
            painter.discs(new double[] {x}, new double[] {y}, 1, radius, color);
        }
    },
    DIAMOND(3) {
        @Override
        void shape(Painter painter, double x, double y, double radius, Color color) {
            painter.diamond(x, y, 1.2 * radius, color);
        }
    };

    /** Number of its colour among those of categories. */
    private final int category;

    ClassMark(int category) {
        this.category = category;
    }

    /** The mark of one of the labels of a mixture. */
    public static ClassMark of(String label, List<String> labels) {
        return values()[Math.floorMod(labels.indexOf(label), values().length)];
    }

    abstract void shape(Painter painter, double x, double y, double radius, Color color);

    /** Draws the shape in its colour, with a rim that separates it from what lies below. */
    public void draw(Painter painter, double x, double y, double radius, double rim, Palette palette) {
        shape(painter, x, y, radius + rim, palette.panel());
        shape(painter, x, y, radius, ThemeColor.category(category).on(palette));
    }
}
