package scorescope.plot.study.run;

import java.util.List;
import java.util.Optional;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.color.ColorMap;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.source.Resolved;

/**
 * All that a study may depend on.
 *
 * @param resolved the session with the live objects it names
 * @param learned the learned score, if there is one
 * @param dark whether it is drawn on black
 */
public record StudyInputs(Resolved resolved, Optional<ScoreField> learned, boolean dark) {
    /**
     * Of a session alone, as the command line has it. The network that it names is read if the picture needs it.
     *
     * @throws scorescope.core.BadInputException if a file that the session names is missing, altered or malformed
     */
    public static StudyInputs of(Session session) {
        return of(session, Optional.empty());
    }

    /** The same with a network that is known already, instead of the one that the session names. */
    public static StudyInputs of(Session session, Optional<ScoreField> known) {
        boolean needed = session.shown().needsNetwork() || session.score() instanceof ScoreSpec.Learned;
        var network = known.isPresent() || !needed ? known : Resolved.network(session);
        return new StudyInputs(Resolved.of(session), network, false);
    }

    /** The study that the session shows with its settings, if it shows one. */
    public static Optional<Choice> chosen(Session session) {
        var study = session.view().study();
        return study.name().map(name -> new Choice(name, study.shownSettings()));
    }

    public Session session() {
        return resolved.session();
    }

    public MixtureScore exact() {
        return resolved.exact();
    }

    public NoiseProcess process() {
        return resolved.process();
    }

    public NoiseLevel level() {
        return resolved.level();
    }

    public ColorMap colorMap() {
        return ColorMapCatalog.named(session().view().colorMap(), dark, "view.colorMap");
    }

    /** These layers, as the session has set them. */
    public ShownLayers layers(String... ids) {
        return ShownLayers.of(session().view()).with(List.of(ids));
    }

    /** Which scores are looked at; those that do not exist yet are left out, the exact one is always there. */
    public List<Source> sources() {
        var there = Source.of(session().shown()).stream()
                .filter(source -> source == Source.ANALYTIC || learned.isPresent())
                .toList();
        return there.isEmpty() ? List.of(Source.ANALYTIC) : there;
    }

    /** The distribution at a noise level in quiet colours, on which marks of all kinds can be read. */
    public Scene quietly(NoiseLevel level) {
        return Scene.analytic(exact(), level, ColorMapCatalog.named(ColorMapCatalog.QUIET, dark, "view.colorMap"));
    }

    /** The score that samplers follow: the learned one where the session says so and there is one. */
    public Source followed() {
        return session().score() instanceof ScoreSpec.Learned && learned.isPresent() ? Source.LEARNED : Source.ANALYTIC;
    }

    /** The field of {@link #followed}. */
    public ScoreField score() {
        return followed() == Source.LEARNED ? learned.orElseThrow() : exact();
    }

    /** What the stage would show of one score at a noise level. */
    public Scene scene(Source source, NoiseLevel level) {
        return Scene.of(source, exact(), level, learned, colorMap());
    }
}
