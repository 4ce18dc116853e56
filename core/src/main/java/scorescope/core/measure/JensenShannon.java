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
        return Math.max(0, 0.5 * (towardsTheMean(p, q) + towardsTheMean(q, p)));
    }

    /** KL(p‖½(p + q)): the log-ratio is log 2 − log(1 + q/p). */
    private static double towardsTheMean(GridDensity p, GridDensity q) {
        return p.expectation(i -> {
            double difference = q.logMass()[i] - p.logMass()[i];
            double log =
                    difference > 0 ? difference + Math.log1p(Math.exp(-difference)) : Math.log1p(Math.exp(difference));
            return Math.log(2) - log;
        });
    }
}
