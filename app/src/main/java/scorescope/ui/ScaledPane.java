package scorescope.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.util.Subscription;

/** Draws its content larger or smaller: the content is laid out in the room that is left at that scale. */
final class ScaledPane extends Region implements AutoCloseable {
    private final Region content;
    private final Scale transform = new Scale();
    private final Subscription popups;

    /** @param scale of the content; 1 is its usual size */
    ScaledPane(Region content, ObservableValue<Double> scale) {
        this.content = content;
        content.getTransforms().setAll(transform);
        getChildren().setAll(content);
        scale.subscribe(now -> {
            transform.setX(now);
            transform.setY(now);
            requestLayout();
        });
        popups = ScaledPopups.over(this);
    }

    double scale() {
        return transform.getX();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale(), getHeight() / scale());
    }

    @Override
    public void close() {
        popups.unsubscribe();
    }
}
