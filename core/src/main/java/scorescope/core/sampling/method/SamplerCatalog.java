package scorescope.core.sampling.method;

import java.util.List;
import scorescope.core.parameter.Catalog;
import scorescope.core.sampling.SamplingMethod;

/** All sampling methods. A new one is its file and one line here. */
public final class SamplerCatalog {
    public static final Catalog<SamplingMethod> CATALOG = new Catalog<>(
            "sampler",
            List.of(
                    GradientFlow.KIND,
                    Langevin.KIND,
                    Mala.KIND,
                    UnderdampedLangevin.KIND,
                    AnnealedLangevin.KIND,
                    ReverseSde.KIND,
                    PredictorCorrector.KIND,
                    Ddpm.KIND,
                    Ddim.KIND,
                    ProbabilityFlow.KIND,
                    DpmSolver.KIND,
                    EdmHeun.KIND));

    private SamplerCatalog() {}
}
