package scorescope.ui.model;

import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.score.ScoreField;
import scorescope.session.Session;
import scorescope.session.source.Resolved;

/**
 * Creates the mathematical objects that a session names, in the same way as every command; tests may substitute others.
 */
public interface SessionReading {
    /** @throws scorescope.core.BadInputException if the density cannot be made */
    default GaussianMixture mixture(Session session) {
        return Resolved.mixture(session);
    }

    /** @throws scorescope.core.BadInputException if the process cannot be made */
    default NoiseProcess process(Session session) {
        return Resolved.process(session);
    }

    /**
     * The network that a session names; empty if it names none.
     *
     * @throws scorescope.core.BadInputException if its file is missing, altered or malformed
     */
    default Optional<ScoreField> learned(Session session) {
        return Resolved.network(session);
    }
}
