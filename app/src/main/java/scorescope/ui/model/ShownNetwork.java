package scorescope.ui.model;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import scorescope.core.score.ScoreField;
import scorescope.session.NetworkFile;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;

/**
 * The learned score: the result of training, else the network that the session names, or named last for its
 * distribution.
 */
final class ShownNetwork {
    private final ObjectProperty<Optional<ScoreField>> score = new SimpleObjectProperty<>(Optional.empty());
    private Optional<ScoreField> trained = Optional.empty();
    private Named network = new Named(NetworkFile.NONE, Optional.empty());

    /** A network with its file. */
    record Named(NetworkFile file, Optional<ScoreField> score) {}

    ObjectProperty<Optional<ScoreField>> scoreProperty() {
        return score;
    }

    /** The file named last. */
    NetworkFile file() {
        return network.file();
    }

    /** Sets the score found by training; empty if there is none that fits the session. */
    void trained(Optional<ScoreField> found) {
        trained = found;
        score.set(found.or(network::score));
    }

    void use(Named next) {
        if (!next.equals(network)) {
            network = next;
            trained(trained);
        }
    }

    /**
     * The network of a session. While the session shows the exact score of the same distribution, the previous network
     * is retained.
     */
    Named of(Session next, boolean sameDensity, Function<Session, Optional<ScoreField>> read) {
        var named = next.score().network();
        if (named.equals(network.file())) {
            return network;
        }
        boolean unaffected = !named.given() && !(next.score() instanceof ScoreSpec.Learned) && sameDensity;
        return unaffected ? network : new Named(named, read.apply(next));
    }
}
