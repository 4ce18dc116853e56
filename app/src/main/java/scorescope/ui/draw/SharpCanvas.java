package scorescope.ui.draw;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * A canvas with one pixel for each pixel of the window, also where the window's content is scaled: a plain canvas would be
 * drawn at its logical size and then enlarged. Drawing commands take logical pixels.
 */
public final class SharpCanvas extends Region {
    private final Canvas canvas = new Canvas();
    private final Scale shrink = new Scale();
    private double magnification = 1;

    public SharpCanvas() {
        canvas.setManaged(false);
        canvas.getTransforms().setAll(shrink);
        setManaged(false);
        setMouseTransparent(true);
        getChildren().setAll(canvas);
    }

    public GraphicsContext context() {
        return canvas.getGraphicsContext2D();
    }

    /** Whether it has this size, in logical pixels, and the window's scale is that of the last call of {@link #fit}. */
    public boolean fits(double width, double height) {
        return width == getWidth() && height == getHeight() && Magnification.inWindow(this) == magnification;
    }

    /** Sets the size in logical pixels. What was drawn is lost unless it {@link #fits} already. */
    public void fit(double width, double height) {
        if (!fits(width, height)) {
            double now = Magnification.inWindow(this);
            magnification = now;
            resize(width, height);
            canvas.setWidth(width * now);
            canvas.setHeight(height * now);
            context().setTransform(now, 0, 0, now, 0, 0);
            shrink.setX(1 / now);
            shrink.setY(1 / now);
        }
    }

    public void clear() {
        context().clearRect(0, 0, getWidth(), getHeight());
    }
}
