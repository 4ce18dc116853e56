package scorescope.plot.picture;

import java.util.Map;
import java.util.Optional;
import scorescope.core.score.ScoreField;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Source;

/**
 * What engines have found for a session so far. What is missing is computed when a picture needs it.
 *
 * @param network the learned score, in place of the one that the session names
 * @param particles where the run of the session's sampler stands, by the score that it follows
 */
public record Findings(Optional<ScoreField> network, Map<Source, Particles> particles) {
    public static final Findings NONE = new Findings(Optional.empty(), Map.of());

    public Findings {
        particles = Map.copyOf(particles);
    }

    /** A network, nothing else. */
    public static Findings of(Optional<ScoreField> network) {
        return new Findings(network, Map.of());
    }
}
