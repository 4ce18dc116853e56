package scorescope.ui.stage;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import scorescope.plot.Legend;
import scorescope.plot.Raster;

/**
 * A buffer for one picture of the stage. The render thread draws into the rasters, then the JavaFX thread shows
 * them as images that share their memory: nothing is copied or allocated from frame to frame.
 */
final class StagePicture {
    private final List<Plot> plots = new ArrayList<>();
    private long asked;

    /** The pixels of one plot and the image made of them. */
    static final class Plot {
        private final Raster raster = new Raster();
        private PixelBuffer<IntBuffer> buffer =
                new PixelBuffer<>(1, 1, IntBuffer.allocate(1), PixelFormat.getIntArgbPreInstance());
        private WritableImage image = new WritableImage(buffer);
        private int[] wrapped = new int[0];
        private Legend legend = Legend.NONE;

        Raster raster() {
            return raster;
        }

        /** What must be said of the picture beside it. */
        Legend legend() {
            return legend;
        }

        void says(Legend words) {
            legend = words;
        }

        /** The image as drawn last; on the JavaFX thread. */
        Image image() {
            int width = raster.width();
            int height = raster.height();
            if (raster.pixels() != wrapped || buffer.getWidth() != width || buffer.getHeight() != height) {
                wrapped = raster.pixels();
                buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(wrapped), PixelFormat.getIntArgbPreInstance());
                image = new WritableImage(buffer);
            } else {
                buffer.updateBuffer(b -> new Rectangle2D(0, 0, width, height));
            }
            return image;
        }
    }

    /** The plot at {@code index}, made when it is first asked for. */
    Plot plot(int index) {
        while (plots.size() <= index) {
            plots.add(new Plot());
        }
        return plots.get(index);
    }

    long asked() {
        return asked;
    }

    void answers(long when) {
        asked = when;
    }
}
