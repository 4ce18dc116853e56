package scorescope.plot.picture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import scorescope.core.score.ScoreField;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;

/**
 * Particles of plain pictures that were computed before, by all that they depend on, so that a change of one panel runs no
 * other panel's sampler again. Holds twice as many runs as a figure has panels at most. Threads take turns.
 */
public final class SampledRuns {
    private static final int MOST = 2 * SessionParameters.MOST_PANELS;

    private final Map<Key, Findings> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Findings> eldest) {
            return size() > MOST;
        }
    };

    /**
     * All that the particles of a picture depend on.
     *
     * @param session without what is particular to a figure
     */
    private record Key(Session session, Optional<ScoreField> network) {}

    /**
     * The same inputs with all particles that a plain picture of them shows, looked at from their noise level.
     *
     * @throws scorescope.core.BadInputException if there is no density at the session's noise level
     */
    synchronized StudyInputs found(StudyInputs inputs) {
        var session = inputs.session().withFigure(SessionDefaults.opening().figure());
        var key = new Key(session, inputs.learned());
        var findings = known.get(key);
        if (findings == null) {
            findings = ShownParticles.found(inputs);
            known.put(key, findings);
        }
        return ShownParticles.seen(inputs, findings);
    }
}
