package scorescope.plot.study.run;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.session.NoiseSpec;

/** Noise levels at equal ratios of σ/α: of plain noise, or times of the process where the session looks at one. */
public final class RatioLevels {
    private RatioLevels() {}

    /** @param count at least 2, the smallest first */
    public static List<NoiseLevel> of(StudyInputs inputs, double from, double to, int count) {
        var levels = new ArrayList<NoiseLevel>();
        boolean timed = inputs.session().noise() instanceof NoiseSpec.Time;
        var process = inputs.process();
        for (int i = 0; i < count; i++) {
            double ratio = from * Math.pow(to / from, i / (count - 1.0));
            levels.add(
                    timed
                            ? process.at(process.timeAtRatio(ratio, process.tMin(), process.tMax()))
                            : NoiseLevel.plain(ratio));
        }
        return levels;
    }

    public static double[] ratios(List<NoiseLevel> levels) {
        return levels.stream().mapToDouble(NoiseLevel::ratio).toArray();
    }
}
