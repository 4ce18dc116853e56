package scorescope.core.training;

/**
 * The learning rate at each step.
 *
 * @param schedule its course after the warm-up
 * @param initial rate at the first step after the warm-up
 * @param steps number of steps of the whole run, after which the rate is constant
 * @param warmup number of steps over which the rate first rises from 0
 */
public record LearningRate(Schedule schedule, double initial, long steps, long warmup) {
    /** Course of the learning rate over a run. {@link ScheduleCatalog} lists them. */
    public interface Schedule {
        /**
         * @param initial the rate at the beginning
         * @param fraction of the run that is done, from 0 to 1
         */
        double rate(double initial, double fraction);
    }

    /** The rate of the step that follows {@code step} steps; during the warm-up it is multiplied by (step + 1)/warmup. */
    public double at(long step) {
        double rise = step < warmup ? (step + 1.0) / warmup : 1;
        return rise * schedule.rate(initial, Math.min(1, (double) step / steps));
    }
}
