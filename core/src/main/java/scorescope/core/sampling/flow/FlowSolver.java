package scorescope.core.sampling.flow;

import java.util.Arrays;
import java.util.List;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.step.LevelSequence;

/** The rules that integrate the flow ODE. A further one is a file and a line here. */
public enum FlowSolver {
    EULER("euler") {
        @Override
        public Sampler along(LevelSequence path, double tolerance) {
            return new FlowSampler(path, RungeKutta.EULER);
        }
    },
    HEUN("heun") {
        @Override
        public Sampler along(LevelSequence path, double tolerance) {
            return new FlowSampler(path, RungeKutta.HEUN);
        }
    },
    RK4("rk4") {
        @Override
        public Sampler along(LevelSequence path, double tolerance) {
            return new FlowSampler(path, RungeKutta.RK4);
        }
    },
    ADAMS_BASHFORTH("adams-bashforth") {
        @Override
        public Sampler along(LevelSequence path, double tolerance) {
            return new AdamsBashforth(path);
        }
    },
    DORMAND_PRINCE("dormand-prince") {
        @Override
        public Sampler along(LevelSequence path, double tolerance) {
            return new AdaptiveFlow(path, tolerance);
        }
    };

    private final String id;

    FlowSolver(String id) {
        this.id = id;
    }

    /** The name in session files. */
    public String id() {
        return id;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(FlowSolver::id).toList();
    }

    public static FlowSolver of(String id) {
        return Arrays.stream(values())
                .filter(solver -> solver.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no solver " + id));
    }

    /**
     * The flow ODE along a path, down (decoding) or up (encoding).
     *
     * @param tolerance of one step, for the solver that chooses its steps
     */
    public abstract Sampler along(LevelSequence path, double tolerance);
}
