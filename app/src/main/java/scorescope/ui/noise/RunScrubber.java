package scorescope.ui.noise;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import scorescope.core.noise.NoiseLevel;
import scorescope.session.NoiseSpec;
import scorescope.session.Session;
import scorescope.ui.model.SamplerAdvice;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.WindowModel;

/**
 * Handles the choice of a noise level while a run between levels is shown: the run goes to the step of that level, in
 * either direction. A level below the run's end moves its end there.
 */
final class RunScrubber {
    /** Smallest ratio σ/α whose logarithm is compared; the end of a run may be noise-free. */
    private static final double SMALLEST = 1e-300;

    /** A level that differs from the run's end by this share is its end. */
    private static final double ROUNDING = 1e-9;

    private final WindowModel model;
    private final SamplingPlayer player;
    private final SamplerAdvice advice;

    RunScrubber(WindowModel model, SamplingPlayer player) {
        this.model = model;
        this.player = player;
        advice = new SamplerAdvice(model);
    }

    /** Goes to the step whose level is nearest; false if no run is followed or the level lies below its end. */
    private boolean scrub(NoiseLevel wanted) {
        var levels = model.follows() ? advice.levels() : List.<NoiseLevel>of();
        if (levels.isEmpty() || wanted.ratio() < levels.getLast().ratio() * (1 - ROUNDING)) {
            return false;
        }
        int nearest = 0;
        for (int step = 1; step < levels.size(); step++) {
            if (distance(levels.get(step), wanted) <= distance(levels.get(nearest), wanted)) {
                nearest = step;
            }
        }
        player.seek(nearest);
        return true;
    }

    private static double distance(NoiseLevel a, NoiseLevel b) {
        return Math.abs(Math.log(Math.max(SMALLEST, a.ratio())) - Math.log(Math.max(SMALLEST, b.ratio())));
    }

    /**
     * Takes a value of the bar. A drag scrubs the run as long as it stays above the run's end; of the session that
     * changes only the step. Below the end it is an edit until the pointer is released.
     *
     * @param dragging whether the thumb is being dragged
     * @param notch whether it is a notch; notches within a second are one undo step
     */
    void take(NoiseScale scale, double value, boolean dragging, boolean notch) {
        if (!model.interacting() && scrub(scale.level(value))) {
            return;
        }
        if (dragging && !model.interacting()) {
            model.beginEdit();
        }
        var change = scrub(scale.spec(value));
        if (notch) {
            model.adjust("noise", change);
        } else {
            model.edit(change);
        }
    }

    /** Sets the session's own level. A run that was shown ends there, and is shown at its end. */
    private UnaryOperator<Session> scrub(NoiseSpec spec) {
        var levels = model.follows() ? advice.levels() : List.<NoiseLevel>of();
        return session -> {
            var looking = session.withNoise(spec);
            return levels.isEmpty()
                    ? looking
                    : looking.withSampler(session.sampler().at(OptionalInt.of(levels.size() - 1)));
        };
    }
}
