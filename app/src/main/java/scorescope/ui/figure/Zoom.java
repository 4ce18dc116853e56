package scorescope.ui.figure;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import scorescope.plot.paint.Length;

/** Zoom factor of the page: 1 is the printed size. */
final class Zoom {
    private static final double STEP = 1.1;
    private static final double LEAST = 0.5;
    private static final double MOST = 4;

    /** Values this close to 1 become 1, so that zooming in and out again gives the true size. */
    private static final double NEAR = 0.01;

    private final ReadOnlyDoubleWrapper value = new ReadOnlyDoubleWrapper(1);

    ReadOnlyDoubleProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    void in() {
        set(value.get() * STEP);
    }

    void out() {
        set(value.get() / STEP);
    }

    void asPrinted() {
        set(1);
    }

    private void set(double wanted) {
        value.set(Math.clamp(Math.abs(wanted - 1) < NEAR ? 1 : wanted, LEAST, MOST));
    }

    boolean printed() {
        return value.get() == 1;
    }

    long percent() {
        return Math.round(100 * value.get());
    }

    /**
     * Logical pixels per point.
     *
     * @param dpi resolution of the screen, in its pixels per inch
     * @param outputScale pixels of the screen per logical pixel
     */
    double scale(double dpi, double outputScale) {
        return value.get() * dpi / outputScale / Length.POINTS_PER_INCH;
    }
}
