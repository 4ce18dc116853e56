package scorescope.core.sampling;

/**
 * What a step tells about itself.
 *
 * @param evaluations score evaluations per particle since the start (NFE)
 * @param status whether the run may go on
 * @param advice what to do if it may not; empty while all is well
 */
public record Diagnostics(long evaluations, Status status, String advice) {
    /** RUNNING: more steps to go. DONE: all steps taken. DIVERGED: positions are no longer finite. */
    public enum Status {
        RUNNING,
        DONE,
        DIVERGED
    }
}
