package scorescope.plot.picture;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import scorescope.core.score.ScoreField;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;

/**
 * Particles of plain pictures that were computed before, by all that they depend on, so that a change of one panel runs no
 * other panel's sampler again. Holds twice as many runs as a figure has panels at most, and no network: what followed one that
 * nobody else holds any more, as a training leaves behind, cannot be asked for again and is let go. Threads take turns.
 */
public final class SampledRuns {
    private static final int MOST = 2 * SessionParameters.MOST_PANELS;

    private final Map<Key, Map<Source, Particles>> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Map<Source, Particles>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * All that the particles of a picture depend on.
     *
     * @param session without what is particular to a figure
     */
    private record Key(Session session, Optional<HeldElsewhere> network) {
        boolean gone() {
            return network.stream().anyMatch(held -> held.get() == null);
        }
    }

    /** A network, equal to another reference to an equal one while there is one. */
    private static final class HeldElsewhere extends WeakReference<ScoreField> {
        private final int hash;

        HeldElsewhere(ScoreField network) {
            super(network);
            hash = network.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            var network = get();
            return this == other
                    || network != null && other instanceof HeldElsewhere held && network.equals(held.get());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /**
     * The same inputs with all particles that a plain picture of them shows, looked at from their noise level.
     *
     * @throws scorescope.core.BadInputException if there is no density at the session's noise level
     */
    synchronized StudyInputs found(StudyInputs inputs) {
        known.keySet().removeIf(Key::gone);
        var session = inputs.session().withFigure(SessionDefaults.opening().figure());
        var key = new Key(session, inputs.learned().map(HeldElsewhere::new));
        var particles = known.get(key);
        if (particles == null) {
            particles = ShownParticles.found(inputs).particles();
            known.put(key, particles);
        }
        return ShownParticles.seen(inputs, new Findings(inputs.learned(), particles));
    }
}
