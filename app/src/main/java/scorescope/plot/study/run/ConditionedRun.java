package scorescope.plot.study.run;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.PriorStart;
import scorescope.core.score.ScoreField;

/** Runs of the session's process in reverse with scores other than the session's own. */
public final class ConditionedRun {
    private static final long STEPS = 160;

    private ConditionedRun() {}

    /** The reverse SDE from the prior to the beginning of the process, with the same noise for every score. */
    public static RecordedRun.Request of(StudyInputs inputs, ScoreField score, int particles) {
        var process = inputs.process();
        return new RecordedRun.Request(
                RecordedRun.stepped(Choice.of("reverse-sde"), STEPS),
                score,
                process,
                process.at(process.tMin()),
                particles,
                inputs.session().sampler().seed(),
                new PriorStart());
    }

    /** Adds the noise of a level to clean points, in place: αx₀ + σz with the same z at every level. */
    public static void noise(double[] x, double[] y, NoiseLevel level, double[] zx, double[] zy) {
        for (int i = 0; i < x.length; i++) {
            x[i] = level.alpha() * x[i] + level.sigma() * zx[i];
            y[i] = level.alpha() * y[i] + level.sigma() * zy[i];
        }
    }
}
