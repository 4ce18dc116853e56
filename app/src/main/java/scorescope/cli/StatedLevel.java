package scorescope.cli;

import java.util.Map;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.noise.NoiseLevel;

/** The noise level of samples, stored beside them in their NPZ file: the scalars alpha and sigma. */
final class StatedLevel {
    private static final String ALPHA = "alpha";
    private static final String SIGMA = "sigma";

    private StatedLevel() {}

    /** Adds the level to the arrays of a file. */
    static void put(Map<String, NpyArray> arrays, NoiseLevel level) {
        arrays.put(ALPHA, NpyArray.of(level.alpha()));
        arrays.put(SIGMA, NpyArray.of(level.sigma()));
    }

    /**
     * The level that a file states; empty unless it is an NPZ file with exactly one of each, within the ranges of a
     * level.
     */
    static Optional<NoiseLevel> of(byte[] file, String place) {
        if (!Npz.isZip(file)) {
            return Optional.empty();
        }
        try {
            var npz = Npz.read(file, place);
            double[] alpha = npz.has(ALPHA) ? npz.doubles(ALPHA) : new double[0];
            double[] sigma = npz.has(SIGMA) ? npz.doubles(SIGMA) : new double[0];
            return alpha.length == 1 && sigma.length == 1 && isLevel(alpha[0], sigma[0])
                    ? Optional.of(new NoiseLevel(Double.NaN, alpha[0], sigma[0]))
                    : Optional.empty();
        } catch (BadInputException otherArraysOfThatName) {
            return Optional.empty();
        }
    }

    private static boolean isLevel(double alpha, double sigma) {
        return alpha > 0 && sigma >= 0 && Double.isFinite(alpha) && Double.isFinite(sigma);
    }
}
