package scorescope.plot.scene;

import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.CombinedScore;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.color.Background;
import scorescope.plot.color.ColorMap;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.session.Conditioning;
import scorescope.session.source.Resolved;
import scorescope.words.Words;

/**
 * The content of one panel at one moment. Immutable.
 *
 * @param exact the distribution; density and contours are its own, whatever the arrows show
 * @param score the field the arrows show
 * @param source which field that is
 * @param level the noise level
 * @param particles the sampler's particles; {@link Particles#NONE} for none
 * @param colorMap colours of the density
 * @param background what lies under lines and arrows
 * @param conditioning a class and a measurement, for layers that show them
 */
public record Scene(
        MixtureScore exact,
        ScoreField score,
        Source source,
        NoiseLevel level,
        Particles particles,
        ColorMap colorMap,
        Background background,
        Conditioning conditioning) {

    /** The exact score of a distribution, no particles. */
    public static Scene analytic(MixtureScore exact, NoiseLevel level, ColorMap colorMap) {
        return new Scene(
                exact,
                exact,
                Source.ANALYTIC,
                level,
                Particles.NONE,
                colorMap,
                Background.of(colorMap),
                Conditioning.NONE);
    }

    /**
     * One score of a distribution at a noise level, no particles.
     *
     * @throws BadInputException if a learned score is wanted and there is none
     */
    public static Scene of(
            Source source, MixtureScore exact, NoiseLevel level, Optional<ScoreField> learned, ColorMap colorMap) {
        var scene = analytic(exact, level, colorMap);
        return switch (source) {
            case ANALYTIC -> scene;
            case LEARNED -> scene.learned(needed(learned));
            case DIFFERENCE -> scene.difference(needed(learned));
            case OVERLAY -> scene.overlay(needed(learned));
        };
    }

    /**
     * The scene of one score of a session, with the particles that are known: for the window, figures and studies alike.
     *
     * @param level the noise level, which may be another than the session's
     * @param dark whether it is drawn on a dark page
     * @throws BadInputException if a learned score is wanted and there is none
     */
    public static Scene of(Resolved resolved, Source source, NoiseLevel level, Findings findings, boolean dark) {
        var colorMap = ColorMapCatalog.named(resolved.session().view().colorMap(), dark, "view.colorMap");
        return of(source, resolved.exact(), level, findings.network(), colorMap)
                .with(findings.particles(source.followed(resolved.session())))
                .given(resolved.session().conditioning());
    }

    private static ScoreField needed(Optional<ScoreField> learned) {
        return learned.orElseThrow(() -> new BadInputException(
                "score.source",
                Words.text("figure.scene.there-no-learned-score-to"),
                Words.text("figure.scene.train-give-file-score-file")));
    }

    /** A learned score of the same distribution. */
    public Scene learned(ScoreField learned) {
        return new Scene(exact, learned, Source.LEARNED, level, particles, colorMap, background, conditioning);
    }

    /** Learned minus exact. */
    public Scene difference(ScoreField learned) {
        var difference = CombinedScore.difference(learned, exact);
        return new Scene(exact, difference, Source.DIFFERENCE, level, particles, colorMap, background, conditioning);
    }

    /**
     * The score whose density and denoiser are shown: the score itself, except that a difference belongs to no density; there
     * it is the learned score.
     */
    public ScoreField denoising() {
        return source == Source.DIFFERENCE && score instanceof CombinedScore difference ? difference.a() : score;
    }

    /** A learned score over the exact one. */
    public Scene overlay(ScoreField learned) {
        return new Scene(exact, learned, Source.OVERLAY, level, particles, colorMap, background, conditioning);
    }

    public Scene with(Particles changed) {
        return new Scene(exact, score, source, level, changed, colorMap, background, conditioning);
    }

    /** The same with arrows of another exact score. */
    public Scene following(ScoreField other) {
        return new Scene(exact, other, source, level, particles, colorMap, background, conditioning);
    }

    public Scene given(Conditioning changed) {
        return new Scene(exact, score, source, level, particles, colorMap, background, changed);
    }

    public Scene on(Background changed) {
        return new Scene(exact, score, source, level, particles, colorMap, changed, conditioning);
    }
}
