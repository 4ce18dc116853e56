package scorescope.ui.inspector;

import java.util.LinkedHashMap;
import java.util.Map;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.DensityRaster;
import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.plot.color.ColorMap.Scaling;
import scorescope.plot.color.ColorMapCatalog;

/** Small pictures of all presets as pixels, each scaled to its preset. A pure function. */
final class PresetThumbnails {
    /** Pixels along a side: about twice the size of a tile, for screens of double density. */
    static final int SIDE = 80;

    /** Half the extent of a component in a picture, in standard deviations. */
    private static final double DEVIATIONS = 2.5;

    /** σ of added noise relative to the width of the picture, so that points of zero width are visible. */
    private static final double BLUR = 0.02;

    private PresetThumbnails() {}

    /** ARGB pixels by preset, row by row from the top. */
    static Map<String, int[]> draw(boolean dark) {
        var raster = new DensityRaster(1);
        var map = ColorMapCatalog.named(ColorMapCatalog.QUIET, dark, "view.colorMap");
        var pictures = new LinkedHashMap<String, int[]>();
        for (String id : DensityCatalog.CATALOG.ids()) {
            var mixture = DensityCatalog.CATALOG.create(Choice.of(id), "preset");
            var grid = around(mixture);
            var level = NoiseLevel.plain(BLUR * Math.abs(grid.x1() - grid.x0()));
            var field = raster.density(new NoisedMixture(mixture, level), grid);
            int[] pixels = new int[grid.cells()];
            map.map(field.values(), pixels.length, Scaling.LINEAR, 0, field.largest(), pixels);
            pictures.put(id, pixels);
        }
        return pictures;
    }

    private static Grid around(GaussianMixture mixture) {
        var box = mixture.bounds(DEVIATIONS);
        double x = 0.5 * (box.x0() + box.x1());
        double y = 0.5 * (box.y0() + box.y1());
        double half = 0.55 * Math.max(box.x1() - box.x0(), box.y1() - box.y0());
        return new Grid(SIDE, SIDE, x - half, x + half, y + half, y - half);
    }
}
