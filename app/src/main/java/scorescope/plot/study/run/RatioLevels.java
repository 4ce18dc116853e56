package scorescope.plot.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.session.NoiseSpec;

/** Noise levels at equal ratios of σ/α. */
public final class RatioLevels {
    private RatioLevels() {}

    /**
     * Levels of plain noise, or times of the process if the session's level is one.
     *
     * @param count at least 2, the smallest first
     */
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

    /**
     * From the process's first time to its last, at equal ratios of σ/α; for a chain, the next larger steps without
     * duplicates.
     *
     * @param count largest number of levels, at least 2
     */
    public static List<NoiseLevel> along(NoiseProcess process, int count) {
        double from = process.at(process.tMin()).ratio();
        double to = process.at(process.tMax()).ratio();
        return IntStream.range(0, count)
                .mapToDouble(i -> from * Math.pow(to / from, i / (count - 1.0)))
                .map(ratio -> process.timeAtRatio(ratio, process.tMin(), process.tMax()))
                .map(t -> process instanceof DiscreteDdpm chain ? (double) chain.stepAt(t) / chain.steps() : t)
                .distinct()
                .mapToObj(process::at)
                .toList();
    }

    public static double[] ratios(List<NoiseLevel> levels) {
        return levels.stream().mapToDouble(NoiseLevel::ratio).toArray();
    }
}
