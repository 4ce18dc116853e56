package scorescope.core.noise;

import java.util.List;
import scorescope.core.parameter.Catalog;

/** All noise processes; a new one is a file and a line here. */
public final class ProcessCatalog {
    public static final Catalog<NoiseProcess> CATALOG = new Catalog<>(
            "process",
            List.of(
                    VarianceExploding.KIND,
                    VariancePreserving.KIND,
                    SubVariancePreserving.KIND,
                    Cosine.KIND,
                    OrnsteinUhlenbeck.KIND,
                    FiniteOrnsteinUhlenbeck.KIND,
                    Edm.KIND,
                    RectifiedFlow.KIND,
                    DiscreteDdpm.KIND,
                    FormulaSchedule.KIND,
                    DrawnSchedule.KIND));

    private ProcessCatalog() {}
}
