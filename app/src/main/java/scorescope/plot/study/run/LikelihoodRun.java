package scorescope.plot.study.run;

import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.sampling.flow.Encoding;
import scorescope.core.sampling.flow.FlowLikelihood;
import scorescope.core.score.JacobianField;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.layer.ProbePoint;

/**
 * Points followed along the probability flow to the end of a process.
 *
 * @param probe the probe point, followed from {@link #TIMES} times of the process
 * @param sample points drawn at the session's noise level, followed from there
 * @param logDensity exact log-densities of {@code sample}
 */
public record LikelihoodRun(List<Encoding> probe, Encoding sample, double[] logDensity) {
    /** Number of times from which the probe point is followed. */
    public static final int TIMES = 13;

    /** The last of these times, as a share of the process; from its end there would be nothing to follow. */
    public static final double END = 0.98;

    /**
     * Everything that a run depends on.
     *
     * @param score a {@link JacobianField}
     * @param t the time of the process at which the sample is drawn
     * @param x first coordinate of the probe point, in data units
     * @param y its second coordinate
     * @param points number of points drawn
     */
    public record Request(
            ScoreField score,
            MixtureScore exact,
            NoiseProcess process,
            double t,
            double x,
            double y,
            int points,
            long seed) {
        public static Request of(StudyInputs inputs, ScoreField score, int points) {
            var at = ProbePoint.wherever(inputs.session().view());
            return new Request(
                    score,
                    inputs.exact(),
                    inputs.process(),
                    LikelihoodRun.time(inputs),
                    at.x(),
                    at.y(),
                    points,
                    inputs.session().sampler().seed());
        }
    }

    public static LikelihoodRun of(Request request) {
        var flow = FlowLikelihood.along(request.score(), request.process()).orElseThrow();
        var clock = new ProcessClock(request.process());
        var probe = IntStream.range(0, TIMES)
                .mapToObj(
                        k -> flow.encode(new double[] {request.x()}, new double[] {request.y()}, clock.time(share(k))))
                .toList();
        int points = request.points();
        var level = request.process().at(request.t());
        var x = new double[points];
        var y = new double[points];
        request.exact().mixture().noised(level).draw(request.seed(), x, y);
        var logDensity = new double[points];
        request.exact().logDensity(x, y, 0, points, level, logDensity);
        return new LikelihoodRun(probe, flow.encode(x, y, request.t()), logDensity);
    }

    /** The time of the process that has the session's σ/α, at most {@link #END} of the process. */
    public static double time(StudyInputs inputs) {
        var clock = new ProcessClock(inputs.process());
        double t = inputs.process().timeAtRatio(inputs.level().ratio(), clock.first(), clock.last());
        return Math.clamp(t, clock.first(), clock.time(END));
    }

    /** The k-th of the times from which the probe point is followed, as a share of the process. */
    public static double share(int k) {
        return END * k / (TIMES - 1);
    }
}
