package scorescope.ui.draw;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import scorescope.plot.raster.Raster;

/** A raster that another thread draws into, and an image that shares its memory without a copy. */
public final class RasterImage {
    private final Raster raster = new Raster();
    private PixelBuffer<IntBuffer> buffer =
            new PixelBuffer<>(1, 1, IntBuffer.allocate(1), PixelFormat.getIntArgbPreInstance());
    private WritableImage image = new WritableImage(buffer);
    private int[] wrapped = new int[0];

    public Raster raster() {
        return raster;
    }

    /** The image of the raster as drawn last; to be called on the JavaFX thread. */
    public Image image() {
        int width = raster.width();
        int height = raster.height();
        if (raster.pixels() != wrapped || buffer.getWidth() != width || buffer.getHeight() != height) {
            wrapped = raster.pixels();
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(wrapped), PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
        } else {
            buffer.updateBuffer(_ -> new Rectangle2D(0, 0, width, height));
        }
        return image;
    }
}
