package scorescope.plot.raster;

import scorescope.plot.paint.Viewport;

/** Map from coordinates to pixels: x ↦ scaleX x + shiftX, y ↦ scaleY y + shiftY. */
record PixelMap(double scaleX, double shiftX, double scaleY, double shiftY) {
    /** From figure points. */
    static PixelMap ofPoints(double pixelsPerPoint) {
        return new PixelMap(pixelsPerPoint, 0, pixelsPerPoint, 0);
    }

    /** From data units. */
    static PixelMap ofData(Viewport viewport, double pixelsPerPoint) {
        double scale = pixelsPerPoint * viewport.scale();
        return new PixelMap(scale, pixelsPerPoint * viewport.toX(0), -scale, pixelsPerPoint * viewport.toY(0));
    }

    double x(double x) {
        return scaleX * x + shiftX;
    }

    double y(double y) {
        return scaleY * y + shiftY;
    }
}
