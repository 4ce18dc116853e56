package scorescope.core.measure;

import java.util.List;
import scorescope.core.parameter.Kind;

/**
 * KL(p‖q) = Σ p log(p/q), forward, or reverse with p and q exchanged. Infinite if the first has mass where the second has none.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177729694">Kullback and Leibler 1951</a>
 */
public enum KullbackLeibler implements GridMeasure {
    FORWARD {
        @Override
        public double between(GridDensity p, GridDensity q) {
            return divergence(p, q);
        }
    },
    REVERSE {
        @Override
        public double between(GridDensity p, GridDensity q) {
            return divergence(q, p);
        }
    };

    public static final Kind<GridMeasure> FORWARD_KIND = new Kind<>(
            "forwardKl",
            "KL(p‖q)",
            "Forward Kullback–Leibler divergence Σ p log(p/q), in nats: large where p has mass that q lacks.",
            List.of(),
            _ -> FORWARD);

    public static final Kind<GridMeasure> REVERSE_KIND = new Kind<>(
            "reverseKl",
            "KL(q‖p)",
            "Reverse Kullback–Leibler divergence Σ q log(q/p), in nats: large where q has mass that p lacks.",
            List.of(),
            _ -> REVERSE);

    /**
     * Σ (q − p − p log(q/p)), the same sum since both have mass one: no term is negative, so that a small divergence does
     * not cancel.
     */
    private static double divergence(GridDensity p, GridDensity q) {
        p.requireSameGrid(q);
        double sum = 0;
        for (int i = 0; i < p.logMass().length; i++) {
            sum += GridDensity.excess(p.logMass()[i], q.logMass()[i]);
        }
        return sum;
    }
}
