package scorescope.core.measure;

import java.util.List;
import scorescope.core.parameter.Kind;

/** ½ Σ |p − q|: the largest difference of the two probabilities of any event. */
public record TotalVariation() implements GridMeasure {
    public static final Kind<GridMeasure> KIND = new Kind<>(
            "totalVariation",
            "Total variation",
            "½ Σ |p − q|, the share of mass to be moved: 0 if equal, 1 if nowhere both.",
            List.of(),
            _ -> new TotalVariation());

    @Override
    public double between(GridDensity p, GridDensity q) {
        p.requireSameGrid(q);
        double sum = 0;
        for (int i = 0; i < p.logMass().length; i++) {
            sum += Math.abs(Math.exp(p.logMass()[i]) - Math.exp(q.logMass()[i]));
        }
        return 0.5 * sum;
    }
}
