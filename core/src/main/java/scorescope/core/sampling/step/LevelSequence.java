package scorescope.core.sampling.step;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.score.ScoreField;
import scorescope.core.score.TrainedField;

/**
 * Times and noise levels of the steps of a method that follows a process: downwards to sample (decode) or upwards to encode.
 * Immutable.
 */
public final class LevelSequence {
    private final ScoreField score;
    private final NoiseProcess process;
    private final double[] times;
    private final double[] smoothTimes;
    private final List<NoiseLevel> levels;

    /** @param times N + 1 times of N steps; not modified */
    public LevelSequence(ScoreField score, NoiseProcess process, double[] times) {
        this.score = score;
        this.process = process;
        this.times = times.clone();
        smoothTimes = Arrays.stream(times).map(process::smoothTime).toArray();
        levels = Arrays.stream(times).mapToObj(process::at).toList();
    }

    /**
     * From the process's end down to the target's time.
     *
     * @throws BadInputException if the target's time is not below the beginning
     */
    public static LevelSequence down(Problem problem, Spacing spacing) {
        var ends = Ends.of(problem);
        return new LevelSequence(
                problem.score(), problem.process(), spacing.times(problem.process(), ends.beginning(), ends.end()));
    }

    /**
     * First and last time of a path. For a learned score they are limited to the trained levels, which under another
     * process may span a shorter time.
     */
    public record Ends(double beginning, double end) {
        /** @throws BadInputException if the target's time is not below the beginning, or not in the process at all */
        public static Ends of(Problem problem) {
            var process = problem.process();
            double beginning = process.tMax();
            double end = process.tMin();
            if (problem.score() instanceof TrainedField trained) {
                var domain = trained.domain();
                if (domain.maxLevel() < within(process.at(beginning).ratio())) {
                    beginning = process.timeAtRatio(domain.maxLevel(), process.tMin(), process.tMax());
                }
                if (within(domain.minLevel()) > process.at(end).ratio()) {
                    end = process.timeAtRatio(domain.minLevel(), process.tMin(), beginning);
                }
            }
            double requestedEnd = problem.target().t();
            if (!Double.isNaN(requestedEnd)) {
                end = requestedEnd;
            }
            if (!(end >= 0 && end < beginning)) {
                throw BadInputException.of("noise.t", "core.level-sequence.end-above-start", end, beginning);
            }
            return new Ends(beginning, end);
        }

        /** The level minus a relative tolerance, so that equal levels do not differ by rounding. */
        private static double within(double level) {
            return level * (1 - 1e-6);
        }
    }

    public ScoreField score() {
        return score;
    }

    public NoiseProcess process() {
        return process;
    }

    public int steps() {
        return times.length - 1;
    }

    public double time(int step) {
        return times[step];
    }

    /** The process's smooth time after {@code step} steps, in which rules of higher order keep their order. */
    public double smoothTime(int step) {
        return smoothTimes[step];
    }

    /** The length of step {@code step} → {@code step} + 1 in smooth time; negative downwards. */
    public double duration(int step) {
        return smoothTimes[step + 1] - smoothTimes[step];
    }

    /** f and g² per unit of smooth time at the fraction {@code share} of step {@code step} → {@code step} + 1. */
    public StageTime stage(int step, double share, double lambda) {
        double t = share == 0
                ? times[step]
                : share == 1 ? times[step + 1] : process.timeAtSmooth(smoothTimes[step] + share * duration(step));
        return StageTime.at(process, t, lambda);
    }

    /**
     * Whether step {@code step} → {@code step} + 1 ends at σ = 0 on points, where the score is undefined. Such a step
     * goes to the denoised points x̂₀, to which the flow converges there.
     */
    public boolean endsOnPoints(int step) {
        var end = levels.get(step + 1);
        return end.sigma() == 0 && !score.definedAt(end);
    }

    public NoiseLevel level(int step) {
        return levels.get(step);
    }

    public List<NoiseLevel> levels() {
        return levels;
    }

    /** ℓ = log(α/σ) after {@code step} steps; it grows as noise falls. */
    public double logRatio(int step) {
        return -Math.log(levels.get(step).ratio());
    }

    /**
     * Standard deviation of the start of the path, in data units: that of the process's prior at tMax, σ(t) at an earlier
     * time t.
     */
    public double priorStd() {
        return times[0] == process.tMax()
                ? process.priorStd()
                : levels.getFirst().sigma();
    }

    /** The same levels in reverse order. */
    public LevelSequence reversed() {
        return new LevelSequence(
                score,
                process,
                IntStream.rangeClosed(0, steps())
                        .mapToDouble(i -> times[steps() - i])
                        .toArray());
    }
}
