package scorescope.core.density;

import java.util.ArrayList;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;

/**
 * An energy with one well made deeper: E_d(x) = −log(p(x) + (e^d − 1) w N(x)), where w N is the term of one component in the
 * mixture p. At d = 0 it is −log p, with ∫ e^−E = 1. Where other components dominate, E_d stays as it was; the normalised
 * energy −log p_d = E_d + log Z rises there by log Z, Z = ∫ e^−E_d = 1 + w(e^d − 1).
 *
 * @param mixture p, with weights that sum to 1 and a density
 * @param well index of the component
 * @param depth d, in nats; negative to make the well shallower
 */
public record DeepenedWell(GaussianMixture mixture, int well, double depth) {
    /** Standard deviations around the components within which Z is integrated: 2e-9 of the mass lies beyond. */
    private static final double REACH = 6.5;

    /** Z in closed form. */
    public double partition() {
        return 1 + mixture.components().get(well).weight() * Math.expm1(depth);
    }

    /** p_d = e^−E_d / Z, a mixture with other weights. */
    public GaussianMixture normalised() {
        var components = new ArrayList<>(mixture.components());
        var deepened = components.get(well);
        components.set(well, deepened.withWeight(deepened.weight() * Math.exp(depth)));
        return new GaussianMixture(components);
    }

    /** E_d at a point. */
    public double energy(double x, double y) {
        return energy(new NoisedMixture(mixture, NoiseLevel.plain(0)), x, y);
    }

    private double energy(NoisedMixture terms, double x, double y) {
        double sum = 0;
        for (int k = 0; k < terms.size(); k++) {
            sum += Math.exp(terms.logTerm(k, x, y) + (k == well ? depth : 0));
        }
        return -Math.log(sum);
    }

    /**
     * Z by the trapezoidal rule over a square grid, which converges faster than any power of the spacing once that is
     * below a component's standard deviation. The error is the distance from the rule with half as many intervals.
     *
     * @param intervals along one side; even
     */
    public Estimate partitionByQuadrature(int intervals) {
        var terms = new NoisedMixture(mixture, NoiseLevel.plain(0));
        var box = mixture.bounds(REACH);
        double stepX = (box.x1() - box.x0()) / intervals;
        double stepY = (box.y1() - box.y0()) / intervals;
        double fine = 0;
        double coarse = 0;
        for (int j = 0; j <= intervals; j++) {
            for (int i = 0; i <= intervals; i++) {
                double value = Math.exp(-energy(terms, box.x0() + i * stepX, box.y0() + j * stepY));
                fine += value;
                coarse += i % 2 == 0 && j % 2 == 0 ? value : 0;
            }
        }
        double area = stepX * stepY;
        return new Estimate(fine * area, Math.abs(fine - 4 * coarse) * area);
    }
}
