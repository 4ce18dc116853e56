package scorescope.plot.paint;

/**
 * The map from data to figure points with equal scale on both axes (a circle stays a circle).
 *
 * @param left figure x of the plotting area
 * @param top figure y of the plotting area
 * @param width width of the plotting area in points
 * @param height height of the plotting area in points
 * @param centerX data x at the middle
 * @param centerY data y at the middle
 * @param scale points per data unit
 */
public record Viewport(
        double left, double top, double width, double height, double centerX, double centerY, double scale) {

    /** The viewport that shows all of [x0, x1] × [y0, y1], and more if the area has another shape. */
    public static Viewport fit(
            double left, double top, double width, double height, double x0, double x1, double y0, double y1) {
        double scale = Math.min(width / (x1 - x0), height / (y1 - y0));
        return new Viewport(left, top, width, height, (x0 + x1) / 2, (y0 + y1) / 2, scale);
    }

    public double toX(double x) {
        return left + width / 2 + (x - centerX) * scale;
    }

    public double toY(double y) {
        return top + height / 2 - (y - centerY) * scale;
    }

    /** Whether a figure point lies inside, or outside by no more than {@code margin} points; false for NaN. */
    public boolean holds(double px, double py, double margin) {
        return px >= left - margin && px <= left + width + margin && py >= top - margin && py <= top + height + margin;
    }

    public double dataX(double px) {
        return centerX + (px - left - width / 2) / scale;
    }

    public double dataY(double py) {
        return centerY - (py - top - height / 2) / scale;
    }

    public double x0() {
        return dataX(left);
    }

    public double x1() {
        return dataX(left + width);
    }

    public double y0() {
        return dataY(top + height);
    }

    public double y1() {
        return dataY(top);
    }
}
