package scorescope.plot.study.run;

import scorescope.core.noise.NoiseProcess;
import scorescope.plot.guide.Numbers;

/** The times of a process as a study's clock runs through them: evenly, or in equal ratios where t is a noise level. */
public record ProcessClock(NoiseProcess process, double first, double last) {
    public ProcessClock(NoiseProcess process) {
        this(process, process.tMin(), process.tMax());
    }

    public double time(double moment) {
        return process.geometricTime()
                ? Math.min(last, first * Math.pow(last / first, moment))
                : first + moment * (last - first);
    }

    /** The moment of a time, outside 0 to 1 for times before or after. */
    public double moment(double t) {
        return process.geometricTime() ? Math.log(t / first) / Math.log(last / first) : (t - first) / (last - first);
    }

    public String says(double moment) {
        double t = time(moment);
        var level = process.at(t);
        return "t = " + Numbers.significant(t, 3) + " · α = " + Numbers.significant(level.alpha(), 3) + " · σ = "
                + Numbers.significant(level.sigma(), 3);
    }
}
