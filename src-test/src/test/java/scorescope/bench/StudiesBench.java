package scorescope.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import scorescope.core.parameter.Choice;
import scorescope.plot.export.SvgPainter;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.PanelContentCache;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.raster.Raster;
import scorescope.plot.raster.RasterPainter;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.SessionDefaults;

/**
 * One frame of every study as in the window at 1280×800, over its clock: layout, computation and drawing into pixels. With
 * cached contents of the frame before and with new ones, interleaved; median in milliseconds, and bytes allocated by the
 * drawing thread. Before that, the first picture of a new study at its clock's end, which is a sketch where there is one, and
 * the whole picture. Arguments: ids of studies (all).
 */
public final class StudiesBench {
    private static final int WIDTH = 936;
    private static final int HEIGHT = 600;
    private static final int WARM = 12;
    private static final int FRAMES = 40;

    private StudiesBench() {}

    static void main(String[] names) {
        var inputs = StudyInputs.of(SessionDefaults.opening());
        for (var name : names.length > 0 ? java.util.List.of(names) : StudyCatalog.CATALOG.ids()) {
            measure(name, inputs);
        }
    }

    private static void measure(String name, StudyInputs inputs) {
        var study = StudyCatalog.create(Choice.of(name));
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var cache = new PanelContentCache();
        var raster = new Raster();
        // Once over the clock, so that results which studies cache are not counted.
        for (int frame = 0; frame <= FRAMES; frame++) {
            study.at(inputs, frame / (double) FRAMES);
        }
        first(name, inputs);
        double[][] millis = new double[2][FRAMES];
        double[][] megabytes = new double[2][FRAMES];
        for (int frame = -WARM; frame < FRAMES; frame++) {
            for (int fresh = 0; fresh < 2; fresh++) {
                long allocated = threads.getCurrentThreadAllocatedBytes();
                long startNanos = System.nanoTime();
                frame(
                        study,
                        inputs,
                        Math.abs(frame) / (double) FRAMES,
                        fresh == 1 ? new PanelContentCache() : cache,
                        raster);
                if (frame >= 0) {
                    millis[fresh][frame] = 1e-6 * (System.nanoTime() - startNanos);
                    megabytes[fresh][frame] = 1e-6 * (threads.getCurrentThreadAllocatedBytes() - allocated);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s-kept %.2f ms%n%s-new %.2f ms%n%s-kept-allocates %.2f MB%n%s-new-allocates %.2f MB%n",
                name,
                median(millis[0]),
                name,
                median(millis[1]),
                name,
                median(megabytes[0]),
                name,
                median(megabytes[1]));
    }

    private static void first(String name, StudyInputs inputs) {
        var study = StudyCatalog.create(Choice.of(name));
        long startNanos = System.nanoTime();
        var sketch = study.sketch(inputs, 1);
        var scene = sketch.orElseGet(() -> study.at(inputs, 1));
        double seen = 1e-6 * (System.nanoTime() - startNanos);
        if (sketch.isPresent()) {
            scene = study.at(inputs, 1);
        }
        System.out.printf(
                Locale.ROOT,
                "%s-first-%s %.1f ms%n%s-first-whole %.1f ms%n",
                name,
                sketch.isPresent() ? "sketch" : "picture",
                seen,
                name,
                1e-6 * (System.nanoTime() - startNanos));
        if (scene.rows().isEmpty()) {
            throw new IllegalStateException("an empty picture");
        }
    }

    private static void frame(Study study, StudyInputs inputs, double moment, PanelContentCache cache, Raster raster) {
        var ruler = new SvgPainter();
        raster.reset(WIDTH, HEIGHT, Palette.LIGHT.panel().argb());
        var painter = new RasterPainter(raster, ruler);
        painter.begin(1);
        new FigureLayout(Palette.LIGHT, Style.SCREEN, ruler, cache)
                .onScreen(study.at(inputs, moment), WIDTH, HEIGHT)
                .draw(painter);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
