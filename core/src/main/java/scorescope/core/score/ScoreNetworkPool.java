package scorescope.core.score;

import java.util.ArrayDeque;
import java.util.Deque;
import scorescope.core.network.Architecture;

/**
 * Pool of unused networks. The arrays of a network take a few megabytes; scores of one training differ only in their
 * weights, so they share the networks of this pool and have no arrays of their own. Safe for several threads.
 */
final class ScoreNetworkPool {
    private final int capacity;
    private final int most;
    /** Unused networks, the last one returned first. */
    private final Deque<ScoreNetwork> unused;

    /**
     * @param capacity largest number of samples of a network
     * @param most largest number of unused networks; beyond it, the one unused for the longest time is dropped
     */
    ScoreNetworkPool(int capacity, int most) {
        this.capacity = capacity;
        this.most = most;
        unused = new ArrayDeque<>(most + 1);
    }

    /** A network for values, for exclusive use until {@link #giveBack}. Its inputs and outputs have undefined contents. */
    ScoreNetwork borrow(Architecture architecture, Domain domain, Derivatives derivatives) {
        var reused = firstUnused(architecture, domain, derivatives);
        return reused == null ? ScoreNetwork.forValues(architecture, domain, capacity, derivatives) : reused;
    }

    private synchronized ScoreNetwork firstUnused(Architecture architecture, Domain domain, Derivatives derivatives) {
        for (var each = unused.iterator(); each.hasNext(); ) {
            var network = each.next();
            if (network.reads(architecture, domain, derivatives)) {
                each.remove();
                return network;
            }
        }
        return null;
    }

    synchronized void giveBack(ScoreNetwork network) {
        unused.addFirst(network);
        if (unused.size() > most) {
            unused.removeLast();
        }
    }
}
