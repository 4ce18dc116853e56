package scorescope.core.training;

import java.util.List;
import scorescope.core.parameter.Catalog;

/** All optimizers; a new one is a file and a line here. */
public final class OptimizerCatalog {
    public static final Catalog<Optimizer.Family> CATALOG =
            new Catalog<>("optimizer", List.of(Adam.KIND, AdamW.KIND, GradientDescent.KIND));

    private OptimizerCatalog() {}
}
