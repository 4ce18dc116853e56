package scorescope.core.objective;

import java.util.List;
import scorescope.core.parameter.Catalog;

/** All training objectives; a new one is a file and a line here. */
public final class ObjectiveCatalog {
    public static final Catalog<Objective.Family> CATALOG = new Catalog<>(
            "objective",
            List.of(
                    Ncsn.KIND,
                    Denoising.KIND,
                    Explicit.KIND,
                    Implicit.KIND,
                    Sliced.KIND,
                    Epsilon.KIND,
                    DdpmVariational.KIND,
                    CleanSample.KIND,
                    VPrediction.KIND,
                    PosteriorMean.KIND,
                    SureLoss.KIND,
                    SecondOrder.KIND,
                    ContrastiveDivergence.KIND,
                    FlowMatching.KIND));

    private ObjectiveCatalog() {}
}
