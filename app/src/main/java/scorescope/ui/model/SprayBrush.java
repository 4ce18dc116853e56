package scorescope.ui.model;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.session.DensitySpec;

/**
 * A brush that adds points to the distribution or removes them. Pure functions without a UI toolkit. If the
 * distribution does not consist of points, the brush begins a new one.
 *
 * @param radius within which points land, in data units
 */
public record SprayBrush(double radius) {
    /** Most points that can be edited without a delay. */
    static final int MOST = 10_000;

    /** Points added by one puff. */
    public static final int PUFF = 6;

    /** Width of the Gaussian on every point of a new distribution, as a share of the radius. */
    private static final double BANDWIDTH = 0.25;

    /** Adds points about (x, y), normally distributed; equal strokes give equal points. */
    public DensitySpec sprayed(DensitySpec before, GaussianMixture mixture, double x, double y) {
        var points = points(before, mixture);
        var xy = new ArrayList<>(points.xy());
        if (xy.size() / 2 + PUFF > MOST) {
            return before;
        }
        var puffX = new double[PUFF];
        var puffY = new double[PUFF];
        new GaussianMixture(List.of(Component.isotropic(1, x, y, 0.5 * radius))).draw(xy.size(), puffX, puffY);
        for (int i = 0; i < PUFF; i++) {
            xy.add(DrawnPoints.rounded(puffX[i]));
            xy.add(DrawnPoints.rounded(puffY[i]));
        }
        return new DensitySpec.Points(xy, points.bandwidth());
    }

    /** Removes the points within the radius of (x, y); the last point stays. */
    public DensitySpec erased(DensitySpec before, GaussianMixture mixture, double x, double y) {
        var points = points(before, mixture);
        var left = DrawnPoints.without(points.xy(), x, y, radius);
        return left.size() == points.xy().size() ? before : new DensitySpec.Points(left, points.bandwidth());
    }

    private DensitySpec.Points points(DensitySpec before, GaussianMixture mixture) {
        return switch (before) {
            case DensitySpec.Points points -> points;
            case DensitySpec.File file ->
                new DensitySpec.Points(
                        mixture.components().stream()
                                .flatMap(c -> List.of(c.meanX(), c.meanY()).stream())
                                .toList(),
                        file.bandwidth());
            case DensitySpec.Preset _, DensitySpec.Components _ ->
                new DensitySpec.Points(List.of(), DrawnPoints.rounded(BANDWIDTH * radius));
        };
    }
}
