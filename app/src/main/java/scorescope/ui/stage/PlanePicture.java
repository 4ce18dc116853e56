package scorescope.ui.stage;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import scorescope.plot.paint.Viewport;

/**
 * The picture in a plane, placed so that each of its points lies under its numbers on the axes. After a zoom, or in a
 * plane of another size, the last picture thus stays correct until the next one comes; parts outside the plane are
 * clipped.
 */
final class PlanePicture {
    private final ImageView image = new ImageView();
    private Optional<Viewport> shown = Optional.empty();

    PlanePicture() {
        image.setMouseTransparent(true);
        image.setSmooth(false);
    }

    ImageView node() {
        return image;
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    /**
     * @param part the part of the plane that the picture shows
     */
    void show(Image picture, Viewport part) {
        image.setImage(picture);
        shown = Optional.of(part);
    }

    /**
     * Places the picture in a plane whose upper left corner is at 0.
     *
     * @param axes the map that the numbers on the axes follow
     * @param width of the plane in points
     * @param height of the plane in points
     */
    void place(Viewport axes, double width, double height) {
        if (isEmpty()) {
            return;
        }
        var part = shown.get();
        if (part.equals(axes)) {
            put(0, 0, width, height);
            image.setViewport(null);
            return;
        }
        double zoom = axes.scale() / part.scale();
        double left = axes.toX(part.x0());
        double top = axes.toY(part.y1());
        double x0 = Math.max(0, left);
        double y0 = Math.max(0, top);
        double x1 = Math.min(width, left + zoom * part.width());
        double y1 = Math.min(height, top + zoom * part.height());
        put(x0, y0, x1 - x0, y1 - y0);
        if (image.isVisible()) {
            double pixels = image.getImage().getWidth() / (zoom * part.width());
            image.setViewport(
                    new Rectangle2D((x0 - left) * pixels, (y0 - top) * pixels, (x1 - x0) * pixels, (y1 - y0) * pixels));
        }
    }

    private void put(double x, double y, double width, double height) {
        image.setVisible(width > 0 && height > 0);
        image.relocate(x, y);
        image.setFitWidth(width);
        image.setFitHeight(height);
    }
}
