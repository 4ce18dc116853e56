package scorescope.ui.figure;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import scorescope.plot.paint.Length;

/** How large the page is shown: 1 is as printed. */
final class Zoom {
    private static final double STEP = 1.1;
    private static final double LEAST = 0.5;
    private static final double MOST = 4;

    /** So near to 1 it is 1, so that a way there and back ends at true size. */
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
     * Logical pixels along a point.
     *
     * @param dpi of the screen, in its own pixels
     * @param outputScale the screen's pixels along a logical one
     */
    double scale(double dpi, double outputScale) {
        return value.get() * dpi / outputScale / Length.POINTS_PER_INCH;
    }
}
