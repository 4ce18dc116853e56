package scorescope.plot.layer;

import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.ThemeColor;

/** The mark of a denoised point in all pictures: a disc for the exact one, a ring for the learned one. */
final class DenoisedMark {
    private DenoisedMark() {}

    static double radius(Style style) {
        return 0.8 * style.head();
    }

    static void draw(Painter painter, double x, double y, Palette palette, boolean learned, Style style) {
        double r = radius(style);
        double[] atX = {x};
        double[] atY = {y};
        painter.discs(atX, atY, 1, r + style.outline(), palette.panel());
        painter.discs(atX, atY, 1, r, color(learned).on(palette));
        if (learned) {
            painter.discs(atX, atY, 1, 0.55 * r, palette.panel());
        }
    }

    static ThemeColor color(boolean learned) {
        return learned ? Palette::learned : Palette::clean;
    }
}
