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
 * Cache of particles of plain pictures by their inputs, so that a change of one panel does not run another panel's
 * sampler again. Holds at most twice as many runs as a figure can have panels. Synchronized.
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
     * Everything that the particles of a picture depend on.
     *
     * @param session without settings that concern only the figure
     */
    private record Key(Session session, Optional<ScoreField> network) {}

    /**
     * The same inputs with all particles that a plain picture of them shows, at the particles' noise level.
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
