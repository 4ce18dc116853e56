package scorescope.core.measure;

import scorescope.core.density.EvenPoints;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * The typical magnitude of the score at a noise level, √E‖s(x)‖² with x ~ p_t, in 1/data units: the unit in which arrows are
 * measured. The mean is taken over {@value #POINTS} {@link EvenPoints}, so that it changes smoothly with the level.
 */
public final class TypicalScore {
    /** Six times as many points change the result by at most 2 % for the presets. */
    private static final int POINTS = 96;

    private TypicalScore() {}

    /** @throws IllegalArgumentException if the mixture has no density at the level */
    public static double of(MixtureScore exact, NoiseLevel level) {
        var x = new double[POINTS];
        var y = new double[POINTS];
        EvenPoints.of(exact.at(level), 0.5, 0.5, 0.5, x, y);
        var scoreX = new double[POINTS];
        var scoreY = new double[POINTS];
        exact.score(x, y, 0, POINTS, level, scoreX, scoreY);
        double squares = 0;
        for (int i = 0; i < POINTS; i++) {
            squares += scoreX[i] * scoreX[i] + scoreY[i] * scoreY[i];
        }
        return Math.sqrt(squares / POINTS);
    }
}
