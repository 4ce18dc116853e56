package scorescope.session;

import java.nio.file.Path;
import java.util.Optional;

/** Which score samplers follow, and the network that pictures of a learned score show. */
public sealed interface ScoreSpec {
    /** The network that is shown, whichever score samplers follow; {@link NetworkFile#NONE} for the one in training. */
    NetworkFile network();

    /** Samplers follow the exact score. */
    record Analytic(NetworkFile network) implements ScoreSpec {
        public Analytic() {
            this(NetworkFile.NONE);
        }
    }

    /** Samplers follow the network. */
    record Learned(NetworkFile network) implements ScoreSpec {
        public Learned(Optional<Path> file, Optional<String> sha256) {
            this(new NetworkFile(file, sha256));
        }

        public Learned(Optional<Path> file) {
            this(file, Optional.empty());
        }
    }

    default Optional<Path> file() {
        return network().file();
    }

    default Optional<String> sha256() {
        return network().sha256();
    }

    /** The same choice of score, with another network. */
    default ScoreSpec withNetwork(NetworkFile changed) {
        return switch (this) {
            case Analytic _ -> new Analytic(changed);
            case Learned _ -> new Learned(changed);
        };
    }

    /** The scores shown if the session does not say which. */
    default Shown shown() {
        return switch (this) {
            case Analytic _ -> Shown.ANALYTIC;
            case Learned _ -> Shown.LEARNED;
        };
    }
}
