package scorescope.core.sampling.flow;

import scorescope.core.parameter.Option;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.step.LevelSequence;

/** The rules that integrate the flow ODE. A new one is one file and one line here. */
public enum FlowSolver implements Option {
    EULER("euler", "Euler", "", "Order 1, one evaluation a step.") {
        @Override
        public Sampler along(LevelSequence path, double tolerance) {
            return new FlowSampler(path, RungeKutta.EULER);
        }
    },
    HEUN("heun", "Heun", "", "Order 2, two evaluations a step.") {
        @Override
        public Sampler along(LevelSequence path, double tolerance) {
            return new FlowSampler(path, RungeKutta.HEUN);
        }
    },
    RK4("rk4", "Runge–Kutta 4", "", "Order 4, four evaluations a step.") {
        @Override
        public Sampler along(LevelSequence path, double tolerance) {
            return new FlowSampler(path, RungeKutta.RK4);
        }
    },
    ADAMS_BASHFORTH("adams-bashforth", "Adams–Bashforth", "", "Order 4, one evaluation a step.") {
        @Override
        public Sampler along(LevelSequence path, double tolerance) {
            return new AdamsBashforth(path);
        }
    },
    DORMAND_PRINCE("dormand-prince", "Dormand–Prince", "", "Order 5; chooses its steps by a tolerance.") {
        @Override
        public Sampler along(LevelSequence path, double tolerance) {
            return new AdaptiveFlow(path, tolerance);
        }
    };

    private final Entry entry;

    FlowSolver(String id, String title, String symbol, String help) {
        entry = Option.of(id, title, symbol, help);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /**
     * The flow ODE along a path, down (decoding) or up (encoding).
     *
     * @param tolerance tolerance of one step, without unit; used by the adaptive solver
     */
    public abstract Sampler along(LevelSequence path, double tolerance);
}
