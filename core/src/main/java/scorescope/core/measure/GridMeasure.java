package scorescope.core.measure;

/**
 * A distance or divergence (in nats) of two densities on the same grid; 0 for equal densities. One file for each;
 * {@link MeasureCatalog} lists them.
 */
@FunctionalInterface
public interface GridMeasure {
    double between(GridDensity p, GridDensity q);
}
