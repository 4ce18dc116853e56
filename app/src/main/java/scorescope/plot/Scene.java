package scorescope.plot;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/**
 * What one panel shows at one moment. Immutable.
 *
 * @param exact the distribution; density and contours are its own, whatever the arrows show
 * @param score the field the arrows show
 * @param source which field that is
 * @param level the noise level
 * @param particles what the sampler moves; {@link Particles#NONE} for none
 * @param colorMap colours of the density
 */
public record Scene(
        MixtureScore exact, ScoreField score, Source source, NoiseLevel level, Particles particles, ColorMap colorMap) {

    /** The exact score of a distribution, no particles. */
    public static Scene analytic(MixtureScore exact, NoiseLevel level, ColorMap colorMap) {
        return new Scene(exact, exact, Source.ANALYTIC, level, Particles.NONE, colorMap);
    }

    /** A learned score of the same distribution. */
    public Scene learned(ScoreField learned) {
        return new Scene(exact, learned, Source.LEARNED, level, particles, colorMap);
    }

    /** Learned minus exact. */
    public Scene difference(ScoreField learned) {
        return new Scene(exact, new ScoreDifference(learned, exact), Source.DIFFERENCE, level, particles, colorMap);
    }

    public Scene with(Particles changed) {
        return new Scene(exact, score, source, level, changed, colorMap);
    }
}
