package scorescope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Viewport;
import scorescope.plot.raster.Raster;
import scorescope.ui.draw.RasterImage;

/**
 * A buffer for one picture of the stage. The render thread draws into the rasters, then the JavaFX thread shows
 * them as images that share their memory: nothing is copied or allocated from frame to frame.
 */
final class StagePicture {
    private final List<Plot> plots = new ArrayList<>();
    private long inputNanos;
    private int drawn;

    /** The pixels of one plot and the image made of them. */
    static final class Plot {
        private final RasterImage pixels = new RasterImage();
        private Legend legend = Legend.NONE;
        private Viewport viewport = new Viewport(0, 0, 1, 1, 0, 0, 1);

        Raster raster() {
            return pixels.raster();
        }

        /** The part of the plane that the pixels show. */
        Viewport viewport() {
            return viewport;
        }

        /** The legend of the picture. */
        Legend legend() {
            return legend;
        }

        void shows(Viewport part, Legend words) {
            viewport = part;
            legend = words;
        }

        /** The image as drawn last. Called on the JavaFX thread. */
        Image image() {
            return pixels.image();
        }
    }

    /** The plot at {@code index}, created when first used. */
    Plot plot(int index) {
        while (plots.size() <= index) {
            plots.add(new Plot());
        }
        return plots.get(index);
    }

    long inputNanos() {
        return inputNanos;
    }

    /** Number of plots drawn. */
    int drawn() {
        return drawn;
    }

    void answers(long when, int plotsDrawn) {
        inputNanos = when;
        drawn = plotsDrawn;
    }
}
