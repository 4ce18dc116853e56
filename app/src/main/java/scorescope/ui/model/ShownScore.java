package scorescope.ui.model;

import java.util.Optional;
import scorescope.session.NetworkFile;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.Shown;

/** Makes a session show other scores. A score shown alone is also the one that particles follow. */
final class ShownScore {
    private ShownScore() {}

    /** @param fallback the network for a session that names none */
    static Session in(Session before, Shown wanted, NetworkFile fallback) {
        var named = before.score().network();
        var network = named.given() ? named : fallback;
        var score =
                switch (wanted) {
                    case ANALYTIC -> new ScoreSpec.Analytic(network);
                    case LEARNED -> new ScoreSpec.Learned(network);
                    case DIFFERENCE, OVERLAY, SIDE_BY_SIDE -> before.score();
                };
        var said = score.shown() == wanted ? Optional.<Shown>empty() : Optional.of(wanted);
        return before.withScore(score).withView(before.view().withShown(said));
    }
}
