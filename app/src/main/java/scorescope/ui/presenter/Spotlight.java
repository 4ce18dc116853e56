package scorescope.ui.presenter;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Darkens all but a disc around the pointer. */
final class Spotlight extends Region {
    private static final double RADIUS = 0.14;
    private static final Color SHADE = Color.rgb(0, 0, 0, 0.62);

    private final Path shade = new Path();
    private final Circle rim = new Circle();
    private double x = Double.NaN;
    private double y;

    Spotlight() {
        setMouseTransparent(true);
        shade.setFill(SHADE);
        shade.setStroke(null);
        shade.setFillRule(FillRule.EVEN_ODD);
        shade.setManaged(false);
        rim.setFill(null);
        rim.setStroke(Color.WHITE);
        rim.setStrokeWidth(2);
        rim.setManaged(false);
        getChildren().setAll(shade, rim);
    }

    void at(double pointerX, double pointerY) {
        x = pointerX;
        y = pointerY;
        if (isVisible()) {
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double radius = RADIUS * height;
        double centerX = Double.isNaN(x) ? width / 2 : x;
        double centerY = Double.isNaN(x) ? height / 2 : y;
        shade.getElements()
                .setAll(
                        new MoveTo(0, 0),
                        new LineTo(width, 0),
                        new LineTo(width, height),
                        new LineTo(0, height),
                        new ClosePath(),
                        new MoveTo(centerX - radius, centerY),
                        new ArcTo(radius, radius, 0, centerX + radius, centerY, false, true),
                        new ArcTo(radius, radius, 0, centerX - radius, centerY, false, true),
                        new ClosePath());
        rim.setCenterX(centerX);
        rim.setCenterY(centerY);
        rim.setRadius(radius);
    }
}
