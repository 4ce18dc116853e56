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
 * Cache of particles of plain pictures by their inputs, so that a change of one panel does not run another panel's
 * sampler again. Holds at most twice as many runs as a figure can have panels. Networks are referenced weakly: entries
 * of a network that nothing else references, such as an earlier one of a training, cannot be requested again and are
 * removed. Synchronized.
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
     * Everything that the particles of a picture depend on.
     *
     * @param session without settings that concern only the figure
     */
    private record Key(Session session, Optional<NetworkReference> network) {
        boolean cleared() {
            return network.stream().anyMatch(reference -> reference.get() == null);
        }
    }

    /** A weak reference to a network; equal to another reference while both networks exist and are equal. */
    private static final class NetworkReference extends WeakReference<ScoreField> {
        private final int hash;

        NetworkReference(ScoreField network) {
            super(network);
            hash = network.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            var network = get();
            return this == other
                    || (network != null
                            && other instanceof NetworkReference reference
                            && network.equals(reference.get()));
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
        known.keySet().removeIf(Key::cleared);
        var session = inputs.session().withFigure(SessionDefaults.opening().figure());
        var key = new Key(session, inputs.learned().map(NetworkReference::new));
        var particles = known.get(key);
        if (particles == null) {
            particles = ShownParticles.found(inputs).particles();
            known.put(key, particles);
        }
        return ShownParticles.seen(inputs, new Findings(inputs.learned(), particles));
    }
}
