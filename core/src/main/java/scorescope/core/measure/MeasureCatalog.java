package scorescope.core.measure;

import java.util.List;
import java.util.stream.Stream;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Kind;

/** All measures. A new one is one file and one line here. */
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

    /** Of a sample, as judged by the exact mixture. */
    public static final Catalog<MixtureMeasure> MIXTURES =
            new Catalog<>("measure", List.of(InceptionScore.KIND, OffModes.KIND));

    private MeasureCatalog() {}

    /** All of them: those between samples, those between densities, those of a sample. */
    public static List<Kind<?>> kinds() {
        return Stream.of(SAMPLES, GRIDS, MIXTURES)
                .<Kind<?>>flatMap(catalog -> catalog.kinds().stream())
                .toList();
    }
}
