package scorescope.plot.scene;

import java.util.Optional;
import scorescope.core.density.Box;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Numbers;
import scorescope.words.Words;

/** Texts in pictures about noise levels and learned scores. */
public final class SceneWords {
    private static final int DIGITS = 3;
    private static final int MOST_DIGITS = 17;

    /** Levels whose α and σ differ by no more than this share are the same but for rounding. */
    private static final double ROUNDING = 1e-9;

    private SceneWords() {}

    /** A noise level in words, such as "σ = 0.5". */
    public static String level(NoiseLevel level) {
        return level(level, DIGITS);
    }

    private static String level(NoiseLevel level, int digits) {
        return level.alpha() == 1
                ? Words.text("figure.noise.sigma", Numbers.significant(level.sigma(), digits))
                : Words.text(
                        "figure.noise.process",
                        Numbers.significant(level.alpha(), digits),
                        Numbers.significant(level.sigma(), digits));
    }

    /**
     * The noise levels of a scene whose particles are moved between levels: that of the particles, and that of all
     * else. Written with enough digits to distinguish the two. Empty if the particles' sampler stays at the scene's
     * level, or if there are no particles.
     *
     * @param always whether to give the text even if both are equal at present, so that it does not disappear during a
     * run
     */
    public static Optional<String> levels(Scene scene, boolean always) {
        return levels(scene.particles(), scene.level(), always);
    }

    /** The same for particles beside anything at the noise level {@code field}. */
    public static Optional<String> levels(Particles particles, NoiseLevel field, boolean always) {
        return particles
                .level()
                .filter(_ -> particles.count() > 0)
                .filter(own -> always || !same(own, field))
                .map(own -> levels(own, field));
    }

    private static String levels(NoiseLevel particles, NoiseLevel field) {
        if (same(particles, field)) {
            return Words.text("figure.noise.same", level(field));
        }
        int digits = DIGITS;
        while (digits < MOST_DIGITS && level(particles, digits).equals(level(field, digits))) {
            digits++;
        }
        return Words.text("figure.noise.apart", level(particles, digits), level(field, digits));
    }

    /** Whether two levels are the same but for rounding. */
    public static boolean same(NoiseLevel a, NoiseLevel b) {
        return near(a.alpha(), b.alpha()) && near(a.sigma(), b.sigma());
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Says how many particles are outside the picture of {@code seen}; empty if none are. */
    public static Optional<String> outside(Particles particles, Box seen) {
        int outside = particles.outside(seen);
        return outside == 0
                ? Optional.empty()
                : Optional.of(Words.text("figure.particles.outside", outside, particles.count()));
    }

    /** Whether {@code source} shows a learned score outside the noise levels it was trained at. */
    public static boolean extrapolating(Source source, Optional<ScoreField> learned, NoiseLevel level) {
        return source != Source.ANALYTIC
                && learned.filter(score -> score.extrapolating(level)).isPresent();
    }
}
