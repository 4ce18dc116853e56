package scorescope.core.sampling;

/**
 * What a step reports about itself.
 *
 * @param evaluations score evaluations per particle since the start (NFE)
 * @param status whether the run may go on
 * @param advice what to do if it may not; otherwise empty
 * @param acceptance share of the particles whose proposal this step accepted; NaN for a method that proposes nothing
 */
public record Diagnostics(long evaluations, Status status, String advice, double acceptance) {
    /** Before the first step. */
    public static final Diagnostics INITIAL = new Diagnostics(0, Status.RUNNING, "");

    /**
     * RUNNING: more steps to go. DONE: all steps taken. STEP_LIMIT: a method that chooses its own steps ran out of them
     * before its end. DIVERGED: positions are no longer finite.
     */
    public enum Status {
        RUNNING,
        DONE,
        STEP_LIMIT,
        DIVERGED
    }

    public Diagnostics(long evaluations, Status status, String advice) {
        this(evaluations, status, advice, Double.NaN);
    }

    /** Whether the run stopped before its planned end. */
    public boolean failed() {
        return status == Status.DIVERGED || status == Status.STEP_LIMIT;
    }

    public Diagnostics accepting(double share) {
        return new Diagnostics(evaluations, status, advice, share);
    }
}
