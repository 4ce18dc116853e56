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
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.source.Resolved;

/**
 * Everything that a picture may depend on: a session and the results of engines for it. Immutable.
 *
 * @param resolved the session with the objects that it names
 * @param findings the learned score and particles, as far as they are known
 * @param dark whether it is drawn on a dark page
 */
public record StudyInputs(Resolved resolved, Findings findings, boolean dark) {
    /**
     * Inputs from a session alone, as on the command line. The network that it names is read if the picture needs it.
     *
     * @throws scorescope.core.BadInputException if a file that the session names is missing, altered or malformed
     */
    public static StudyInputs of(Session session) {
        return of(session, Findings.NONE);
    }

    /**
     * The same with known results: a network replaces the one that the session names.
     *
     * @throws scorescope.core.BadInputException if a file that the session names is missing, altered or malformed
     */
    public static StudyInputs of(Session session, Findings known) {
        return new StudyInputs(Resolved.of(session), known.withNetworkOf(session), false);
    }

    /** The same on a dark or a light page. */
    public StudyInputs on(boolean darkPage) {
        return new StudyInputs(resolved, findings, darkPage);
    }

    /** The study that the session shows with its settings, if it shows one. */
    public static Optional<Choice> chosen(Session session) {
        var study = session.view().study();
        return study.name().map(name -> new Choice(name, study.shownSettings()));
    }

    /** The learned score, if there is one. */
    public Optional<ScoreField> learned() {
        return findings.network();
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

    /** These layers with the session's settings. */
    public ShownLayers layers(String... ids) {
        return ShownLayers.of(session().view()).with(List.of(ids));
    }

    /** The scores shown, except those that do not exist yet; the exact score always exists. */
    public List<Source> sources() {
        var there = Source.of(session().shown()).stream()
                .filter(source -> source == Source.ANALYTIC || learned().isPresent())
                .toList();
        return there.isEmpty() ? List.of(Source.ANALYTIC) : there;
    }

    /** The distribution at a noise level in pale colours, on which marks of all kinds are legible. */
    public Scene quietly(NoiseLevel level) {
        return Scene.analytic(exact(), level, ColorMapCatalog.named(ColorMapCatalog.QUIET, dark, "view.colorMap"));
    }

    /** The score that samplers follow: the learned one if the session says so and it exists, else the exact one. */
    public Source followed() {
        return session().score() instanceof ScoreSpec.Learned && learned().isPresent()
                ? Source.LEARNED
                : Source.ANALYTIC;
    }

    /** The field of {@link #followed}. */
    public ScoreField score() {
        return score(followed());
    }

    /** The field of one of the two scores that particles can follow. */
    public ScoreField score(Source followed) {
        return followed == Source.LEARNED ? learned().orElseThrow() : exact();
    }

    /** The scene that the stage would show for one score at a noise level, without particles. */
    public Scene scene(Source source, NoiseLevel level) {
        return Scene.of(resolved, source, level, findings, dark).with(Particles.NONE);
    }
}
