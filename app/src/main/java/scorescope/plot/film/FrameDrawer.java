package scorescope.plot.film;

import java.util.Arrays;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.Typeface;
import scorescope.plot.picture.Pictures;
import scorescope.plot.picture.Pictures.Print;
import scorescope.plot.picture.SampledRuns;
import scorescope.plot.raster.Raster;
import scorescope.plot.raster.RasterPainter;
import scorescope.plot.raster.WordPainter;
import scorescope.plot.study.run.StudyInputs;

/** Draws pictures as pixels one after the other and reuses what they share. Not safe for use by several threads. */
final class FrameDrawer {
    private final Print print;
    private final Raster raster = new Raster();
    private final RasterPainter painter = new RasterPainter(raster, Typeface.MEASURE);
    private final WordPainter words = new WordPainter();

    /**
     * @param pixelsPerPoint approximate scale of the frames
     * @param leastBar least width of a colour bar, in points
     */
    FrameDrawer(double pixelsPerPoint, double leastBar) {
        print = new Print(pixelsPerPoint, new SampledRuns(), leastBar);
    }

    /** The width of the widest colour bar so far, in points. */
    double widestBar() {
        return print.widestBar();
    }

    /** Lays the picture out. */
    Figure figure(StudyInputs inputs) {
        return Pictures.printed(inputs, print).figure();
    }

    /**
     * The pixels 0xAARRGGBB of a page with the picture at its top, centred.
     *
     * @param figure the one that {@link #figure} returned last
     * @param height common height of all frames in points; the legend of a lower figure is moved down to it
     */
    int[] pixels(Figure figure, double height, FramePage page) {
        var tall = figure.atLeast(height);
        double scale = page.scale(tall.width(), tall.height());
        int width = Math.min(page.columns(), (int) Math.round(scale * tall.width()));
        int rows = Math.min(page.rows(), (int) Math.round(scale * tall.height()));
        int background = 0xff000000 | tall.palette().panel().argb();
        raster.reset(width, rows, background);
        painter.begin(scale);
        tall.draw(painter);
        words.set(painter.words(), raster, scale);
        int[] pixels = new int[page.columns() * page.rows()];
        Arrays.fill(pixels, background);
        int left = (page.columns() - width) / 2;
        for (int j = 0; j < rows; j++) {
            System.arraycopy(raster.pixels(), j * width, pixels, j * page.columns() + left, width);
        }
        return pixels;
    }
}
