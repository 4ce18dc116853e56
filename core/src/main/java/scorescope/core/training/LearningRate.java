package scorescope.core.training;

import java.util.List;

/**
 * The learning rate at each step.
 *
 * @param schedule {@code constant} or {@code cosine}
 * @param initial at the first step after the warm-up
 * @param steps of the whole run, after which a cosine stays at its end
 * @param warmup steps over which the rate first rises from 0
 */
public record LearningRate(String schedule, double initial, long steps, long warmup) {
    public static final String CONSTANT = "constant";
    public static final String COSINE = "cosine";
    public static final List<String> SCHEDULES = List.of(CONSTANT, COSINE);

    private static final double END = 1e-5;

    public LearningRate {
        if (!SCHEDULES.contains(schedule)) {
            throw new IllegalArgumentException("there is no schedule " + schedule);
        }
    }

    /**
     * The rate of the step after {@code step} others: cosine goes from the initial rate to 1e-5 along
     * ½(1 + cos(π step/steps)); during the warm-up this is multiplied by (step + 1)/warmup.
     *
     * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter 2017</a>
     */
    public double at(long step) {
        double rise = step < warmup ? (step + 1.0) / warmup : 1;
        if (schedule.equals(CONSTANT)) {
            return rise * initial;
        }
        double end = Math.min(END, initial);
        double fraction = Math.min(1, (double) step / steps);
        return rise * (end + (initial - end) * 0.5 * (1 + Math.cos(Math.PI * fraction)));
    }
}
