package scorescope.core.measure;

/**
 * How far two densities on the same grid are apart, in nats where it is a divergence; 0 for a density and itself. One
 * file for each; {@link MeasureCatalog} lists them with their definitions.
 */
@FunctionalInterface
public interface GridMeasure {
    double between(GridDensity p, GridDensity q);
}
