package scorescope.core.measure;

import java.util.List;
import scorescope.core.parameter.Kind;

/**
 * ½ KL(p‖m) + ½ KL(q‖m) with m = ½(p + q): symmetric, at most log 2.
 *
 * @see <a href="https://doi.org/10.1109/18.61115">Lin 1991</a>
 */
public record JensenShannon() implements GridMeasure {
    public static final Kind<GridMeasure> KIND = new Kind<>(
            "jensenShannon",
            "Jensen–Shannon",
            "½ KL(p‖m) + ½ KL(q‖m) with m the mean of both, in nats: 0 if equal, log 2 = 0.693 if nowhere both.",
            List.of(),
            _ -> new JensenShannon());

    @Override
    public double between(GridDensity p, GridDensity q) {
        p.requireSameGrid(q);
        double sum = 0;
        for (int i = 0; i < p.logMass().length; i++) {
            double mean = logOfMean(p.logMass()[i], q.logMass()[i]);
            sum += GridDensity.excess(p.logMass()[i], mean) + GridDensity.excess(q.logMass()[i], mean);
        }
        return 0.5 * sum;
    }

    /** log ½(p + q), from the logarithms. */
    private static double logOfMean(double p, double q) {
        double larger = Math.max(p, q);
        return larger == Double.NEGATIVE_INFINITY
                ? larger
                : larger + Math.log1p(0.5 * Math.expm1(Math.min(p, q) - larger));
    }
}
