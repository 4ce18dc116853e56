package scorescope.core.sampling;

/** Φ(x) to about 1e-15. */
public final class NormalDistribution {
    private NormalDistribution() {}

    /** The series ½ + φ(x)(x + x³/3 + x⁵/15 + …), for |x| ≤ 8; all terms have one sign. */
    public static double cumulative(double x) {
        if (Math.abs(x) > 8) {
            return x > 0 ? 1 : 0;
        }
        double term = x;
        double sum = x;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }
}
