package scorescope.core.measure;

import java.util.Arrays;

/**
 * The basis of the network simplex method: a tree over all nodes with a flow on each arc to a parent, and potentials π with
 * π_to = π_from + cost on all its arcs. Every pivot leaves it strongly feasible: an arc without flow points towards the
 * root, so that the method cannot cycle.
 *
 * @see <a href="https://doi.org/10.1007/BF01580859">Cunningham 1976, A network simplex method</a>
 */
final class SpanningTree {
    private static final int NONE = -1;

    private final int root;
    private final int[] parent;
    private final int[] firstChild;
    private final int[] next;
    private final int[] previous;
    private final int[] depth;
    private final int[] stack;
    private final boolean[] upwards;
    private final long[] flow;
    private final double[] cost;
    private final double[] potential;

    /**
     * The initial tree: every node is a child of an artificial root, to which sources send their supply and from which
     * sinks receive their demand.
     *
     * @param supply of every node, negative for a demand; sums to zero
     * @param detour the cost of an arc to or from the root
     */
    SpanningTree(long[] supply, double detour) {
        int nodes = supply.length;
        root = nodes;
        parent = new int[nodes + 1];
        firstChild = new int[nodes + 1];
        next = new int[nodes + 1];
        previous = new int[nodes + 1];
        depth = new int[nodes + 1];
        stack = new int[nodes + 1];
        upwards = new boolean[nodes + 1];
        flow = new long[nodes + 1];
        cost = new double[nodes + 1];
        potential = new double[nodes + 1];
        Arrays.fill(firstChild, NONE);
        parent[root] = NONE;
        for (int v = 0; v < nodes; v++) {
            upwards[v] = supply[v] > 0;
            flow[v] = Math.abs(supply[v]);
            cost[v] = detour;
            depth[v] = 1;
            potential[v] = upwards[v] ? -detour : detour;
            hang(v, root);
        }
    }

    double potential(int node) {
        return potential[node];
    }

    /** The units on the arc between a node and its parent. */
    long flow(int node) {
        return flow[node];
    }

    /** The parent of a node; the root if the arc between them is artificial. */
    int parent(int node) {
        return parent[node];
    }

    boolean isRoot(int node) {
        return node == root;
    }

    /** The number of units on arcs to the root. */
    long detour() {
        long units = 0;
        for (int v = firstChild[root]; v != NONE; v = next[v]) {
            units += upwards[v] ? flow[v] : 0;
        }
        return units;
    }

    /** Adds the arc from → to with the given cost and reduced cost, which was not in the tree. */
    void enter(int from, int to, double arcCost, double reduced) {
        // Units move from the common ancestor down to {@code from}, over the arc, and from {@code to} up to the
        // ancestor.
        int a = from;
        int b = to;
        int leaving = NONE;
        boolean below = false;
        long most = Long.MAX_VALUE;
        long mostAbove = Long.MAX_VALUE;
        int leavingAbove = NONE;
        while (a != b) {
            if (depth[a] >= depth[b]) {
                if (upwards[a] && flow[a] < most) {
                    most = flow[a];
                    leaving = a;
                }
                a = parent[a];
            } else {
                if (!upwards[b] && flow[b] <= mostAbove) {
                    mostAbove = flow[b];
                    leavingAbove = b;
                }
                b = parent[b];
            }
        }
        // If the flow of several arcs becomes zero, the last one along the cycle leaves the tree.
        if (leavingAbove != NONE && mostAbove <= most) {
            most = mostAbove;
            leaving = leavingAbove;
            below = true;
        }
        for (int v = from; v != a; v = parent[v]) {
            flow[v] += upwards[v] ? -most : most;
        }
        for (int v = to; v != a; v = parent[v]) {
            flow[v] += upwards[v] ? most : -most;
        }
        if (below) {
            reroot(to, leaving, from, false, most, arcCost);
            shift(to, reduced);
        } else {
            reroot(from, leaving, to, true, most, arcCost);
            shift(from, -reduced);
        }
    }

    /** Cuts the tree above {@code leaving}, makes {@code top} the root of the part cut off, and attaches it to {@code under}. */
    private void reroot(int top, int leaving, int under, boolean pointsUp, long units, double arcCost) {
        int v = top;
        int above = under;
        boolean newUp = pointsUp;
        long newFlow = units;
        double newCost = arcCost;
        while (true) {
            int old = parent[v];
            boolean oldUp = upwards[v];
            long oldFlow = flow[v];
            double oldCost = cost[v];
            takeOff(v);
            upwards[v] = newUp;
            flow[v] = newFlow;
            cost[v] = newCost;
            hang(v, above);
            if (v == leaving) {
                return;
            }
            above = v;
            newUp = !oldUp;
            newFlow = oldFlow;
            newCost = oldCost;
            v = old;
        }
    }

    private void takeOff(int v) {
        int p = parent[v];
        if (previous[v] == NONE) {
            firstChild[p] = next[v];
        } else {
            next[previous[v]] = next[v];
        }
        if (next[v] != NONE) {
            previous[next[v]] = previous[v];
        }
    }

    private void hang(int v, int p) {
        parent[v] = p;
        previous[v] = NONE;
        next[v] = firstChild[p];
        if (next[v] != NONE) {
            previous[next[v]] = v;
        }
        firstChild[p] = v;
    }

    /** Adds {@code change} to the potentials of a subtree and recomputes its depths. */
    private void shift(int top, double change) {
        int count = 0;
        stack[count++] = top;
        while (count > 0) {
            int v = stack[--count];
            potential[v] += change;
            depth[v] = depth[parent[v]] + 1;
            for (int child = firstChild[v]; child != NONE; child = next[child]) {
                stack[count++] = child;
            }
        }
    }

    /**
     * Removes the arcs of the root, which no longer have flow: all subtrees but the first are attached to nodes of the
     * first by arcs of the network without flow, and potentials are recomputed from the costs.
     *
     * @param link chooses a sink in the first subtree for the root of another subtree, which is a source, and gives the
     *     cost of the arc
     */
    void leaveRoot(Linking link) {
        int main = firstChild[root];
        boolean[] inMain = new boolean[parent.length];
        mark(main, inMain);
        while (true) {
            int other = firstChild[root];
            while (other == main) {
                other = next[other];
            }
            if (other == NONE) {
                break;
            }
            int sink = link.sinkFor(other, inMain);
            takeOff(other);
            hang(other, sink);
            upwards[other] = true;
            flow[other] = 0;
            cost[other] = link.cost(other, sink);
            mark(other, inMain);
        }
        cost[main] = 0;
        recompute();
    }

    /** Chooses the arc by which a subtree is attached. */
    interface Linking {
        int sinkFor(int source, boolean[] allowed);

        double cost(int source, int sink);
    }

    private void mark(int top, boolean[] marks) {
        int count = 0;
        stack[count++] = top;
        while (count > 0) {
            int v = stack[--count];
            marks[v] = true;
            for (int child = firstChild[v]; child != NONE; child = next[child]) {
                stack[count++] = child;
            }
        }
    }

    /** Recomputes potentials and depths from the root down, which removes accumulated rounding. */
    void recompute() {
        int count = 0;
        potential[root] = 0;
        for (int child = firstChild[root]; child != NONE; child = next[child]) {
            stack[count++] = child;
        }
        while (count > 0) {
            int v = stack[--count];
            int p = parent[v];
            potential[v] = potential[p] + (upwards[v] ? -cost[v] : cost[v]);
            depth[v] = depth[p] + 1;
            for (int child = firstChild[v]; child != NONE; child = next[child]) {
                stack[count++] = child;
            }
        }
    }
}
