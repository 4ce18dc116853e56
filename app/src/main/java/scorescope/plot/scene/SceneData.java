package scorescope.plot.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Formula;
import scorescope.session.Session;
import scorescope.session.codec.Patches;
import scorescope.words.Messages;
import scorescope.words.Words;

/**
 * A session with what was computed from it: the one place that decides what a picture of it contains, for the
 * window, the command line and exports.
 *
 * @param learned the learned score, if there is one
 * @param particles what the samplers moved, by the score they followed
 */
public record SceneData(
        Session session,
        MixtureScore exact,
        NoiseLevel level,
        Optional<ScoreField> learned,
        Map<Source, Particles> particles) {

    public SceneData {
        particles = Map.copyOf(particles);
    }

    /**
     * Which scores the session shows side by side: those of {@code figure.panels}, each of the form
     * {@code {"score": {"source": "learned"}}}, or the one of {@code score} if there are none.
     *
     * @throws BadInputException if a panel says something else
     */
    public List<Source> sources() {
        return sources(session);
    }

    /** The {@link #sources()} of any picture of {@code session}. */
    public static List<Source> sources(Session session) {
        var panels = session.figure().panels();
        if (panels.isEmpty()) {
            return Source.of(session.shown());
        }
        var sources = new ArrayList<Source>();
        for (int i = 0; i < panels.size(); i++) {
            var shown = Patches.apply(session, panels.get(i).patch(), "figure.panels[" + i + "]");
            sources.addAll(Source.of(shown.shown()));
        }
        return sources;
    }

    /**
     * What the panel of {@code source} shows.
     *
     * @throws BadInputException if the learned score is wanted and there is none, or the colour map is unknown
     */
    public Scene scene(Source source, boolean dark) {
        var map = ColorMapCatalog.named(session.view().colorMap(), dark, "view.colorMap");
        var scene = Scene.analytic(exact, level, map).with(particles.getOrDefault(source, Particles.NONE));
        return switch (source) {
            case ANALYTIC -> scene;
            case LEARNED -> scene.learned(needed());
            case DIFFERENCE -> scene.difference(needed());
            case OVERLAY -> scene.overlay(needed());
        };
    }

    private ScoreField needed() {
        return learned.orElseThrow(() -> new BadInputException(
                "score.source",
                Words.text("figure.scene-data.there-no-learned-score-to"),
                Words.text("figure.scene-data.train-give-file-score-file")));
    }

    /** The line over the panel of {@code source}, ending in {@code note}. */
    public Caption caption(Source source, String note) {
        var key = "figure." + source.id();
        return new Caption(
                source.keys(), Messages.text(key + ".title"), Formula.parse(Messages.text(key + ".formula")), note);
    }

    /** Whether {@code source} shows a learned score outside the noise levels it was trained at. */
    public boolean extrapolating(Source source) {
        return source != Source.ANALYTIC
                && learned.filter(score -> score instanceof LearnedScore trained && trained.extrapolating(level))
                        .isPresent();
    }

    /** The noise level in words, such as "σ = 0.5". */
    public String levelNote() {
        return note(level);
    }

    /** A noise level in words. */
    public static String note(NoiseLevel level) {
        return level.alpha() == 1
                ? Messages.text("figure.noise.sigma", Numbers.significant(level.sigma(), 3))
                : Messages.text(
                        "figure.noise.process",
                        Numbers.significant(level.alpha(), 3),
                        Numbers.significant(level.sigma(), 3));
    }
}
