package scorescope.core.measure;

import java.util.List;
import scorescope.core.parameter.Catalog;

/** All measures of closeness, each with its definition; a new one is a file and a line here. */
public final class MeasureCatalog {
    /** Between two samples. */
    public static final Catalog<SampleMeasure> SAMPLES = new Catalog<>(
            "measure", List.of(Wasserstein2.KIND, SlicedWasserstein2.KIND, MaximumMeanDiscrepancy.KIND, Frechet.KIND));

    /** Between two densities on one grid. */
    public static final Catalog<GridMeasure> GRIDS = new Catalog<>(
            "measure",
            List.of(
                    KullbackLeibler.FORWARD_KIND,
                    KullbackLeibler.REVERSE_KIND,
                    JensenShannon.KIND,
                    TotalVariation.KIND));

    private MeasureCatalog() {}
}
