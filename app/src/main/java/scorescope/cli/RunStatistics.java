package scorescope.cli;

import java.util.Arrays;
import scorescope.core.measure.ChainStatistics;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.State;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a run says of itself: evaluations, acceptance, and how far its chains are correlated. */
final class RunStatistics {
    /** Particles whose first coordinate is followed, and the fewest steps that say anything. */
    private static final int FOLLOWED = 64;

    private static final int FEWEST = 20;

    private final int steps;
    private final double[][] chains;
    private double accepted;
    private int proposed;

    RunStatistics(Sampler sampler, int particles) {
        steps = sampler.steps();
        boolean atOneLevel = sampler.levels().isEmpty();
        chains = new double[atOneLevel && steps >= FEWEST ? Math.min(FOLLOWED, particles) : 0][steps - steps / 2];
    }

    /** Takes what one step says; the second half of the run is followed. */
    void add(State state) {
        double acceptance = state.diagnostics().acceptance();
        if (!Double.isNaN(acceptance)) {
            accepted += acceptance;
            proposed++;
        }
        int at = state.step() - steps / 2 - 1;
        if (at >= 0 && chains.length > 0 && at < chains[0].length) {
            for (int i = 0; i < chains.length; i++) {
                chains[i][at] = state.x()[i];
            }
        }
    }

    ObjectNode json(State end) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("particles", end.particles()).put("steps", end.step());
        node.put("evaluations", end.diagnostics().evaluations());
        if (proposed > 0) {
            node.put("acceptance", accepted / proposed);
        }
        boolean moves = Arrays.stream(chains).anyMatch(chain -> chain[0] != chain[chain.length - 1]);
        if (moves) {
            var statistics = new ChainStatistics(chains);
            node.put("correlationTime", statistics.correlationTime());
            node.put("effectiveSampleSize", statistics.effectiveSampleSize());
        }
        return node;
    }
}
