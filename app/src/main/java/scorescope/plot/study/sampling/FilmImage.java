package scorescope.plot.study.sampling;

import scorescope.plot.chart.Chart;
import scorescope.plot.color.ColorMap;
import scorescope.plot.color.ColorMap.Scaling;

/** A one-dimensional density over time as backdrop of a chart: each column is one time, scaled to its peak. */
final class FilmImage {
    private static final double FLOOR = 0.02;

    private FilmImage() {}

    /** @param density row by row from the top, at most 1 */
    static Chart.Backdrop of(float[] density, int columns, ColorMap map) {
        var colors = new int[density.length];
        map.map(density, colors.length, Scaling.LINEAR, 0, 1 + FLOOR, colors);
        return new Chart.Backdrop(colors, columns, density.length / columns);
    }
}
