package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.ScoreField;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind;
import scorescope.plot.layer.ParticleLayer;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.source.Resolved;

/**
 * The particles of a picture: whether it shows any, and the positions to which the session's sampler has moved them.
 */
public final class ShownParticles {
    private ShownParticles() {}

    /**
     * The layers of a picture of {@code session}: if the session names a step of the run, they include the particles.
     */
    public static ShownLayers layers(Session session) {
        var view = session.view();
        var shown = ShownLayers.of(view);
        return session.sampler().step().isPresent() ? shown.with(seen(view.layers())) : shown;
    }

    /** These layers together with the particle layer. */
    public static List<String> seen(List<String> chosen) {
        if (chosen.contains(ParticleLayer.ID)) {
            return chosen;
        }
        var more = new ArrayList<>(chosen);
        int place = 0;
        while (place < more.size() && !ofParticles(more.get(place))) {
            place++;
        }
        more.add(place, ParticleLayer.ID);
        return more;
    }

    /** Whether one of these layers shows particles. */
    public static boolean among(List<String> layers) {
        return layers.stream().anyMatch(ShownParticles::ofParticles);
    }

    private static boolean ofParticles(String layer) {
        return LayerCatalog.kind(layer, "view.layers").subject() == LayerKind.Subject.PARTICLES;
    }

    /** The particles of one plane: the known ones, else computed ones; none if the picture shows none. */
    static Particles of(StudyInputs inputs, Scene scene) {
        if (!among(layers(inputs.session()).ids()) || !inputs.resolved().hasDensity()) {
            return Particles.NONE;
        }
        var followed = scene.source().followed(inputs.session());
        var known = inputs.findings().particles().get(followed);
        return known != null ? known : of(inputs.resolved(), inputs.score(followed));
    }

    /** The results for a plain picture of these inputs: all particles that it shows. */
    static Findings found(StudyInputs inputs) {
        var particles = new EnumMap<Source, Particles>(Source.class);
        for (var source : Source.of(inputs.session().shown())) {
            particles.put(
                    source.followed(inputs.session()),
                    of(inputs, Scene.of(inputs.resolved(), source, inputs.level(), inputs.findings(), false)));
        }
        return new Findings(inputs.findings().network(), particles);
    }

    /**
     * The inputs with results, at the noise level that the run shown has reached, unless the session fixes its own. The
     * session is unchanged.
     */
    public static StudyInputs seen(StudyInputs inputs, Findings found) {
        var session = inputs.session();
        var level = level(
                session, Source.of(session.shown()).stream().map(source -> found.particles(source.followed(session))));
        var resolved = level.map(inputs.resolved()::at).orElse(inputs.resolved());
        return new StudyInputs(resolved, found, inputs.dark());
    }

    /**
     * The noise level that the run of a picture has reached; empty if the picture shows the session's own level: no
     * step of a run is shown, the run stays at one level, or the session fixes its own.
     *
     * @param shown the particles of its planes, from left to right
     */
    public static Optional<NoiseLevel> level(Session session, Stream<Particles> shown) {
        boolean runs = session.sampler().step().isPresent() && !session.view().fixedLevel();
        return shown.filter(particles -> runs && particles.count() > 0)
                .flatMap(particles -> particles.level().stream())
                .findFirst();
    }

    /**
     * The particles of the session's sampler at the session's step along a score, with the last steps that led there.
     */
    static Particles of(Resolved resolved, ScoreField score) {
        return new AdvancingRun(resolved, score).at(resolved.session().sampler().step());
    }
}
