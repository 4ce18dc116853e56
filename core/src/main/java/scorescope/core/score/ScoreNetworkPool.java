package scorescope.core.score;

import java.util.ArrayDeque;
import java.util.Deque;
import scorescope.core.network.Architecture;

/**
 * Networks at rest, with their arrays of some megabytes, for whoever evaluates next: scores of one training, which differ in weights
 * alone, take turns in the same arrays. A score itself holds none, so that it may be kept. Safe for several threads.
 */
final class ScoreNetworkPool {
    private final int capacity;
    private final int most;
    /** The one given back last comes first. */
    private final Deque<ScoreNetwork> resting;

    /**
     * @param capacity samples of every network
     * @param most networks at rest; of more, the one that has rested longest is let go
     */
    ScoreNetworkPool(int capacity, int most) {
        this.capacity = capacity;
        this.most = most;
        resting = new ArrayDeque<>(most + 1);
    }

    /** A network for values, the caller's alone until it is given back. Its inputs and outputs are whatever the last caller left. */
    ScoreNetwork borrow(Architecture architecture, Domain domain, Derivatives derivatives) {
        var rested = rested(architecture, domain, derivatives);
        return rested == null ? ScoreNetwork.forValues(architecture, domain, capacity, derivatives) : rested;
    }

    private synchronized ScoreNetwork rested(Architecture architecture, Domain domain, Derivatives derivatives) {
        for (var each = resting.iterator(); each.hasNext(); ) {
            var network = each.next();
            if (network.reads(architecture, domain, derivatives)) {
                each.remove();
                return network;
            }
        }
        return null;
    }

    synchronized void giveBack(ScoreNetwork network) {
        resting.addFirst(network);
        if (resting.size() > most) {
            resting.removeLast();
        }
    }
}
