package scorescope.core.score;

import scorescope.core.density.NoisedMixture;

/**
 * A symmetric matrix for each of the K components of a mixture. The arrays are shared, not copied.
 *
 * @param xx first diagonal elements, K numbers; {@code xy} and {@code yy} likewise
 */
public record ComponentMatrices(double[] xx, double[] xy, double[] yy) {
    /** Zero matrices in new arrays. */
    public static ComponentMatrices zero(int components) {
        return new ComponentMatrices(new double[components], new double[components], new double[components]);
    }

    /** −C_k⁻¹ of all components. */
    static ComponentMatrices minusPrecisions(NoisedMixture noised) {
        var all = zero(noised.size());
        for (int k = 0; k < noised.size(); k++) {
            all.xx[k] = -noised.precisionXX(k);
            all.xy[k] = -noised.precisionXY(k);
            all.yy[k] = -noised.precisionYY(k);
        }
        return all;
    }
}
