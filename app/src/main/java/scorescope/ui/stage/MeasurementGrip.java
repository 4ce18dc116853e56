package scorescope.ui.stage;

import java.util.Optional;
import scorescope.core.guidance.Measurement;
import scorescope.plot.layer.MeasurementLayer;
import scorescope.session.Session;
import scorescope.session.View;
import scorescope.ui.model.WindowModel;

/**
 * A part of a measurement's line on the picture, being dragged: near the middle of the view the line is moved, farther
 * out it is turned about its point nearest to the middle; its dashed lines, ± ρ, are moved apart.
 *
 * @param start the measurement as it was
 * @param row of the matrix
 * @param pivotX point of the line, on the picture, that stays fixed while the line is turned
 */
record MeasurementGrip(Measurement start, int row, Part part, double pivotX, double pivotY) {
    /** Share of the view's smaller half within which a line is moved. */
    private static final double MIDDLE = 0.45;

    private static final double GRID = 0.25;
    private static final double ANGLES = Math.PI / 12;

    enum Part {
        VALUE,
        DIRECTION,
        NOISE
    }

    /** The part under (x, y) on the picture, if the layer is shown. */
    static Optional<MeasurementGrip> at(WindowModel model, double x, double y, double reach) {
        var session = model.session();
        return session.view().layers().contains(MeasurementLayer.ID)
                ? at(
                        session.conditioning().measurementIn(model.mixture()),
                        session.view(),
                        model.level().alpha(),
                        x,
                        y,
                        reach)
                : Optional.empty();
    }

    static Optional<MeasurementGrip> at(
            Measurement measurement, View view, double alpha, double x, double y, double reach) {
        double middleX = (view.x0() + view.x1()) / 2;
        double middleY = (view.y0() + view.y1()) / 2;
        double half = Math.min(view.x1() - view.x0(), view.y1() - view.y0()) / 2;
        for (int row = 0; row < measurement.rows(); row++) {
            double a = measurement.matrix().get(row).get(0);
            double b = measurement.matrix().get(row).get(1);
            double length = Math.hypot(a, b);
            double value = alpha * measurement.value().get(row);
            double toLine = (value - a * middleX - b * middleY) / length;
            double pivotX = middleX + toLine * a / length;
            double pivotY = middleY + toLine * b / length;
            double off = Math.abs(a * x + b * y - value) / length;
            double width = alpha * measurement.std() / length;
            boolean far = Math.hypot(x - pivotX, y - pivotY) > MIDDLE * half;
            if (off < reach) {
                var part = far ? Part.DIRECTION : Part.VALUE;
                return Optional.of(new MeasurementGrip(measurement, row, part, pivotX, pivotY));
            }
            if (Math.abs(off - width) < reach) {
                return Optional.of(new MeasurementGrip(measurement, row, Part.NOISE, pivotX, pivotY));
            }
        }
        return Optional.empty();
    }

    /** The session with the part dragged to (x, y) on the picture. */
    Session dragged(Session session, double alpha, double x, double y, boolean snap) {
        return session.withConditioning(session.conditioning().with(dragged(alpha, x, y, snap)));
    }

    /** @param snap to round values and angles */
    Measurement dragged(double alpha, double x, double y, boolean snap) {
        double a = start.matrix().get(row).get(0);
        double b = start.matrix().get(row).get(1);
        return switch (part) {
            case VALUE -> {
                double value = (a * x + b * y) / alpha;
                yield start.withRow(row, a, b, snap ? GRID * Math.rint(value / GRID) : value);
            }
            case DIRECTION -> {
                double angle = start.directionAcross(row, x - pivotX, y - pivotY);
                yield start.turned(row, snap ? ANGLES * Math.rint(angle / ANGLES) : angle)
                        .through(row, pivotX / alpha, pivotY / alpha);
            }
            case NOISE -> {
                double std = Math.abs(a * x + b * y - alpha * start.value().get(row)) / alpha;
                double wide = Math.max(Measurement.STD.min(), snap ? GRID * Math.rint(std / GRID) : std);
                yield new Measurement(start.matrix(), start.value(), Math.min(Measurement.STD.max(), wide));
            }
        };
    }
}
