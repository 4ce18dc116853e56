package scorescope.plot.scene;

import java.util.Map;
import java.util.Optional;
import scorescope.core.score.ScoreField;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.source.Resolved;

/**
 * Results of engines for a session so far. Missing results are computed when a picture needs them, or left out if
 * nothing may be computed. Immutable; the particles' arrays are shared with the engine.
 *
 * @param network the learned score, in place of the one that the session names
 * @param particles the particles of the session's sampler, by the score that they follow
 */
public record Findings(Optional<ScoreField> network, Map<Source, Particles> particles) {
    public static final Findings NONE = new Findings(Optional.empty(), Map.of());

    public Findings {
        particles = Map.copyOf(particles);
    }

    /** Only a network. */
    public static Findings of(Optional<ScoreField> network) {
        return new Findings(network, Map.of());
    }

    /**
     * The same with the network that {@code session} names, read if the picture needs one and none is known.
     *
     * @throws scorescope.core.BadInputException if its file is missing, altered or malformed
     */
    public Findings withNetworkOf(Session session) {
        boolean needed = session.shown().needsNetwork() || session.score() instanceof ScoreSpec.Learned;
        return network.isPresent() || !needed ? this : new Findings(Resolved.network(session), particles);
    }

    /** The particles that follow a score; none if they are not known. */
    public Particles particles(Source source) {
        return particles.getOrDefault(source, Particles.NONE);
    }
}
