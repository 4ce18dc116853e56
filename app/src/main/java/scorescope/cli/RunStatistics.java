package scorescope.cli;

import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.State;
import scorescope.core.sampling.history.ChainRecorder;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Statistics of a run: evaluations, acceptance, and the correlation of its chains. */
final class RunStatistics {
    private final ChainRecorder chains;
    private double accepted;
    private int proposed;

    RunStatistics(Sampler sampler, int particles) {
        chains = new ChainRecorder(sampler.steps(), particles);
    }

    /** Records one state of the run. */
    void add(State state) {
        double acceptance = state.diagnostics().acceptance();
        if (!Double.isNaN(acceptance)) {
            accepted += acceptance;
            proposed++;
        }
        chains.add(state);
    }

    ObjectNode json(State end) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("particles", end.particles()).put("steps", end.step());
        node.put("evaluations", end.diagnostics().evaluations());
        if (proposed > 0) {
            node.put("acceptance", accepted / proposed);
        }
        chains.statistics().ifPresent(statistics -> node.put("correlationTime", statistics.correlationTime())
                .put("effectiveSampleSize", statistics.effectiveSampleSize()));
        return node;
    }
}
