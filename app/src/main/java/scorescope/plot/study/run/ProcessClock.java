package scorescope.plot.study.run;

import java.math.BigDecimal;
import java.math.MathContext;
import scorescope.core.noise.NoiseProcess;
import scorescope.plot.guide.Numbers;
import scorescope.words.Sentence;

/** Maps a study's clock to the times of a process: evenly, or in equal ratios if t is a noise level. */
public record ProcessClock(NoiseProcess process, double first, double last) {
    private static final int MOST_DIGITS = 9;

    public ProcessClock(NoiseProcess process) {
        this(process, process.tMin(), process.tMax());
    }

    public double time(double moment) {
        return process.geometricTime()
                ? Math.min(last, first * Math.pow(last / first, moment))
                : first + moment * (last - first);
    }

    /** The moment of a time; outside 0 to 1 for times before the first or after the last. */
    public double moment(double t) {
        return process.geometricTime() ? Math.log(t / first) / Math.log(last / first) : (t - first) / (last - first);
    }

    public String says(double moment) {
        return sentence(moment).text();
    }

    /** A text with time and noise level of a moment. */
    public Sentence sentence(double moment) {
        double t = time(moment);
        var level = process.at(t);
        return Sentence.of(
                "study.process-clock.level",
                Numbers.significant(t, digits(t)),
                Numbers.significant(level.alpha(), 3),
                Numbers.significant(level.sigma(), 3));
    }

    /** Number of digits of a time that its level needs, so that α and σ as written follow from the time as written. */
    int digits(double t) {
        var level = process.at(t);
        for (int digits = 3; digits < MOST_DIGITS; digits++) {
            double written = new BigDecimal(t).round(new MathContext(digits)).doubleValue();
            var again = process.at(Math.clamp(written, 0, process.tMax()));
            if (same(again.alpha(), level.alpha()) && same(again.sigma(), level.sigma())) {
                return digits;
            }
        }
        return MOST_DIGITS;
    }

    private static boolean same(double a, double b) {
        return Numbers.significant(a, 3).equals(Numbers.significant(b, 3));
    }
}
