package scorescope.ui.model;

import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.session.DensitySpec;
import scorescope.session.NetworkFile;
import scorescope.session.Session;
import scorescope.session.source.Resolved;

/**
 * Creates the objects that sessions name. Each is created anew only if its inputs change, so that files are read once.
 */
final class LiveObjects {
    private final Memo<Named<DensitySpec>, MixtureScore> densities;
    private final Memo<Named<Choice>, NoiseProcess> processes;
    private final Memo<Named<NetworkFile>, Optional<ScoreField>> networks;

    /** The inputs of a live object, with a session to create it from. Two are equal if their inputs are equal. */
    private record Named<K>(K key, Session session) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Named<?> named && key.equals(named.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }

    LiveObjects(SessionReading reading) {
        densities = new Memo<>(named -> new MixtureScore(reading.mixture(named.session())));
        processes = new Memo<>(named -> reading.process(named.session()));
        networks = new Memo<>(named -> reading.learned(named.session()));
    }

    /** @throws BadInputException if the density, the process or the level cannot be made */
    Resolved of(Session session) {
        var process = processes.of(new Named<>(session.process(), session));
        var level = Resolved.level(session, process);
        return new Resolved(session, densities.of(new Named<>(session.density(), session)), process, level);
    }

    /**
     * The network of the file that a session names; empty if it names none.
     *
     * @throws BadInputException if the file is missing, altered or malformed
     */
    Optional<ScoreField> network(Session session) {
        return networks.of(new Named<>(session.score().network(), session));
    }
}
